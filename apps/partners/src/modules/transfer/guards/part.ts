import { requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import { requireMayWrite } from '../../grant/guards/may-write.ts';
import type { Transfer } from '../store/transfers.ts';
import { holdTransfer } from '../store/transfers.ts';

/** By whom a transfer is instructed: whoever leads the episode, or the front door where it works on it (SHR-3.4.10b). */
export const INSTRUCTING: readonly string[] = ['LEAD_PROFESSIONAL', 'EHAST_PRACTITIONER'];
/** Who says yes to what others instructed. */
export const APPROVING: readonly string[] = ['EHAST_PRACTITIONER', 'EARLY_HELP_MANAGER'];
export const RECEIVING: readonly string[] = ['SOCIAL_CARE_WORKER'];
/** The council speaks by its managers. */
export const CONSENTING: readonly string[] = ['EARLY_HELP_MANAGER'];

export interface TransferStep {
  readonly transfer: string;
  readonly expectedRevision: number;
}

/**
 * Whoever instructs sees the episode, and works on it as one of those who do.
 * @throws CommandRefused RECORD_UNKNOWN, OVERRIDE_READS, ROLE_NOT_PERMITTED
 */
export async function requireInstructs(call: CommandCall<unknown>, episode: string): Promise<void> {
  await requireMayWrite(call, episode);
  if (!(await instructs(call, episode)))
    throw new CommandRefused('ROLE_NOT_PERMITTED', { about: INSTRUCTING });
}

async function instructs(
  { transaction, principal, now }: CommandCall<unknown>,
  episode: string,
): Promise<boolean> {
  const [found] = await transaction.run<{ instructs: boolean }>({
    text: 'SELECT access.instructs_transfers($1::uuid, $2::uuid, $3::timestamptz) AS instructs',
    values: [principal.accountId, episode, now.toISOString()],
  });
  return found?.instructs === true;
}

/** Holds one for whoever instructs it, as it was when they read it. @throws CommandRefused as {@link requireInstructs}, REVISION_PASSED */
export async function holdInstructed(call: CommandCall<TransferStep>): Promise<Transfer> {
  const transfer = await holdTransfer(call.transaction, call.input.transfer);
  await requireInstructs(call, transfer.episodeId);
  requireRevision(transfer, call.input.expectedRevision);
  return transfer;
}

/**
 * Holds one for an office; to whoever has a relationship with the family it is none (SHR-1.2g).
 * @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED
 */
export async function holdForOffice(call: CommandCall<TransferStep>): Promise<Transfer> {
  const transfer = await holdTransfer(call.transaction, call.input.transfer);
  await requireMayKnow(call, [transfer.episodeId]);
  requireRevision(transfer, call.input.expectedRevision);
  return transfer;
}

/** Holds one for whoever it was sent to; to everybody else it is none. @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED */
export async function holdReceived(call: CommandCall<TransferStep>): Promise<Transfer> {
  const transfer = await holdTransfer(call.transaction, call.input.transfer);
  await requireReceiver(call, transfer);
  requireRevision(transfer, call.input.expectedRevision);
  return transfer;
}

/** The same, or for whoever instructs: both hear what the family wishes. */
export async function holdReceivedOrInstructed(call: CommandCall<TransferStep>): Promise<Transfer> {
  const transfer = await holdTransfer(call.transaction, call.input.transfer);
  if (transfer.receiverId === call.principal.accountId) await requireReceiver(call, transfer);
  else await requireInstructs(call, transfer.episodeId);
  requireRevision(transfer, call.input.expectedRevision);
  return transfer;
}

async function requireReceiver(call: CommandCall<unknown>, transfer: Transfer): Promise<void> {
  const { principal } = call;
  if (transfer.receiverId !== principal.accountId) throw new CommandRefused('RECORD_UNKNOWN');
  if (!principal.roles.some((role) => RECEIVING.includes(role)))
    throw new CommandRefused('ROLE_NOT_PERMITTED', { about: RECEIVING });
  await requireMayKnow(call, [transfer.episodeId]);
}
