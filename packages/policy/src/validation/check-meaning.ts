import { satisfiability } from '../analysis/solver/solver.ts';
import type { AttributeKinds } from '../analysis/solver/state-space.ts';
import { coordinate } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { and, conditionKey, not, or } from '../conditions/simplify.ts';
import { atomsOf } from '../conditions/substitute.ts';
import type { ConditionTemplate, TemplateArguments } from '../conditions/template.ts';
import { instantiate } from '../conditions/template.ts';
import { waysOf } from '../conditions/ways.ts';
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
  const anchors = fields === undefined ? [] : missingAnchors({ ...rule, when }, fields);
  if (anchors.length > 0)
    notes.note(
      'UNANCHORED',
      '/when',
      'an alternative that ties the reader to nothing',
      `${anchors.join(' or ')} in every alternative`,
    );
  if (!notes.hasIn('/when') && isHidden(when, given, kinds))
    notes.note(
      'ALLOW_HIDDEN',
      '/when',
      'a permission that holds only where something is always hidden',
      'a condition that can hold beside exclusions, limits, conflicts of interest and locks',
    );
}

interface Sense {
  readonly given: TemplateArguments;
  readonly kinds: AttributeKinds;
}

type Truth = 'NEVER' | 'ALWAYS' | 'DEPENDS' | 'UNKNOWN';

function truthOf(condition: Condition, kinds: AttributeKinds): Truth {
  const holds = satisfiability(condition, kinds);
  if (holds !== 'PROVED') return holds === 'REFUTED' ? 'NEVER' : 'UNKNOWN';
  const fails = satisfiability(not(condition), kinds);
  if (fails !== 'PROVED') return fails === 'REFUTED' ? 'ALWAYS' : 'UNKNOWN';
  return 'DEPENDS';
}

function checkSense(when: ConditionTemplate, { given, kinds }: Sense, notes: Notes): void {
  /** Tells whether something was noted in the condition; only the innermost is. */
  const checkParts = (template: ConditionTemplate, part: string): boolean => {
    if (template === 'always' || 'holds' in template || 'where' in template) return false;
    if ('not' in template) return checkParts(template.not, at(part, 'not'));
    const [key, parts] = 'all' in template ? ['all', template.all] : ['any', template.any];
    const before = notes.findings.length;
    const seen = new Set<string>();
    for (const [place, each] of parts.entries()) {
      const here = at(at(part, key), place);
      const condition = instantiate(each, given);
      const text = conditionKey(condition);
      if (seen.has(text)) notes.note('REPEATED', here, 'the same condition again', 'each once');
      seen.add(text);
      if (!checkParts(each, here)) noteTruth(truthOf(condition, kinds), here, key);
    }
    return notes.findings.length > before;
  };
  const noteTruth = (truth: Truth, part: string, within: string | null): void => {
    if (truth === 'UNKNOWN')
      notes.note('CONDITION_TOO_LARGE', part, 'more than can be judged', 'fewer comparisons');
    else if (truth === 'NEVER')
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
  };
  if (when === 'always') return;
  if (!checkParts(when, '/when'))
    noteTruth(truthOf(instantiate(when, given), kinds), '/when', null);
}

const STANDING: ReadonlySet<string> = new Set(
  STANDING_DENIALS.flatMap(({ when }) =>
    typeof when === 'object' && 'holds' in when ? [when.holds] : [],
  ),
);

/** Whether what no policy can leave out hides whatever the permission shows. */
function isHidden(when: Condition, given: TemplateArguments, kinds: AttributeKinds): boolean {
  if (!atomsOf(when).some(({ predicate }) => STANDING.has(predicate))) return false;
  const hidden = or(STANDING_DENIALS.map((denial) => instantiate(denial.when, given)));
  return satisfiability(and([when, not(hidden)]), kinds) === 'REFUTED';
}
