import type { PolicyAbility } from '../abilities/ability.ts';
import { decideField, reasonFor } from '../abilities/decision.ts';
import type { DataDictionary } from '../classes/dictionary.ts';
import { NEVER } from '../conditions/condition.ts';
import { and, conditionKey, not } from '../conditions/simplify.ts';
import { substitute } from '../conditions/substitute.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import type { FieldRule } from '../rules/expand-rule.ts';
import { expandRule } from '../rules/expand-rule.ts';
import type { Purpose } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import type { AccessExplanation } from './access-explanation.ts';
import type { ToldRule } from './explained-rule.ts';
import { explainedRule, otherRoleOrPurpose, requirement } from './explained-rule.ts';
import type { Leaf, Outcomes, Test } from './leaf.ts';
import { distance, holdsOn, leavesOf, missingFor } from './missing.ts';

/** A field of a record type, asked about for one set of roles and one purpose. */
export interface FieldQuestion {
  readonly type: string;
  readonly field: string;
  /** Whether the field's value is taken from entries, so that the reader's own agency's show without a justification. */
  readonly ofEntries: boolean;
  readonly holder: { readonly roles: readonly string[]; readonly purpose: Purpose };
  /** The live rules, and the ability that they give the holder. */
  readonly rules: readonly Rule[];
  readonly ability: PolicyAbility;
  readonly dictionary: DataDictionary;
  readonly policyVersion: number;
}

/** A record as it was found: how the tests turn out on each path to it, the one through no episode among them. */
export interface FoundRecord {
  readonly paths: readonly Outcomes[];
  /** Whether an entry of the reader's own agency gives the field its value. */
  readonly showsOwnEntry: boolean;
}

const OPEN = 'This may be seen. Where nothing is recorded, it is empty.';
const NOT_FOUND = 'There is no such record, or it may not be seen: the two are answered alike.';
const WITHHELD = 'The record may be seen; this detail of it is withheld.';
const WITHHELD_FOR_PURPOSE =
  'The record may be seen; for this purpose no rule of the roles held gives this detail.';
const WITHHELD_FROM_ROLE = 'The record may be seen; no rule of the roles held gives this detail.';
const OWN_ENTRIES = 'What the reader’s own agency recorded is shown all the same.';

/** The tests whose outcomes {@link explainField} needs, each once. */
export function testsFor(question: FieldQuestion): readonly Test[] {
  const { type, ability } = question;
  const conditions = [
    decideField(ability, type, 'id').released,
    ...toldRules(question).map(({ when }) => when),
  ];
  const tests = conditions.flatMap(leavesOf).map(({ test }) => test);
  return [...new Map(tests.map((test) => [conditionKey(test), test])).values()];
}

/** Explains a field of a record that was found, or of none. What is not visible is explained as none. */
export function explainField(
  question: FieldQuestion,
  found: FoundRecord | null,
): AccessExplanation {
  const { type, field, ability } = question;
  const told = toldRules(question);
  const paths = (found?.paths ?? []).map((path) => ofField(path, question, found));
  const row = decideField(ability, type, 'id').released;
  const visible = paths.filter((path) => holdsOn(row, path));
  if (visible.length === 0)
    return { ...answerOf(question, told, null), outcome: 'NOT_FOUND', message: NOT_FOUND };

  const { disclosed } = decideField(ability, type, field);
  // Any path may give a field of a record that is seen; those that show the record are explained first.
  const open = [...visible, ...paths].find((path) => holdsOn(disclosed, path));
  if (open !== undefined) {
    const giving = told.find(({ rule, when }) => rule.effect === 'ALLOW' && holdsOn(when, open));
    return {
      ...answerOf(question, told, [open]),
      outcome: 'OPEN',
      message: OPEN,
      decidedBy: giving === undefined ? null : explainedRule(giving, [open]),
    };
  }
  // Only the paths on which the record is seen: of any other episode nothing is told.
  return withheld(question, told, visible);
}

function withheld(
  question: FieldQuestion,
  told: readonly ToldRule[],
  paths: readonly Outcomes[],
): AccessExplanation {
  const { type, field, ability, ofEntries } = question;
  const base = answerOf(question, told, paths);
  const reason = reasonFor(decideField(ability, type, field).disclosed);
  const near = nearestRule(told, paths);
  const opensOwn = told.some(({ when }) =>
    leavesOf(when).some(
      ({ test }) => test.kind === 'HOLDS' && test.atom.predicate === 'entry.ownAgency',
    ),
  );
  const denying = told.find(
    ({ rule, when }) => isDenial(rule) && paths.some((path) => holdsOn(when, path)),
  );
  // A denial without a condition, as of a rule that was set aside: nothing that could become true lifts it.
  if (near === null && denying !== undefined && told.some(({ rule }) => !isDenial(rule)))
    return {
      ...base,
      ...reason,
      outcome: 'WITHHELD',
      message: WITHHELD,
      decidedBy: explainedRule(denying, paths),
    };
  if (near === null)
    return {
      ...base,
      ...reason,
      outcome: 'WITHHELD',
      message: base.purposes.length > 0 ? WITHHELD_FOR_PURPOSE : WITHHELD_FROM_ROLE,
      required: otherRoleOrPurpose(base, reason.clause, reason.remedy),
    };
  return {
    ...base,
    ...reason,
    outcome: 'WITHHELD',
    message: ofEntries && opensOwn ? `${WITHHELD} ${OWN_ENTRIES}` : WITHHELD,
    decidedBy: explainedRule(near.decidedBy, [near.path]),
    required: near.missing.map((leaf) => requirement(leaf, near.decidedBy.rule)),
  };
}

function isDenial({ effect }: Rule): boolean {
  return effect === 'DENY';
}

interface NearRule {
  readonly decidedBy: ToldRule;
  readonly path: Outcomes;
  readonly missing: readonly Leaf[];
}

/** The rule from which least is missing, on the path where it is so; a denial that alone stands against it decides. */
function nearestRule(told: readonly ToldRule[], paths: readonly Outcomes[]): NearRule | null {
  const denials = told.filter(({ rule }) => rule.effect === 'DENY');
  let best: NearRule | null = null;
  for (const allowing of told.filter(({ rule }) => rule.effect === 'ALLOW'))
    for (const path of paths) {
      const whole = and([allowing.when, ...denials.map(({ when }) => not(when))]);
      const missing = missingFor(whole, path);
      if (missing === null || (best !== null && distance(missing) >= distance(best.missing)))
        continue;
      const denying = holdsOn(allowing.when, path)
        ? denials.find(({ when }) => holdsOn(when, path))
        : undefined;
      best = { decidedBy: denying ?? allowing, path, missing };
    }
  return best;
}

/** What is the same whatever the record, and the rules on the paths that may be told of. */
function answerOf(
  question: FieldQuestion,
  told: readonly ToldRule[],
  paths: readonly Outcomes[] | null,
): AccessExplanation {
  const { holder, policyVersion } = question;
  const allowing = allowingRules(question);
  const ofRole = ({ role }: Rule): boolean => role === '*' || holder.roles.includes(role);
  return {
    outcome: 'NOT_FOUND',
    message: NOT_FOUND,
    code: null,
    clause: null,
    remedy: null,
    policyVersion,
    decidedBy: null,
    rules: told.map((rule) => explainedRule(rule, paths)),
    required: [],
    roles: sorted(
      allowing.filter(({ purposes }) => purposes.includes(holder.purpose)).map(({ role }) => role),
    ),
    purposes: sorted(allowing.filter(ofRole).flatMap(({ purposes }) => purposes)),
  };
}

/** The rules behind a field in which something is left when nothing protected was ever recorded. */
function toldRules({ ability, type, field }: FieldQuestion): readonly ToldRule[] {
  return ability
    .rulesFor(type, field)
    .map(({ rule, when }: FieldRule) => ({
      rule,
      when: substitute(when, ({ predicate }) => (PREDICATES[predicate].silent ? NEVER : undefined)),
    }))
    .filter(({ when }) => when.kind !== 'NEVER');
}

/** The rules of any role and purpose that give the field. */
function allowingRules({ rules, type, field, dictionary }: FieldQuestion): readonly Rule[] {
  return rules.filter(
    (rule) =>
      rule.action === 'read' &&
      rule.effect === 'ALLOW' &&
      (rule.resource === type || rule.resource === '*') &&
      expandRule(rule, dictionary).some((each) => each.type === type && each.field === field),
  );
}

// A field of entries has no agency of its own: an entry's counts only where it gives the value.
function ofField(
  path: Outcomes,
  { ofEntries }: FieldQuestion,
  found: FoundRecord | null,
): Outcomes {
  if (!ofEntries) return path;
  return (test) =>
    test.kind === 'HOLDS' && test.atom.predicate === 'entry.ownAgency'
      ? found?.showsOwnEntry === true
      : path(test);
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
