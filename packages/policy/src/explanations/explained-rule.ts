import type { Condition } from '../conditions/condition.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import type { Rule } from '../rules/rule.ts';
import { conditionInWords, leafInWords } from '../words/condition-in-words.ts';
import type {
  AccessExplanation,
  ExplainedRule,
  ExplainedVerdict,
  Requirement,
} from './access-explanation.ts';
import type { Leaf, Outcomes } from './leaf.ts';
import { distance, holdsOn, leavesOf, missingFor } from './missing.ts';
import { whoCan } from './who-can.ts';

/** A rule about the field, with every protected subtraction taken as not recorded. */
export interface ToldRule {
  readonly rule: Rule;
  readonly when: Condition;
}

/** A rule with each of its conditions, on the path that comes nearest to meeting it; nothing is told where there is none. */
export function explainedRule(
  { rule, when }: ToldRule,
  paths: readonly Outcomes[] | null,
): ExplainedRule {
  const { name, clause, role, effect } = rule;
  const path = paths === null ? null : nearestPath(when, paths);
  return {
    name,
    clause,
    role,
    effect,
    words: conditionInWords(rule.when, role),
    verdict: verdictOf(path, () => path !== null && holdsOn(when, path)),
    conditions: leavesOf(when).map((leaf) => ({
      words: leafInWords(leaf, role),
      clause: clauseOf(leaf),
      verdict: verdictOf(path, () => path?.(leaf.test) === leaf.wanted),
    })),
  };
}

function nearestPath(when: Condition, paths: readonly Outcomes[]): Outcomes | null {
  let best: { readonly path: Outcomes; readonly far: number } | null = null;
  for (const path of paths) {
    const missing = missingFor(when, path);
    const far = missing === null ? Number.POSITIVE_INFINITY : distance(missing);
    if (best === null || far < best.far) best = { path, far };
  }
  return best?.path ?? null;
}

function verdictOf(path: Outcomes | null, met: () => boolean): ExplainedVerdict {
  if (path === null) return 'NOT_TOLD';
  return met() ? 'MET' : 'UNMET';
}

/** An unmet leaf of a rule, as something that would have to be true. */
export function requirement(leaf: Leaf, { role }: Rule): Requirement {
  return {
    words: leafInWords(leaf, role),
    clause: clauseOf(leaf),
    remedy:
      leaf.test.kind === 'HOLDS'
        ? PREDICATES[leaf.test.atom.predicate].remedy
        : 'Ask the lead professional.',
    whoCan: whoCan(leaf.test),
  };
}

/** Where no rule of the roles held gives a field: the purpose, else the role, that would. */
export function otherRoleOrPurpose(
  { roles, purposes }: AccessExplanation,
  clause: string,
  remedy: string,
): readonly Requirement[] {
  if (purposes.length > 0)
    return [
      {
        words: `the purpose of use is ${purposes.join(' or ')}`,
        clause,
        remedy: 'State the purpose that fits the task, if it is one of these.',
        whoCan: 'The reader states the purpose.',
      },
    ];
  if (roles.length === 0) return [];
  return [
    {
      words: `the reader holds the role ${roles.join(' or ')}`,
      clause,
      remedy,
      whoCan: 'The host team gives roles for the work that somebody does.',
    },
  ];
}

function clauseOf({ test }: Leaf): string | null {
  return test.kind === 'HOLDS' ? PREDICATES[test.atom.predicate].clause : null;
}
