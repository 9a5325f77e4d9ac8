import type { RefusalCode } from '@postern/errors';
import type { Unfinished } from '@postern/policy';
import { PRECONDITIONS, stillMissing } from '@postern/policy';

/** Reads how far an account has come; of what is not told, nothing was done. */
export function readUnfinished(column: unknown): Unfinished {
  const { state, modules, versions, secondFactorShown } = Object(column) as Record<string, unknown>;
  return {
    state: String(state),
    modules: Array.isArray(modules) ? modules.map(String) : [],
    versions: Array.isArray(versions) ? versions.map(String) : [],
    secondFactorShown: secondFactorShown === true,
  };
}

/** What is told to be missing, by each precondition in their order: one that is not plainly true is not met. */
export function missingOf(met: readonly unknown[], unfinished: Unfinished): readonly RefusalCode[] {
  const unmet = PRECONDITIONS.filter((_, index) => met[index] !== true);
  return stillMissing(
    unmet.map(({ name }) => name),
    unfinished,
  );
}
