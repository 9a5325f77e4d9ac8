import { requireOwnOr } from '../../agency/guards/own-agency.ts';
import { HOST, WATCHERS } from '../../role-holding/offices.ts';
import { requireNotLast } from '../guards/last-of-office.ts';
import { requireMayEnd } from '../guards/looks-now.ts';
import type { Ending } from '../store/leave.ts';
import { endAccount } from '../store/leave.ts';
import { accountStep } from './account-command.ts';

/** Ends an account for good, with all that it could do, at once; of who looks at an audit or review now by those who give no access. */
function ending(roles: readonly string[], end: Pick<Ending, 'move' | 'cause'>) {
  return accountStep(
    [...roles, ...WATCHERS],
    {},
    (held, call, taking) => endAccount(held, { ...end, reason: call.input.reason }, taking),
    async (held, call) => {
      requireOwnOr([...HOST, ...WATCHERS], call, held.agencyId);
      await requireNotLast(call, held.id);
      await requireMayEnd(call, held, roles);
    },
  );
}

/** Somebody left their agency, or is no longer to work here: everything they could do ends with that (SHR-8.4.2e). */
export const reportLeaver = ending([...HOST, 'CONTACT_OFFICER'], {
  move: 'LEAVE',
  cause: 'USER_LEFT',
});

/** Somebody broke the terms of use; their address and their sign-in stay taken, so that they come back by no other way. */
export const endForTermsBreach = ending(HOST, { move: 'END_FOR_BREACH', cause: 'MISUSE' });
