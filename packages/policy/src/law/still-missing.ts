import type { RefusalCode } from '@postern/errors';
import type { Precondition } from './preconditions.ts';
import { PRECONDITIONS } from './preconditions.ts';

/** How far the account of somebody who is not let in has come, and what only they or the host can add to it. */
export interface Unfinished {
  readonly state: string;
  /** The training modules without a valid completion. */
  readonly modules: readonly string[];
  /** The versions of the user agreement that are in force for the agency and not accepted. */
  readonly versions: readonly string[];
  readonly secondFactorShown: boolean;
}

/** In these an account waits for a step of its holder's own (SHR-8.3.7a, SHR-8.3.7b, SOM-8.8). */
const WAITING: readonly string[] = ['TRAINING', 'UAA_PENDING', 'MFA_PENDING'];

/**
 * Everything that somebody is told who is not let in, in the order of the preconditions. Of an account that waits for a
 * step it is told what for: that it is not active follows from that and would send its holder to somebody else.
 */
export function stillMissing(
  unmet: readonly Precondition['name'][],
  { state, modules, versions, secondFactorShown }: Unfinished,
): readonly RefusalCode[] {
  const failed = new Set(unmet);
  if (failed.has('ACCOUNT_ACTIVE') && WAITING.includes(state)) {
    failed.delete('ACCOUNT_ACTIVE');
    if (modules.length > 0) failed.add('TRAINING_VALID');
    if (versions.length > 0) failed.add('ACCEPTED');
    // Whoever shows it takes every further step for which nothing else is missing.
    const isLast = !failed.has('TRAINING_VALID') && !failed.has('ACCEPTED');
    return told(failed, !secondFactorShown || isLast);
  }
  return told(failed, false);
}

function told(
  failed: ReadonlySet<Precondition['name']>,
  asksForSecondFactor: boolean,
): readonly RefusalCode[] {
  return PRECONDITIONS.flatMap(({ name, refusal }): readonly RefusalCode[] => [
    ...(failed.has(name) ? [refusal] : []),
    ...(name === 'ACCEPTED' && asksForSecondFactor ? (['SECOND_FACTOR_NOT_SHOWN'] as const) : []),
  ]);
}
