import type { Taking } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { ProposalKind } from '../agency-record.table.ts';
import { requireAnotherAgency } from '../guards/another-agency.ts';
import type { HeldAgency } from '../store/agency.ts';
import { noteAgency, requirePossible } from '../store/agency.ts';
import { pendingProposal, propose } from '../store/proposals.ts';
import { agencyStep } from './agency-command.ts';

/** Who speaks for an agency in a joint decision (STA-9.0b). */
export const SPEAKERS: readonly string[] = [
  'EARLY_HELP_MANAGER',
  'BUSINESS_SUPPORT',
  'CONTACT_OFFICER',
  'DATA_PROTECTION_OFFICER',
];

/** Proposes that an agency which breached the agreement be suspended. */
export const suspendAgency = proposal('SUSPEND');
/** Proposes that its suspension be lifted. */
export const liftSuspension = proposal('LIFT');

function proposal(kind: ProposalKind) {
  return agencyStep(
    SPEAKERS,
    {},
    (held: HeldAgency, call: CommandCall<{ readonly reason: string }>, taking: Taking) =>
      proposing(kind, held, call, taking),
  );
}

async function proposing(
  kind: ProposalKind,
  held: HeldAgency,
  call: CommandCall<{ readonly reason: string }>,
  taking: Taking,
): Promise<void> {
  const { transaction, principal } = call;
  requirePossible(held, kind);
  requireAnotherAgency(principal.agencyId, [held.id]);
  if ((await pendingProposal(transaction, held.id)) !== null)
    throw new CommandRefused('DECISION_PENDING');
  await propose(transaction, { agency: held.id, kind, by: taking.actor });
  await noteAgency(held, `PROPOSE_TO_${kind}`, { reason: call.input.reason }, taking);
}
