import type { Command } from '@postern/subgraph-kit';
import { holdReceived, RECEIVING } from '../guards/part.ts';
import type { StepInput } from './steps.ts';
import { plainStep, stepInput } from './steps.ts';

/** The social-care worker says that they have taken over. */
export const receiveTransfer: Command<StepInput> = {
  roles: RECEIVING,
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => plainStep(call, await holdReceived(call), { move: 'RECEIVE' }),
};
