import { leaveWithAgency } from '../../account/store/leave-with-agency.ts';
import { endLinksOf } from '../../agency-provider/store/end-links-of.ts';
import { HOST } from '../../role-holding/offices.ts';
import { moveAgency, requirePossible } from '../store/agency.ts';
import { endContact, returned } from '../store/leaving.ts';
import { decide, pendingProposal } from '../store/proposals.ts';
import { agencyStep } from './agency-command.ts';

/**
 * Begins anew with an agency that left: it negotiates, names whom to turn to and signs as any other. Whoever of its people
 * still has an account has none from now on, what was proposed about it before is settled, and no provider speaks for it until
 * two people say so anew. Until it is invited again whoever left with it signs in as before, to read why they are out.
 */
export const inviteAgencyAgain = agencyStep(
  HOST,
  {},
  async (held, { transaction, input, now }, taking) => {
    requirePossible(held, 'INVITE_AGAIN');
    const { reason } = input;
    await endLinksOf(held, reason, taking);
    await leaveWithAgency(held.id, reason, taking);
    const pending = await pendingProposal(transaction, held.id);
    if (pending !== null) await decide(transaction, pending, 'REFUSED', now);
    await endContact(transaction, held.id, now);
    await returned(transaction, held.id);
    await moveAgency(held, 'INVITE_AGAIN', { reason }, taking);
  },
);
