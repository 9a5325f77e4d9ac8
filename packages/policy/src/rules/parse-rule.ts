import { z } from 'zod';
import type { ClassKey } from '../classes/data-class.ts';
import { isClassKey } from '../classes/data-class.ts';
import type { DataDictionary } from '../classes/dictionary.ts';
import { comparisonsOf } from '../conditions/comparisons-of.ts';
import type { Condition } from '../conditions/condition.ts';
import type { ConditionTemplate } from '../conditions/template.ts';
import { instantiate } from '../conditions/template.ts';
import { ACTIONS } from './action.ts';
import { missingAnchors } from './anchored.ts';
import { oncePerText } from './once-per-text.ts';
import type { Purpose } from './purpose.ts';
import { isPurpose } from './purpose.ts';
import type { Rule } from './rule.ts';
import { RuleProblem } from './rule-problem.ts';

const stored = z.strictObject({
  name: z.string().min(1),
  role: z.string().regex(/^(\*|[A-Z][A-Z_]*)$/),
  action: z.enum(ACTIONS),
  resource: z.string().min(1),
  fields: z.array(z.string()).min(1).optional(),
  classes: z.array(z.string()).min(1).optional(),
  purposes: z.array(z.string()).min(1),
  effect: z.enum(['ALLOW', 'DENY']),
  when: z.unknown(),
  clause: z.string().regex(/^[A-Z]{2,3}-.+$/),
});

/** A rule with its condition. */
interface ReadRule {
  readonly rule: Rule;
  readonly when: Condition;
}

/**
 * Reads a stored rule and refuses whatever this service could not decide by: an unknown type, field, class,
 * purpose, predicate or operator. Called when a rule is saved and again when it is loaded.
 * @throws RuleProblem naming the part and what would be right
 */
export const parseRule = oncePerText((body, dictionary: DataDictionary): Rule => {
  const { rule, when } = readRule(body, dictionary);
  const anchors =
    rule.effect === 'ALLOW'
      ? missingAnchors({ ...rule, when }, dictionary.get(rule.resource) ?? new Map())
      : [];
  if (anchors.length > 0)
    throw new RuleProblem('when', `${anchors.join(' or ')} in every alternative`);
  return rule;
});

/**
 * Reads a stored rule, anchored or not, with its condition as it stands for a field of the class PERSONAL.
 * @throws RuleProblem naming the part and what would be right
 */
export const readRule = oncePerText((body, dictionary: DataDictionary): ReadRule => {
  const read = stored.safeParse(body);
  if (!read.success)
    throw new RuleProblem(read.error.issues[0]?.path.join('.') || 'rule', 'the shape of a rule');
  const { name, role, action, resource, effect, clause } = read.data;
  const fields = dictionary.get(resource);
  if (fields === undefined) throw new RuleProblem('resource', 'a record type of the schema');
  const covers = coverOf(read.data, fields);
  const when = instantiate(read.data.when, {
    role,
    effect,
    class: 'PERSONAL',
    coordinate: `${resource}.id`,
  });
  checkAttributes(when, fields);
  const rule: Rule = {
    name,
    role,
    action,
    resource,
    effect,
    clause,
    covers,
    purposes: read.data.purposes.map(purposeOf),
    when: read.data.when as ConditionTemplate,
  };
  return { rule, when };
});

function coverOf(
  body: { readonly fields?: string[] | undefined; readonly classes?: string[] | undefined },
  known: ReadonlyMap<string, ClassKey>,
): Rule['covers'] {
  if (body.fields !== undefined && body.classes === undefined) {
    for (const field of body.fields)
      if (!known.has(field)) throw new RuleProblem('fields', 'fields of the record type');
    return { kind: 'FIELDS', fields: body.fields };
  }
  if (body.classes !== undefined && body.fields === undefined) {
    const present = new Set(known.values());
    const classes = body.classes.map((text) => {
      if (!isClassKey(text) || !present.has(text))
        throw new RuleProblem('classes', 'classes that the record type has');
      return text;
    });
    return { kind: 'CLASSES', classes };
  }
  throw new RuleProblem('fields', 'either fields or classes');
}

function purposeOf(text: string): Purpose {
  if (!isPurpose(text)) throw new RuleProblem('purposes', 'purposes of use of the agreement');
  return text;
}

function checkAttributes(when: Condition, known: ReadonlyMap<string, ClassKey>): void {
  for (const { attribute } of comparisonsOf(when))
    if (!known.has(attribute)) throw new RuleProblem('where', 'attributes of the record type');
}
