import type { Taking } from '@postern/steps';
import { expectedRevision, id, reason, takeStep, takingFor } from '@postern/steps';
import type { Answer, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { Transfer, TransferChange } from '../store/transfers.ts';
import { holdTransfer, stepTransfer } from '../store/transfers.ts';
import type { TransferMove } from '../transfer.machine.ts';
import { transferMachine } from '../transfer.machine.ts';

/** What every step is given. */
export const step = { transfer: id, expectedRevision, reason };
export const stepInput = z.strictObject(step);
export type StepInput = z.infer<typeof stepInput>;

/** A step, what it changes, and what the record says of it beside. */
export interface TransferStepTaken {
  readonly move: TransferMove;
  readonly reason: string;
  readonly change?: TransferChange;
  readonly details?: Readonly<Record<string, string | null>>;
}

/** Takes a step and writes what it changes. */
export async function takeTransferStep(
  transfer: Transfer,
  { move, reason: because, change, details }: TransferStepTaken,
  taking: Taking,
): Promise<void> {
  const state = await takeStep(
    transferMachine,
    transfer,
    {
      move,
      reason: because,
      onBehalfOf: 'AGENCY',
      about: { episode: transfer.episodeId },
      ...(details === undefined ? {} : { details }),
    },
    taking,
  );
  await stepTransfer(taking.transaction, transfer.id, { state, at: taking.actor.at }, change);
}

/** A step by the caller with nothing beside it. */
export async function plainStep(
  call: CommandCall<StepInput>,
  transfer: Transfer,
  taken: Omit<TransferStepTaken, 'reason'>,
): Promise<Answer> {
  await takeTransferStep(transfer, { ...taken, reason: call.input.reason }, takingFor(call));
  return answerOf(call, transfer.id);
}

/** The answer of a command: where the transfer now stands. */
export async function answerOf(
  { transaction }: Pick<CommandCall<unknown>, 'transaction'>,
  transfer: string,
): Promise<Answer> {
  const { id: transferId, state, revision, grantId } = await holdTransfer(transaction, transfer);
  return { transfer: transferId, state, revision, grant: grantId };
}
