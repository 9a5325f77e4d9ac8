import { deadlineAfter } from '@postern/lifecycle';
import { postNotice } from '@postern/scheduler';
import {
  begin,
  chosenPeriod,
  holdEpisode,
  idempotencyKey,
  takeStep,
  takingFor,
} from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { unrelated } from '../../conflict/store/related-families.ts';
import { looksAtOthers } from '../../grant/grantable-roles.ts';
import { requireGrantorOrLead, requireLeadThemselves } from '../../grant/guards/grantor.ts';
import { stepGrants } from '../../grant/step-grants.ts';
import type { HeldGrant } from '../../grant/store/held-grant.ts';
import { grantsHeldOn } from '../../grant/store/held-grant.ts';
import { contactOfficers } from '../../role-holding/store/office-holders.ts';
import { familyRemovalMachine } from '../family-removal.machine.ts';
import { requireNotTheHost } from '../guards/not-the-host.ts';
import { addRemoval, excludeAgency, tellRemoval, workerAgency } from '../store/removals.ts';
import { namesOne, ONE_NAMED, removalOf } from './removal-of.ts';

const input = z
  .strictObject({ ...removalOf, viable: z.boolean().nullish(), idempotencyKey })
  .refine(namesOne, ONE_NAMED)
  .refine(({ agency, viable }) => (agency == null) === (viable == null), {
    path: ['viable'],
    message: 'whether support can go on without the agency, where one is named',
  });
type Input = z.infer<typeof input>;

/**
 * Takes an agency, or one worker, away from an episode because the family asks for it. It holds at once; the 48 hours are
 * for telling those who lost their access, and nobody else is told anything (SHR-8.2.1i).
 */
export const removeAtFamilysRequest: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: given, now } = call;
    await holdEpisode(transaction, given.episode);
    const grantor = await requireGrantorOrLead(call, given.episode);
    const agency = await agencyOf(call);
    if (given.practitioner == null) await requireNotTheHost(call, agency);
    const held = (await grantsHeldOn(transaction, { episode: given.episode, now })).filter(
      (each) =>
        // Neither is the family's to end: what protects a child, and what looks at those who could ask in its name.
        each.basis !== 'OVERRIDE' &&
        !looksAtOthers(each.role) &&
        (given.practitioner == null
          ? each.agencyId === agency
          : each.accountId === given.practitioner),
    );
    if (held.some(({ role, basis }) => role === 'LEAD_PROFESSIONAL' && basis === 'WORK'))
      await requireLeadThemselves(call, given.episode, grantor);
    await endForFamily(call, held);
    if (given.practitioner == null)
      await excludeAgency(transaction, {
        episode: given.episode,
        agency,
        reason: given.reason,
        viable: given.viable === true,
        by: call.principal,
        at: now,
      });
    return duty(call, agency, held);
  },
};

async function agencyOf({ transaction, input }: CommandCall<Input>): Promise<string> {
  const found = await workerAgency(transaction, {
    agency: input.agency ?? null,
    practitioner: input.practitioner ?? null,
  });
  if (found === null) throw new CommandRefused('RECORD_UNKNOWN');
  return found;
}

async function endForFamily(call: CommandCall<Input>, held: readonly HeldGrant[]): Promise<void> {
  const { now, input: given } = call;
  const cause = 'FAMILY_REQUEST';
  await stepGrants(takingFor(call), held, {
    move: 'REVOKE',
    reason: given.reason,
    onBehalfOf: 'FAMILY',
    details: { cause },
    change: { revoked: { at: now, cause } },
  });
}

/** Whoever lost access is told of the family's decision; where nobody did, there is nobody to tell and nothing to wait for. */
async function duty(
  call: CommandCall<Input>,
  agency: string,
  held: readonly HeldGrant[],
): Promise<Readonly<Record<string, unknown>>> {
  const { transaction, input: given, now } = call;
  const removal = crypto.randomUUID();
  const heldAccess = held.length > 0;
  const dueAt = deadlineAfter(now, await chosenPeriod(transaction, 'FAMILY_REMOVAL'));
  const about = { episode: given.episode, agency, account: given.practitioner ?? null };
  const taking = takingFor(call);
  await addRemoval(transaction, {
    id: removal,
    episode: given.episode,
    agency,
    practitioner: given.practitioner ?? null,
    heldAccess,
    requestedAt: now,
    dueAt,
  });
  const { reason: because, viable } = given;
  const details = viable == null ? {} : { viable };
  const state = await begin(
    familyRemovalMachine,
    removal,
    { move: 'REMOVE', onBehalfOf: 'FAMILY', reason: because, about, details },
    taking,
  );
  if (!heldAccess) {
    const nobody = { id: removal, state, revision: 1 };
    const reason =
      given.practitioner == null
        ? 'Nobody of the agency had access.'
        : 'They had no access themselves.';
    await takeStep(
      familyRemovalMachine,
      nobody,
      { move: 'TELL', onBehalfOf: 'SERVICE', reason, about },
      taking,
    );
    await tellRemoval(transaction, removal, now);
    return { removal, revision: 2, state: 'TOLD', dueAt: dueAt.toISOString() };
  }
  // Whoever had access is told so whoever they are; of those who had none, nobody who is related to the family (SHR-1.2g).
  const accounts =
    given.practitioner == null ? await contactOfficers(transaction, [agency], now) : [];
  const officers = await unrelated(transaction, { accounts, episodes: [given.episode] }, now);
  for (const account of new Set([...held.map(({ accountId }) => accountId), ...officers]))
    await postNotice(transaction, {
      kind: 'ACCESS_REMOVED_AT_FAMILYS_REQUEST',
      to: { account },
      params: { at: now, page: '/grants' },
      at: now,
    });
  return { removal, revision: 1, state, dueAt: dueAt.toISOString() };
}
