import type { Command } from '@postern/subgraph-kit';
import { holdInstructed, INSTRUCTING } from '../guards/part.ts';
import type { StepInput } from './steps.ts';
import { plainStep, stepInput } from './steps.ts';

/** Gives one up of which nothing has gone yet. */
export const withdrawTransfer: Command<StepInput> = {
  roles: INSTRUCTING,
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => plainStep(call, await holdInstructed(call), { move: 'WITHDRAW' }),
};
