import { isClassKey } from '../classes/data-class.ts';
import { ACTIONS, isAction } from '../rules/action.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import type { Purpose } from '../rules/purpose.ts';
import { isPurpose, PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { isPlainObject, own } from '../validation/plain-object.ts';

/**
 * What stands in place of a rule that cannot be decided by: a denial of what it concerned, always. What cannot be read of it is
 * taken as widely as can be: no role is everybody, no type is every record, no field is every field, no purpose is every purpose,
 * and no action is each.
 */
export function denialsInPlaceOf(body: unknown, schema: PolicySchema): readonly Rule[] {
  const parts = isPlainObject(body) ? body : {};
  const role = own(parts, 'role');
  const resource = own(parts, 'resource');
  const fields = typeof resource === 'string' ? schema.dictionary.get(resource) : undefined;
  const action = own(parts, 'action');
  const actions = isAction(action) ? [action] : ACTIONS;
  return actions.map((each) => ({
    name: 'in place of a corrupt rule',
    role: typeof role === 'string' && schema.roles.has(role) ? role : '*',
    action: each,
    resource: fields === undefined || typeof resource !== 'string' ? '*' : resource,
    covers: fields === undefined ? { kind: 'EVERYTHING' } : coverOf(parts, fields),
    purposes: purposesOf(own(parts, 'purposes')),
    effect: 'DENY',
    when: 'always',
    clause: 'SHR-8.3.7h',
  }));
}

function coverOf(
  parts: Readonly<Record<string, unknown>>,
  known: ReadonlyMap<string, string>,
): Rule['covers'] {
  const fields = textsOf(own(parts, 'fields'));
  const classes = textsOf(own(parts, 'classes'));
  // Both named, or something else than a list, is nothing that can be read.
  if (Object.hasOwn(parts, 'fields') === Object.hasOwn(parts, 'classes'))
    return { kind: 'EVERYTHING' };
  if (fields?.every((field) => known.has(field)) === true) return { kind: 'FIELDS', fields };
  const present = new Set(known.values());
  if (classes?.every((text) => isClassKey(text) && present.has(text)) === true)
    return { kind: 'CLASSES', classes: classes.filter(isClassKey) };
  return { kind: 'EVERYTHING' };
}

function purposesOf(value: unknown): readonly Purpose[] {
  const texts = textsOf(value);
  return texts?.every(isPurpose) === true ? texts.filter(isPurpose) : PURPOSES;
}

/** A list of at least one text. */
function textsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.every((each): each is string => typeof each === 'string') ? value : undefined;
}
