import { createHash } from 'node:crypto';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { HeldCredential } from './credentials.ts';
import { holdOwn } from './credentials.ts';

/** Two requests of one person wait for each other, so that what is sent twice at once is made once. */
export async function takeTurn(transaction: Statements, accountId: string): Promise<void> {
  await transaction.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('partners.reporting_credential ' || $1::text, 0)) IS NULL AS waited`,
    values: [accountId],
  });
}

/** What the same request was, for telling it from another one under the same key. */
export function requestDigest(command: string, given: object): string {
  return createHash('sha256')
    .update(JSON.stringify([command, Object.entries(given).toSorted()]))
    .digest('hex');
}

/** What the same request made before; null where it is the first. @throws CommandRefused IDEMPOTENCY_KEY_REUSED */
export async function madeBefore(
  transaction: Statements,
  accountId: string,
  { key, digest }: { readonly key: string; readonly digest: string },
): Promise<HeldCredential | null> {
  const [known] = await transaction.run<{ id: string; digest: string }>({
    text: `SELECT id, request_digest AS digest FROM partners.reporting_credential WHERE account_id = $1 AND request_key = $2`,
    values: [accountId, key],
  });
  if (known === undefined) return null;
  if (known.digest !== digest) throw new CommandRefused('IDEMPOTENCY_KEY_REUSED');
  return holdOwn(transaction, known.id, accountId);
}
