import type { Truth } from '../analysis/solver/solver.ts';
import { satisfiability, truthsOf } from '../analysis/solver/solver.ts';
import type { AttributeKinds } from '../analysis/solver/state-space.ts';
import { coordinate } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { and, conditionKey, not, or } from '../conditions/simplify.ts';
import { atomsOf } from '../conditions/substitute.ts';
import type { ConditionTemplate, TemplateArguments } from '../conditions/template.ts';
import { instantiate } from '../conditions/template.ts';
import { waysOf } from '../conditions/ways.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import type { Action } from '../rules/action.ts';
import { missingAnchors } from '../rules/anchored.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import type { Rule } from '../rules/rule.ts';
import { STANDING_DENIALS } from '../rules/standing-denials.ts';
import { MOST_WAYS } from './limits.ts';
import type { Notes } from './notes.ts';
import { at } from './shown.ts';

/** Notes what a rule that can be read says in vain: conditions that never or always hold, permissions that nothing can use. */
export function checkMeaning(
  rule: Rule,
  covered: readonly string[],
  schema: PolicySchema,
  notes: Notes,
): void {
  const fields = schema.dictionary.get(rule.resource);
  const [field = 'id'] = covered;
  const given: TemplateArguments = {
    role: rule.role,
    effect: rule.effect,
    class: fields?.get(field) ?? 'PERSONAL',
    coordinate: coordinate(rule.resource, field),
  };
  const kinds: AttributeKinds = schema.comparable.get(rule.resource) ?? new Map();
  const when = instantiate(rule.when, given);
  const ways = Math.max(waysOf(when), waysOf(not(when)));
  if (ways > MOST_WAYS) {
    const expected = `at most ${MOST_WAYS}: fewer alternatives side by side`;
    notes.note('CONDITION_TOO_LARGE', '/when', `${ways} ways to hold`, expected);
    return;
  }
  checkSense(rule.when, { given, kinds }, notes);
  if (rule.effect === 'DENY') return;
  checkForEverybody(rule, covered, fields, notes);
  const anchors = fields === undefined ? [] : missingAnchors({ ...rule, when }, fields);
  if (anchors.length > 0)
    notes.note(
      'UNANCHORED',
      '/when',
      'an alternative that ties the reader to nothing',
      `${anchors.join(' or ')} in every alternative`,
    );
  if (!notes.hasIn('/when') && isHidden(when, rule.action, { given, kinds }))
    notes.note(
      'ALLOW_HIDDEN',
      '/when',
      'a permission that holds only where something is always hidden',
      'a condition that can hold beside exclusions, limits, conflicts of interest and locks',
    );
}

/** What every role is let to read is let to whoever proposes and whoever decides it, so it is what everybody may read anyway. */
function checkForEverybody(
  { role, resource }: Rule,
  covered: readonly string[],
  fields: ReadonlyMap<string, string> | undefined,
  notes: Notes,
): void {
  if (role !== '*') return;
  const field = covered.find((each) => fields?.get(each) !== 'PUBLIC');
  if (field === undefined) return;
  const found = `every role, for ${coordinate(resource, field)}`;
  notes.note('NOT_PUBLIC', '/role', found, 'a rule of each role that may read it');
}

interface Sense {
  readonly given: TemplateArguments;
  readonly kinds: AttributeKinds;
}

/** One of several conditions that are joined, or the whole. */
interface Part {
  readonly at: string;
  readonly within: 'all' | 'any' | null;
  readonly condition: Condition;
  readonly isRepeated: boolean;
  /** Those that it is made of, at any depth. */
  readonly inner: readonly Part[];
}

/** Notes what is said in vain, of each part only the innermost; the whole is judged at once, or not at all. */
function checkSense(when: ConditionTemplate, { given, kinds }: Sense, notes: Notes): void {
  if (when === 'always') return;
  const whole = partOf(when, { at: '/when', within: null, isRepeated: false }, given);
  const parts = [whole, ...whole.inner];
  const truths = truthsOf(
    parts.map(({ condition }) => condition),
    kinds,
  );
  if (truths === null) {
    notes.note('CONDITION_TOO_LARGE', '/when', 'more than can be judged', 'fewer comparisons');
    return;
  }
  const truthOf = new Map(parts.map((part, place) => [part, truths[place]]));
  const isVain = (part: Part): boolean => part.isRepeated || truthOf.get(part) !== 'DEPENDS';
  for (const part of [...whole.inner, whole]) {
    if (part.isRepeated) notes.note('REPEATED', part.at, 'the same condition again', 'each once');
    if (!part.inner.some(isVain)) noteTruth(truthOf.get(part), part, notes);
  }
}

function partOf(
  template: ConditionTemplate,
  where: Pick<Part, 'at' | 'within' | 'isRepeated'>,
  given: TemplateArguments,
): Part {
  return {
    ...where,
    condition: instantiate(template, given),
    inner: partsIn(template, where.at, given),
  };
}

/** Every part of a condition, each before what it is made of. */
function partsIn(
  template: ConditionTemplate,
  part: string,
  given: TemplateArguments,
): readonly Part[] {
  if (template === 'always' || 'holds' in template || 'where' in template) return [];
  if ('not' in template) return partsIn(template.not, at(part, 'not'), given);
  const [within, joined] =
    'all' in template ? (['all', template.all] as const) : (['any', template.any] as const);
  const seen = new Set<string>();
  return joined.flatMap((each, place) => {
    const text = conditionKey(instantiate(each, given));
    const isRepeated = seen.has(text);
    seen.add(text);
    const one = partOf(each, { at: at(at(part, within), place), within, isRepeated }, given);
    return [one, ...one.inner];
  });
}

function noteTruth(truth: Truth | undefined, { at: part, within }: Part, notes: Notes): void {
  if (truth === 'NEVER')
    notes.note(
      within === 'any' ? 'BRANCH_DEAD' : 'CONDITION_NEVER',
      part,
      'a condition that can never hold',
      within === 'any' ? 'only branches that can hold' : 'a condition that can hold',
    );
  else if (truth === 'ALWAYS')
    notes.note(
      within === 'all' ? 'PART_CERTAIN' : 'CONDITION_ALWAYS',
      part,
      'a condition that always holds',
      within === 'all'
        ? 'only parts that can fail'
        : 'a condition that can fail; "always" alone, where that is meant',
    );
}

/** Whether what no policy can leave out hides whatever the permission shows. */
function isHidden(when: Condition, action: Action, { given, kinds }: Sense): boolean {
  // What denies is protected, and what is protected denies.
  if (!atomsOf(when).some(({ predicate }) => PREDICATES[predicate].silent)) return false;
  const denying: TemplateArguments = { ...given, effect: 'DENY' };
  const standing = STANDING_DENIALS.filter((denial) => denial.action === action);
  const hidden = or(standing.map((denial) => instantiate(denial.when, denying)));
  return satisfiability(and([when, not(hidden)]), kinds) === 'REFUTED';
}
