import {
  expectedRevision,
  holdEpisode,
  id,
  idempotencyKey,
  moment,
  reason,
  requireRevision,
  takingFor,
} from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { stepGrant } from '../../grant/commands/grant-step.ts';
import { giveAccess } from '../../grant/give-access.ts';
import { requireGrantor, requireLeadThemselves } from '../../grant/guards/grantor.ts';
import type { HeldGrant } from '../../grant/store/held-grant.ts';
import { leadGrants } from '../lead.ts';

const input = z.strictObject({
  episode: id,
  grant: id.nullish(),
  expectedRevision: expectedRevision.nullish(),
  to: id,
  endsAt: moment,
  reason,
  idempotencyKey,
});

/** The lead of an episode passes to somebody else: the old access ends in the moment in which the new one begins (SHR-3.4.11a). */
export const handOverLead: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: given } = call;
    await holdEpisode(transaction, given.episode);
    const grantor = await requireGrantor(call, given.episode);
    await requireLeadThemselves(call, given.episode, grantor);
    const leads = await leadGrants(call, given.episode, 'WORK');
    if (leads.some(({ accountId }) => accountId === given.to))
      throw new CommandRefused('ALREADY_LEADS');
    const held = leadNamed(leads, given);
    if (held !== undefined) await endLead(call, held);
    const grant = await giveAccess(
      call,
      {
        account: given.to,
        episode: given.episode,
        role: 'LEAD_PROFESSIONAL',
        workingRelationship: held?.workingRelationship ?? 'Leads the plan with the family',
        endsAt: given.endsAt,
        persons: null,
        basis: 'WORK',
        reason: given.reason,
        onBehalfOf: 'AGENCY',
      },
      'HOST',
    );
    return { grant };
  },
};

/**
 * Whose lead is passed on; nobody’s where nobody leads. Whoever came to lead since the caller looked goes on leading.
 * @throws CommandRefused REVISION_PASSED
 */
function leadNamed(
  leads: readonly HeldGrant[],
  { grant, expectedRevision: expected }: z.infer<typeof input>,
): HeldGrant | undefined {
  const [first] = leads;
  if (first === undefined) return undefined;
  const held = leads.find(({ id: named }) => named === grant);
  if (held === undefined) throw new CommandRefused('REVISION_PASSED', { revision: first.revision });
  requireRevision(held, expected ?? 0);
  return held;
}

async function endLead(call: CommandCall<z.infer<typeof input>>, held: HeldGrant): Promise<void> {
  const { now, input: given } = call;
  const cause = 'HANDED_OVER';
  await stepGrant(takingFor(call), held, {
    move: 'HAND_OVER',
    reason: given.reason,
    onBehalfOf: 'AGENCY',
    details: { cause, to: given.to },
    change: { revoked: { at: now, cause } },
  });
}
