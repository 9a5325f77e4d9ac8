import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { grantStep, holdToStop, stepAsGrantor } from './grant-step.ts';

/** Those that somebody states; the others follow from what is done elsewhere. */
export const STATED_CAUSES = ['SUPPORT_ENDED', 'MISUSE', 'AUDIT_COMPLETE', 'ERROR'] as const;

const input = z.strictObject({
  ...grantStep,
  cause: z.enum(STATED_CAUSES, `one of ${STATED_CAUSES.join(', ')}`),
});

/** Ends somebody's access at once (SHR-8.2.1h). */
export const revokeGrant: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { cause } = call.input;
    const { held } = await holdToStop(call);
    const change = { revoked: { at: call.now, cause } };
    return stepAsGrantor(call, held, { move: 'REVOKE', details: { cause }, change });
  },
};
