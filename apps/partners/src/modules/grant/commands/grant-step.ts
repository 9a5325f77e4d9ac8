import type { Taking } from '@postern/steps';
import { expectedRevision, id, reason, requireRevision, takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdsNow } from '../../role-holding/guards/holds-now.ts';
import { looksAtOthers } from '../grantable-roles.ts';
import type { Grantor } from '../guards/grantor.ts';
import { requireGrantor, requireLeadThemselves } from '../guards/grantor.ts';
import type { GrantStep } from '../step-grants.ts';
import { stepGrants } from '../step-grants.ts';
import type { HeldGrant } from '../store/held-grant.ts';
import { holdGrant } from '../store/held-grant.ts';

/** What every step of a grant is given. */
export const grantStep = { grant: id, expectedRevision, reason };
export const grantStepInput = z.strictObject(grantStep);

/** Who looks after what watches over others. */
const OVERSEER = 'DATA_PROTECTION_OFFICER';

/** As a step of a grant comes in. */
export type GrantStepInput = z.infer<typeof grantStepInput>;

/**
 * Holds a grant for one of those who give and end access to its episode; nobody decides about their own. An override was
 * not theirs to give, and they may be whom it is about: it stands until its end, or until it is not upheld (SHR-8.3.7i).
 * @throws CommandRefused RECORD_UNKNOWN, NOT_A_GRANTOR, OWN_ACCESS, ACTS_FOR_LEAD, REVISION_PASSED, OVERRIDE_NOT_EXTENDED, OVERRIDE_STANDS
 */
export async function holdAsGrantor(
  call: CommandCall<GrantStepInput>,
  ofOverride: 'OVERRIDE_STANDS' | 'OVERRIDE_NOT_EXTENDED' = 'OVERRIDE_STANDS',
): Promise<{ readonly held: HeldGrant; readonly grantor: Grantor }> {
  const { transaction, principal, input, now } = call;
  const held = await holdGrant(transaction, input.grant, now);
  const grantor = await requireGrantor(call, held.episodeId);
  if (held.accountId === principal.accountId) throw new CommandRefused('OWN_ACCESS');
  if (held.role === 'LEAD_PROFESSIONAL') await requireLeadThemselves(call, held.episodeId, grantor);
  requireRevision(held, input.expectedRevision);
  if (held.basis === 'OVERRIDE') throw new CommandRefused(ofOverride);
  return { held, grantor };
}

/**
 * Holds a grant for somebody who stops or ends it: of an audit or a review that is the data protection officer alone, and
 * nobody whose work it looks at (SHR-8.3.7i, SHR-6a).
 * @throws CommandRefused RECORD_UNKNOWN, NOT_A_GRANTOR, OWN_ACCESS, ACTS_FOR_LEAD, ACCESS_OF_REVIEW, REVISION_PASSED
 */
export async function holdToStop(
  call: CommandCall<GrantStepInput>,
): Promise<{ readonly held: HeldGrant }> {
  const { transaction, principal, input, now } = call;
  const held = await holdGrant(transaction, input.grant, now);
  if (!looksAtOthers(held.role)) return holdAsGrantor(call);
  if (!(await holdsNow(call, [OVERSEER]))) {
    await requireGrantor(call, held.episodeId);
    throw new CommandRefused('ACCESS_OF_REVIEW', { about: [OVERSEER] });
  }
  const own = await call.grantee(principal.accountId, held.episodeId);
  if (own === null || own.conflictDeclared) throw new CommandRefused('RECORD_UNKNOWN');
  if (held.accountId === principal.accountId) throw new CommandRefused('OWN_ACCESS');
  requireRevision(held, input.expectedRevision);
  return { held };
}

/** Takes a step of a grant that is held, and writes what it changes. @throws CommandRefused STEP_NOT_POSSIBLE */
export function stepGrant(taking: Taking, held: HeldGrant, step: GrantStep): Promise<void> {
  return stepGrants(taking, [held], step);
}

/** A step that a grantor takes, with what it changes. */
export async function stepAsGrantor(
  call: CommandCall<GrantStepInput>,
  held: HeldGrant,
  step: Pick<GrantStep, 'change' | 'details' | 'move'>,
): Promise<{ readonly grant: string }> {
  const { reason: because } = call.input;
  await stepGrant(takingFor(call), held, { ...step, reason: because, onBehalfOf: 'AGENCY' });
  return { grant: held.id };
}
