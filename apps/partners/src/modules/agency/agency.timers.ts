import type { Due, Firing, Statements, TimerKind } from '@postern/scheduler';
import { NoLongerDue } from '@postern/scheduler';
import type { Taking } from '@postern/steps';
import { dayOf, takingByService } from '@postern/steps';
import { leaveWithAgency } from '../account/store/leave-with-agency.ts';
import { endGrants } from '../grant/grants-of.ts';
import type { AgencyMove } from './agency.machine.ts';
import type { HeldAgency } from './store/agency.ts';
import { holdAgency, moveAgency } from './store/agency.ts';
import { leaving, reviewsDue, signaturesOutdated } from './store/due.ts';
import { tell } from './store/notices.ts';

/** What is due of all agencies, or of one. */
type DueNow = (
  statements: Statements,
  now: Date,
  limit: number,
  only?: string | null,
) => Promise<readonly Due[]>;

/** A step that the service takes once facts say so; they are asked again while the agency is held. */
function step(
  kind: Pick<TimerKind, 'name' | 'clause'>,
  due: DueNow,
  take: (held: HeldAgency, taking: Taking, firing: Firing) => Promise<void>,
): TimerKind {
  return {
    ...kind,
    due: (statements, now, limit) => due(statements, now, limit),
    fire: async (firing) => {
      const { transaction, now, subjectId } = firing;
      const held = await holdAgency(transaction, subjectId);
      const [still] = await due(transaction, now, 1, subjectId);
      if (still === undefined) throw new NoLongerDue();
      await take(held, takingByService(transaction, now), firing);
    },
  };
}

const because = (move: AgencyMove, reason: string) => ({ move, reason });
const REVIEW = because('FALL_DUE_FOR_REVIEW', 'The time for the review has come.');
const OUTDATED = because(
  'REQUIRE_NEW_SIGNATURE',
  'Only signatures of a newer version count from this day on.',
);
const LEFT = because('WITHDRAW', 'The time of the notice is over.');

/** What happens to agencies because a time has come. */
export const agencyTimers: readonly TimerKind[] = [
  step(
    { name: 'AGENCY_REVIEW_DUE', clause: 'SHR-0-rev' },
    reviewsDue,
    async (held, taking, { dueAt }) => {
      await moveAgency(held, REVIEW.move, { reason: REVIEW.reason }, taking);
      await tell(held, { kind: 'AGENCY_REVIEW_DUE', day: { by: dayOf(dueAt) } }, taking);
    },
  ),
  step(
    { name: 'AGENCY_SIGN_AGAIN', clause: 'STA-1.3a' },
    signaturesOutdated,
    async (held, taking, { dueAt }) => {
      await moveAgency(held, OUTDATED.move, { reason: OUTDATED.reason }, taking);
      await tell(held, { kind: 'SIGN_AGAIN', day: { by: dayOf(dueAt) } }, taking);
    },
  ),
  step(
    { name: 'AGENCY_WITHDRAWN', clause: 'SOM-12b' },
    leaving,
    async (held, taking, { dueAt }) => {
      const { reason } = LEFT;
      await moveAgency(held, LEFT.move, { reason }, taking);
      await leaveWithAgency(held.id, reason, taking);
      // Of whoever does not leave with it, as the family members for whom it vouched.
      await endGrants(taking, { of: { agency: held.id }, cause: 'AGENCY_WITHDREW', reason });
      await tell(held, { kind: 'AGENCY_WITHDRAWN', day: { on: dayOf(dueAt) } }, taking);
    },
  ),
];
