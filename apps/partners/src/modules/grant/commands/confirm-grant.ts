import type { Command } from '@postern/subgraph-kit';
import { nextReview } from '../guards/grant-end.ts';
import type { GrantStepInput } from './grant-step.ts';
import { grantStepInput, holdAsGrantor, stepAsGrantor } from './grant-step.ts';

/** Confirms that the access is still needed; without it, it lapses on its day. */
export const confirmGrant: Command<GrantStepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: grantStepInput,
  run: async (call) => {
    const { held } = await holdAsGrantor(call);
    const confirmBy = await nextReview(call);
    const details = { confirmBy: confirmBy.toISOString() };
    return stepAsGrantor(call, held, { move: 'CONFIRM', details, change: { confirmBy } });
  },
};
