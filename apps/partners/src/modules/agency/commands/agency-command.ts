import type { Taking } from '@postern/steps';
import { expectedRevision, id, reason, requireRevision, takingFor } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { HeldAgency } from '../store/agency.ts';
import { holdAgency } from '../store/agency.ts';

/** What every step of an agency is given. */
const STEP = { agency: id, expectedRevision, reason };

type Given<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>> & {
  readonly agency: string;
  readonly expectedRevision: number;
  readonly reason: string;
};

/** A step of one agency, which is held until the transaction ends; the answer is the agency. */
export function agencyStep<Shape extends z.ZodRawShape>(
  roles: readonly string[],
  shape: Shape,
  take: (held: HeldAgency, call: CommandCall<Given<Shape>>, taking: Taking) => Promise<unknown>,
): Command<Given<Shape>> {
  const input = z.strictObject({ ...STEP, ...shape }) as unknown as z.ZodType<Given<Shape>>;
  return {
    roles,
    purpose: 'ADMINISTRATION',
    input,
    run: async (call): Promise<Answer> => {
      const held = await holdAgency(call.transaction, call.input.agency);
      requireRevision(held, call.input.expectedRevision);
      await take(held, call, takingFor(call));
      return { agency: held.id };
    },
  };
}
