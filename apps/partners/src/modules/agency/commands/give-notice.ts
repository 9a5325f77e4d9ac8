import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod, dayOf } from '@postern/steps';
import { HOST } from '../../role-holding/offices.ts';
import { requireOwnOrHost } from '../guards/own-agency.ts';
import { moveAgency, requireNotIn, requirePossible } from '../store/agency.ts';
import { leaveAt } from '../store/leaving.ts';
import { tell } from '../store/notices.ts';
import { agencyStep } from './agency-command.ts';

/**
 * Written notice, by the agency itself or received by the host (SHR-13): all signatures end when its time is over, so
 * access ends at that instant whether or not anything else happens then.
 */
export const giveNotice = agencyStep(
  [...HOST, 'CONTACT_OFFICER'],
  {},
  async (held, call, taking) => {
    const { transaction, input, now } = call;
    requireOwnOrHost(call, held.id);
    if (held.leavesAt !== null) requireNotIn(held, held.state);
    requirePossible(held, 'GIVE_NOTICE', 'GIVE_NOTICE_WHILE_SUSPENDED');
    const leavesAt = deadlineAfter(now, await chosenPeriod(transaction, 'NOTICE_OF_LEAVING'));
    await leaveAt(transaction, held.id, leavesAt);
    const details = { leavesAt: leavesAt.toISOString() };
    const moves = ['GIVE_NOTICE', 'GIVE_NOTICE_WHILE_SUSPENDED'] as const;
    await moveAgency(held, moves, { reason: input.reason, details }, taking);
    const day = { leaves: dayOf(leavesAt) };
    await tell(held, { kind: 'AGENCY_NOTICE_GIVEN', day }, taking);
  },
);
