import type { ClassKey } from '../classes/data-class.ts';
import type { Coordinate } from '../classes/dictionary.ts';
import { OF_THE_WHOLE_FAMILY } from '../law/named-persons.ts';
import type { PredicateAtom, PredicateName } from '../predicates/predicate.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import { RuleProblem } from '../rules/rule-problem.ts';
import { parseComparisons } from './comparison.ts';
import type { Condition } from './condition.ts';
import { ALWAYS } from './condition.ts';
import { and, not, or } from './simplify.ts';

/**
 * A condition as rules are written and stored:
 * `"always"`, `{holds: predicate}`, `{all: […]}`, `{any: […]}`, `{not: …}`, `{where: {attribute: {$op: value}}}`.
 * Predicates take their argument from the rule (its role) or from the field that the rule guards.
 */
export type ConditionTemplate =
  | 'always'
  | { readonly holds: PredicateName }
  | { readonly all: readonly ConditionTemplate[] }
  | { readonly any: readonly ConditionTemplate[] }
  | { readonly not: ConditionTemplate }
  | { readonly where: Readonly<Record<string, unknown>> };

/** Levels of all, any and not in one condition. */
const DEEPEST = 12;

/** Predicates that take the rule's own role, and so have none in the rule of every role. */
export const ROLE_BOUND: ReadonlySet<string> = new Set<PredicateName>([
  'grant.live',
  'episode.earlier',
  'proceeding.live',
  'proceeding.onBasis',
]);

/** What a template's predicates take their arguments from. */
export interface TemplateArguments {
  readonly role: string;
  readonly class: ClassKey;
  readonly coordinate: Coordinate;
  /** What the rule does where the condition holds: a denial is not made narrower by what a permission asks beside. */
  readonly effect: 'ALLOW' | 'DENY';
}

/** How far into a condition a part of it is. */
interface Within {
  /** Levels that there may still be. */
  readonly depth: number;
  /** Whether the rule opens something because the part holds: it permits, and an even number of `not` is around it. */
  readonly opens: boolean;
}

/**
 * Turns stored JSON into a condition.
 * @throws RuleProblem naming the part that is not in the language.
 */
export function instantiate(template: unknown, given: TemplateArguments): Condition {
  return partOf(template, given, { depth: DEEPEST, opens: given.effect === 'ALLOW' });
}

function partOf(template: unknown, given: TemplateArguments, within: Within): Condition {
  if (within.depth === 0) throw new RuleProblem('when', `at most ${DEEPEST} levels of conditions`);
  if (template === 'always') return ALWAYS;
  if (typeof template !== 'object' || template === null || Array.isArray(template))
    throw new RuleProblem('when', 'always, holds, all, any, not or where');
  const [[operator, operand], ...more] = entriesOf(template);
  if (more.length > 0) throw new RuleProblem('when', 'exactly one operator in each condition');
  const inner: Within = { ...within, depth: within.depth - 1 };
  switch (operator) {
    case 'holds':
      return { kind: 'HOLDS', atom: atomFor(operand, given, within) };
    case 'all':
      return and(listOf(operand, 'all').map((part) => partOf(part, given, inner)));
    case 'any':
      return or(listOf(operand, 'any').map((part) => partOf(part, given, inner)));
    case 'not':
      return not(
        partOf(operand, given, { ...inner, opens: given.effect === 'ALLOW' && !within.opens }),
      );
    case 'where':
      return and(parseComparisons(operand));
    default:
      throw new RuleProblem('when', 'always, holds, all, any, not or where');
  }
}

function entriesOf(template: object): [[string, unknown], ...[string, unknown][]] {
  const [first, ...rest] = Object.entries(template);
  if (first === undefined) throw new RuleProblem('when', 'a condition that says something');
  return [first, ...rest];
}

function listOf(operand: unknown, operator: string): readonly unknown[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw new RuleProblem(operator, 'a list of at least one condition');
  return operand;
}

function atomFor(name: unknown, given: TemplateArguments, { opens }: Within): PredicateAtom {
  if (typeof name !== 'string' || !Object.hasOwn(PREDICATES, name))
    throw new RuleProblem('holds', 'a predicate of the closed list');
  const predicate = name as PredicateName;
  switch (predicate) {
    case 'grant.live':
    case 'episode.earlier':
    case 'proceeding.live':
    case 'proceeding.onBasis':
      if (given.role === '*')
        throw new RuleProblem('holds', `${predicate} in the rule of one role`);
      return predicate === 'grant.live' && opens && OF_THE_WHOLE_FAMILY.has(given.coordinate)
        ? { predicate, role: given.role, namesNobody: true }
        : { predicate, role: given.role };
    case 'justification.covers':
      return { predicate, class: given.class };
    case 'detail.hidden':
    case 'detail.restricted':
    case 'limit.hides':
      return { predicate, coordinate: given.coordinate };
    default:
      return { predicate };
  }
}
