import { randomUUID } from 'node:crypto';
import type { Held, Step } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { CredentialMove } from '../reporting-credential.machine.ts';
import type { CredentialKind, CredentialState } from '../reporting-credential.table.ts';

/** A credential as its steps read it. */
export interface HeldCredential extends Held<CredentialState> {
  readonly kind: CredentialKind;
  readonly accountId: string;
  readonly title: string;
  readonly purpose: string;
  readonly prefix: string | null;
  readonly issuerId: string | null;
  readonly clientId: string | null;
  readonly endsAt: Date;
}

const COLUMNS =
  'kind, account_id AS "accountId", title, purpose, prefix, issuer_id AS "issuerId", client_id AS "clientId", ends_at AS "endsAt"';

/** One of the caller's own; of anybody else's there is none. @throws CommandRefused RECORD_UNKNOWN */
export async function holdOwn(
  transaction: Statements,
  id: string,
  accountId: string,
): Promise<HeldCredential> {
  const held = await hold<HeldCredential>(
    transaction,
    { table: 'partners.reporting_credential', columns: COLUMNS },
    id,
  );
  if (held.accountId !== accountId) throw new CommandRefused('RECORD_UNKNOWN');
  return { ...held, endsAt: new Date(held.endsAt) };
}

/** Of anybody, with the agency of who answers for it. @throws CommandRefused RECORD_UNKNOWN */
export async function holdAnybodys(
  transaction: Statements,
  id: string,
): Promise<HeldCredential & { readonly agencyId: string }> {
  const columns = `${COLUMNS}, (SELECT agency_id FROM access.account WHERE account.id = account_id) AS "agencyId"`;
  const held = await hold<HeldCredential & { readonly agencyId: string }>(
    transaction,
    { table: 'partners.reporting_credential', columns },
    id,
  );
  return { ...held, endsAt: new Date(held.endsAt) };
}

/** What a new credential is made of. */
export interface NewCredential
  extends Pick<
    HeldCredential,
    'accountId' | 'clientId' | 'endsAt' | 'issuerId' | 'kind' | 'prefix' | 'purpose' | 'title'
  > {
  readonly secretHash: string | null;
  readonly request: { readonly key: string; readonly digest: string };
  readonly at: Date;
}

export async function addCredential(
  transaction: Statements,
  made: NewCredential,
): Promise<HeldCredential> {
  const id = randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.reporting_credential (id, kind, account_id, title, purpose, prefix, secret_hash, issuer_id, client_id,
        state, created_at, ends_at, request_key, request_digest)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'IN_USE', $10, $11, $12, $13)`,
    values: [
      id,
      made.kind,
      made.accountId,
      made.title,
      made.purpose,
      made.prefix,
      made.secretHash,
      made.issuerId,
      made.clientId,
      made.at.toISOString(),
      made.endsAt.toISOString(),
      made.request.key,
      made.request.digest,
    ],
  });
  return { ...made, id, state: 'IN_USE', revision: 1 };
}

/** Writes the state that a step leads to, and when it ends where that is sooner than it would have. */
export async function moveCredential(
  transaction: Statements,
  held: HeldCredential,
  state: CredentialState,
  latest: Date,
): Promise<HeldCredential> {
  const endsAt = latest < held.endsAt ? latest : held.endsAt;
  await transaction.run({
    text: `UPDATE partners.reporting_credential SET state = $2, ends_at = $3, revision = revision + 1 WHERE id = $1`,
    values: [held.id, state, endsAt.toISOString()],
  });
  return { ...held, state, endsAt, revision: held.revision + 1 };
}

/** The caller's own, the latest first. */
export function ownCredentials(
  statements: Statements,
  accountId: string,
): Promise<readonly HeldCredential[]> {
  return statements.run<HeldCredential & Record<string, unknown>>({
    text: `SELECT id, state, revision, ${COLUMNS} FROM partners.reporting_credential WHERE account_id = $1
      ORDER BY created_at DESC, id LIMIT 100`,
    values: [accountId],
  });
}

/** Those that open something now: of one agency, or of every one where it is null; the latest first. */
export function credentialsOf(
  statements: Statements,
  agency: string | null,
  now: Date,
): Promise<readonly HeldCredential[]> {
  return statements.run<HeldCredential & Record<string, unknown>>({
    text: `SELECT id, state, revision, ${COLUMNS} FROM partners.reporting_credential
      WHERE state <> 'REVOKED' AND ends_at > $2
        AND ($1::uuid IS NULL OR account_id IN (SELECT id FROM access.account WHERE agency_id = $1))
      ORDER BY created_at DESC, id LIMIT 500`,
    values: [agency, now.toISOString()],
  });
}

/** What the record says of every step of it beside the reason; of a key its beginning. */
export function credentialStepOf(
  { accountId, kind, prefix, purpose, clientId }: HeldCredential,
  agency: string,
): Pick<Step<CredentialMove>, 'about' | 'details' | 'onBehalfOf'> {
  return {
    onBehalfOf: 'SELF',
    about: { account: accountId, agency },
    details: { kind, purpose, ...(prefix === null ? { service: clientId } : { key: prefix }) },
  };
}
