import type { Command } from '@postern/subgraph-kit';
import type { z } from 'zod';
import { holdOwn, TAKING_PART } from '../guards/whose.ts';
import { plainStep, stepInput } from './steps.ts';

/** Gives one up that nobody has read in yet. */
export const withdrawReviewAccess: Command<z.infer<typeof stepInput>> = {
  roles: TAKING_PART,
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => plainStep(call, await holdOwn(call), 'WITHDRAW'),
};
