import type { Clause, Enforcement } from './clause-list.ts';
import type { ListedTest } from './listed-tests.ts';

/** A test that proves a clause where access is granted, or where it is denied. */
export interface ProvingScenario {
  readonly outcome: 'granted' | 'denied';
  readonly title: string;
  readonly file: string;
  /** Proves its clause by itself, because the other outcome makes no sense for it. */
  readonly alone?: true;
}

/** One clause and what proves it. */
export interface ClauseProof {
  readonly id: string;
  readonly enforcement: Enforcement;
  readonly proved: boolean;
  readonly scenarios: readonly ProvingScenario[];
}

/** A scenario whose clause is not on the list: a proof of nothing. */
export class UnknownClause extends Error {
  override readonly name = 'UnknownClause';

  constructor(clause: string, file: string) {
    super(`A scenario of ${file} names a clause that clauses.tsv does not have: ${clause}`);
  }
}

/** As `scenario` of @postern/testkit names its tests; the blocks around it come before. */
const SCENARIO_NAME = /(?:^| > )\[(\S+) (granted|denied)( alone)?\] (.+)$/s;

/** What proves each clause: a granted and a denied scenario, or one that stands alone. @throws UnknownClause */
export function proofsOf(
  clauses: readonly Clause[],
  tests: readonly ListedTest[],
): readonly ClauseProof[] {
  const found = new Map<string, ProvingScenario[]>(clauses.map(({ id }) => [id, []]));
  for (const { name, file } of tests) {
    const [, clause, outcome, alone, title] = SCENARIO_NAME.exec(name) ?? [];
    if (clause === undefined || outcome === undefined || title === undefined) continue;
    const scenarios = found.get(clause);
    if (scenarios === undefined) throw new UnknownClause(clause, file);
    scenarios.push({
      outcome: outcome === 'granted' ? 'granted' : 'denied',
      title,
      file,
      ...(alone === undefined ? {} : { alone: true }),
    });
  }
  return clauses.map(({ id, enforcement }) => {
    const scenarios = found.get(id) ?? [];
    return { id, enforcement, proved: prove(scenarios), scenarios };
  });
}

function prove(scenarios: readonly ProvingScenario[]): boolean {
  const outcomes = new Set(scenarios.map(({ outcome }) => outcome));
  return outcomes.size === 2 || scenarios.some(({ alone }) => alone === true);
}
