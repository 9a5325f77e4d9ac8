import { dayOf } from '@postern/steps';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireAnotherAgency } from '../guards/another-agency.ts';
import { moveAgency, noteAgency, requirePossible } from '../store/agency.ts';
import { tell } from '../store/notices.ts';
import { decide, pendingProposal } from '../store/proposals.ts';
import { agencyStep } from './agency-command.ts';
import { SPEAKERS } from './propose-suspension.ts';

/** Decides on what another agency proposed about a third one; all partners are told of a suspension (STA-9.0b). */
export const decideOnSuspension = agencyStep(
  SPEAKERS,
  { agree: z.boolean() },
  async (held, call, taking) => {
    const { transaction, principal, input, now } = call;
    const pending = await pendingProposal(transaction, held.id);
    if (pending === null) throw new CommandRefused('NOTHING_TO_DECIDE');
    requireAnotherAgency(principal.agencyId, [held.id, pending.proposedByAgency]);
    const { reason } = input;
    const details = { proposal: pending.id, agreed: input.agree };
    await decide(transaction, pending, input.agree ? 'AGREED' : 'REFUSED', now);
    if (!input.agree) {
      await noteAgency(held, `REFUSE_TO_${pending.kind}`, { reason, details }, taking);
      return;
    }
    requirePossible(held, pending.kind);
    if (pending.kind === 'SUSPEND') {
      await moveAgency(held, 'SUSPEND', { reason, details }, taking);
      const day = { on: dayOf(now) };
      await tell(held, { kind: 'AGENCY_SUSPENDED', day }, taking);
      return;
    }
    const back = held.leavesAt === null ? 'LIFT' : 'LIFT_UNDER_NOTICE';
    await moveAgency(held, back, { reason, details }, taking);
  },
);
