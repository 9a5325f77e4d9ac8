import type { Command } from '@postern/subgraph-kit';
import type { GrantStepInput } from './grant-step.ts';
import { grantStepInput, holdToStop, stepAsGrantor } from './grant-step.ts';

/** Stops access for a while; it opens nothing until it is resumed. */
export const suspendGrant: Command<GrantStepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: grantStepInput,
  run: async (call) => {
    const { held } = await holdToStop(call);
    return stepAsGrantor(call, held, { move: 'SUSPEND', change: { suspendedAt: call.now } });
  },
};

/** Lets suspended access go on, as far as everything that access asks still holds when it is read. */
export const resumeGrant: Command<GrantStepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: grantStepInput,
  run: async (call) => {
    const { held } = await holdToStop(call);
    return stepAsGrantor(call, held, { move: 'RESUME', change: { suspendedAt: null } });
  },
};
