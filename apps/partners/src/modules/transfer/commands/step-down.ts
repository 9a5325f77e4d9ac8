import { day, dayToCome, id, requireStep, takingFor } from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdReceived, holdReceivedOrInstructed, INSTRUCTING, RECEIVING } from '../guards/part.ts';
import { stepsDown } from '../store/moving-episode.ts';
import type { Transfer } from '../store/transfers.ts';
import { othersSent } from '../store/transfers.ts';
import { transferMachine } from '../transfer.machine.ts';
import { endReading } from './end-reading.ts';
import { requireOfEpisode } from './propose.ts';
import type { StepInput } from './steps.ts';
import { answerOf, plainStep, step, stepInput, takeTransferStep } from './steps.ts';

const closed = z.strictObject({ ...step, closedOn: day });

/** Social care says that it has closed its work with the family (SHR-3.4.10d). */
export const recordSocialCareClosed: Command<z.infer<typeof closed>> = {
  roles: RECEIVING,
  purpose: 'ANY',
  input: closed,
  run: async (call) => {
    const { closedOn: on } = call.input;
    const transfer = await holdReceived(call);
    requirePast('closedOn', on, call);
    const change = { closed: { on, by: call.principal.accountId } };
    return plainStep(call, transfer, { move: 'RECORD_CLOSED', change, details: { on } });
  },
};

const wish = z.strictObject({ ...step, person: id, wishOn: day });

/** Somebody of the family wishes for early help again, and whoever they told says so (SHR-3.4.10d). */
export const recordStepDownWish: Command<z.infer<typeof wish>> = {
  roles: [...RECEIVING, ...INSTRUCTING],
  purpose: 'ANY',
  input: wish,
  run: async (call) => {
    const { wishOn: on, person: of } = call.input;
    const transfer = await holdReceivedOrInstructed(call);
    await requireOfEpisode(call, transfer.episodeId, of);
    requirePast('wishOn', on, call);
    const change = { wish: { of, on, toldTo: call.principal.accountId } };
    return plainStep(call, transfer, { move: 'RECORD_WISH', change, details: { on } });
  },
};

/** @throws CommandRefused ARGUMENT_INVALID */
function requirePast(part: string, on: string, { now }: CommandCall<unknown>): void {
  const findings = dayToCome(part, on, now);
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

/**
 * Early help goes on with a family that social care has closed its work with and that wishes for it; whatever else
 * went to social care of the episode ends with it, and nobody there reads anything of it from then on (SHR-3.4.10d).
 */
export const stepDown: Command<StepInput> = {
  roles: [...RECEIVING, ...INSTRUCTING],
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const { transaction, input } = call;
    const transfer = await holdReceivedOrInstructed(call);
    requireStep(transferMachine, transfer, 'STEP_DOWN');
    const others = await othersSent(transaction, transfer);
    const missing = missingFor(transfer, others);
    if (missing.length > 0)
      throw new CommandRefused('STEP_DOWN_NOT_POSSIBLE', { findings: missing });
    const taking = takingFor(call);
    const { actor } = taking;
    if (!(await stepsDown(transaction, transfer.episodeId, { reason: input.reason, actor })))
      throw new CommandRefused('STEP_DOWN_NOT_POSSIBLE', { findings: [NOT_STEPPED_UP] });
    for (const each of [transfer, ...others]) {
      await takeTransferStep(each, { move: 'STEP_DOWN', reason: input.reason }, taking);
      await endReading(call, each, 'Social care has closed its work.');
    }
    return answerOf(call, transfer.id);
  },
};

const NOT_STEPPED_UP = finding(
  'episode',
  'EPISODE_NOT_STEPPED_UP',
  'an episode that social care took over and that is not being closed',
);

function missingFor(transfer: Transfer, others: readonly Transfer[]): readonly Finding[] {
  return [
    ...([transfer, ...others].every(({ closedThereOn }) => closedThereOn !== null)
      ? []
      : [
          finding(
            'transfer',
            'SOCIAL_CARE_NOT_CLOSED',
            'the day on which social care closed its work, of every transfer of the episode that was sent',
          ),
        ]),
    ...(transfer.wishOn === null
      ? [finding('transfer', 'FAMILY_WISH_NOT_RECORDED', 'the family’s wish, and since when')]
      : []),
  ];
}
