import type { Scenario } from '@postern/testkit';
import { scenario } from '@postern/testkit';

/** A scenario of several clauses: proved with the first of them that runs, and what came of it is what comes of each. */
export function oneProof(
  { clauses, ...described }: Omit<Scenario, 'clause'> & { readonly clauses: readonly string[] },
  proof: () => Promise<void>,
): void {
  let outcome: Promise<void> | undefined;
  for (const clause of clauses)
    scenario({ ...described, clause }, () => {
      outcome ??= proof();
      return outcome;
    });
}
