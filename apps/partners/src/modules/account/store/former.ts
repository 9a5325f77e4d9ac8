import { randomUUID } from 'node:crypto';
import { relatedFamilies } from '@postern/access-facts';
import type { Taking } from '@postern/steps';
import { begin } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { CONFLICT_MACHINE } from '../../conflict/conflict.machine.ts';
import type { HeldAccount } from './account.ts';
import { aboutOf, holdAccount, noteAccount } from './account.ts';
import type { Credential } from './binding.ts';
import { unbind } from './binding.ts';

/**
 * The account that whoever has this credential left; null where it is nobody's.
 * @throws CommandRefused CREDENTIAL_IN_USE where they did not leave it: what was locked or ended for a breach stays theirs
 */
export async function leftBy(
  transaction: Statements,
  { issuerId, subject }: Credential,
): Promise<HeldAccount | null> {
  const [bound] = await transaction.run<{ id: string }>({
    text: 'SELECT id FROM access.account WHERE issuer_id = $1 AND subject = $2',
    values: [issuerId, subject],
  });
  if (bound === undefined) return null;
  const held = await holdAccount(transaction, bound.id);
  if (held.state !== 'LEFT' || held.kind !== 'PRACTITIONER')
    throw new CommandRefused('CREDENTIAL_IN_USE');
  return held;
}

/**
 * The sign-in goes over to the account that its owner has now. Of the one they left nothing comes with it but what bars
 * them: the relationships with families that they declared (SHR-1.2g).
 */
export async function replaceFormer(
  former: HeldAccount,
  present: HeldAccount,
  taking: Taking,
): Promise<void> {
  const { transaction, actor } = taking;
  await unbind(transaction, former.id);
  const reason = 'Whoever left came back with an account of their own.';
  const because = { reason, onBehalfOf: 'SELF', details: { account: present.id } } as const;
  await noteAccount(former, 'RELEASE_SIGN_IN', because, taking);
  const declared = await transaction.run<{ family: string }>({
    text: `SELECT DISTINCT family_id AS family FROM access.conflict_of_interest
      WHERE account_id = $1 AND (ended_at IS NULL OR ended_at > $2::timestamptz)
        AND family_id NOT IN (${relatedFamilies('$3', '$2')}) ORDER BY 1`,
    values: [former.id, actor.at.toISOString(), present.id],
  });
  for (const { family } of declared) {
    const conflict = randomUUID();
    await transaction.run({
      text: 'INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at) VALUES ($1, $2, $3, $4)',
      values: [conflict, present.id, family, actor.at.toISOString()],
    });
    const step = {
      move: 'DECLARE',
      reason: 'Declared before they left.',
      onBehalfOf: 'SELF',
      about: aboutOf(present),
    } as const;
    await begin(CONFLICT_MACHINE, conflict, step, taking);
  }
}
