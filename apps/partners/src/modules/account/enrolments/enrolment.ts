import type { Taking } from '@postern/steps';
import type { Enrolling, Enrolment } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { z } from 'zod';
import type { HeldAccount } from '../store/account.ts';
import { holdAccount } from '../store/account.ts';
import { missingModules, missingVersions } from '../store/still-missing.ts';

/** A step that somebody takes themselves towards an account that everything holds for. */
export function ownStep<Input>(
  input: z.ZodType<Input>,
  take: (held: HeldAccount, call: Enrolling<Input>, taking: Taking) => Promise<HeldAccount>,
): Enrolment {
  return {
    input,
    run: async (call: Enrolling<Input>) => {
      if (call.account === null) throw new CommandRefused('ACCOUNT_UNKNOWN');
      // Whoever controls a provider that speaks no more is not whom it says.
      if (call.account.missing.includes('ISSUER_NOT_FOR_AGENCY'))
        throw new CommandRefused('ISSUER_NOT_FOR_AGENCY');
      const held = await holdAccount(call.transaction, call.account.accountId);
      return enrolmentAnswer(await take(held, call, takingSelf(held, call)), call);
    },
  } as Enrolment;
}

/** Somebody about their own account. */
export function takingSelf(
  { id, agencyId }: HeldAccount,
  { transaction, now }: Pick<Enrolling<unknown>, 'transaction' | 'now'>,
): Taking {
  return { transaction, actor: { accountId: id, agencyId, at: now } };
}

/** Where the account then stands, and what is still missing. */
export async function enrolmentAnswer(
  held: HeldAccount,
  { transaction, now }: Pick<Enrolling<unknown>, 'transaction' | 'now'>,
): Promise<{ readonly state: string; readonly missing: readonly string[] }> {
  const modules = await missingModules(transaction, held.id, now);
  const versions = await missingVersions(transaction, held, now);
  return {
    state: held.state,
    missing: [
      ...modules.map((module) => `TRAINING ${module}`),
      ...versions.map((version) => `USER_AGREEMENT ${version}`),
      ...(held.secondFactorAt === null && held.state !== 'ACTIVE' ? ['SECOND_FACTOR'] : []),
    ],
  };
}
