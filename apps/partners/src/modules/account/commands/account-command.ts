import type { Taking } from '@postern/steps';
import { expectedRevision, id, reason, requireRevision, takingFor } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireNotSelf } from '../guards/not-self.ts';
import type { HeldAccount } from '../store/account.ts';
import { holdPractitioner } from '../store/account.ts';

/** What every step of an account is given. */
const STEP = { practitioner: id, expectedRevision, reason };

type Given<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>> & {
  readonly practitioner: string;
  readonly expectedRevision: number;
  readonly reason: string;
};

/**
 * A step of somebody else's account, which is held until the transaction ends; the answer is where it then stands. Whoever may
 * not take it of this account is refused before they are told anything of how it stands.
 */
export function accountStep<Shape extends z.ZodRawShape>(
  roles: readonly string[],
  shape: Shape,
  take: (
    held: HeldAccount,
    call: CommandCall<Given<Shape>>,
    taking: Taking,
  ) => Promise<HeldAccount>,
  requireMay: (held: HeldAccount, call: CommandCall<Given<Shape>>) => unknown = () => {},
): Command<Given<Shape>> {
  const input = z.strictObject({ ...STEP, ...shape }) as unknown as z.ZodType<Given<Shape>>;
  return {
    roles,
    purpose: 'ADMINISTRATION',
    input,
    run: async (call): Promise<Answer> => {
      const held = await holdPractitioner(call, call.input.practitioner);
      requireNotSelf(call, held.id);
      await requireMay(held, call);
      requireRevision(held, call.input.expectedRevision);
      return accountAnswer(await take(held, call, takingFor(call)));
    },
  };
}

/** The answer of a step of an account. */
export function accountAnswer({ id: account, state, revision }: HeldAccount): Answer {
  return { account, state, revision };
}
