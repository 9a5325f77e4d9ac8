import { requireRevision } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { z } from 'zod';
import type { HeldSet } from '../store/justifications.ts';
import { holdSet } from '../store/justifications.ts';

/** What every step of one justification is given. */
interface StepInput {
  readonly justification: string;
  readonly expectedRevision: number;
}

/** A step of a justification that the caller may see: what cannot be read cannot be decided about. */
export function stepCommand<Input extends StepInput>(
  roles: readonly string[] | 'ANY',
  input: z.ZodType<Input>,
  run: (held: HeldSet, call: CommandCall<Input>) => Promise<readonly string[]>,
): Command<Input> {
  return {
    roles,
    purpose: 'ANY',
    input,
    run: async (call) => {
      const { justification, expectedRevision } = call.input;
      const held = await holdSet(call.transaction, justification, call.now);
      const seen = await call.seen('Justification', [justification]);
      if (!seen.has(justification)) throw new CommandRefused('RECORD_UNKNOWN');
      requireRevision(held.one, expectedRevision);
      return { justifications: await run(held, call) };
    },
  };
}
