import { CLASS_KEYS, isClassKey } from '../classes/data-class.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import { oneOf } from './nearest.ts';
import type { Notes } from './notes.ts';
import { listOf, own } from './plain-object.ts';
import { at, shown } from './shown.ts';

/** More than any type has. */
const MOST_FIELDS = 200;

/**
 * The fields of the type that a rule covers, as far as they can be read; null where the type is unknown.
 * Notes what is not a type, a field or a class of the type.
 */
export function checkCover(
  body: Readonly<Record<string, unknown>>,
  schema: PolicySchema,
  notes: Notes,
): readonly string[] | null {
  const resource = own(body, 'resource');
  const known = typeof resource === 'string' ? schema.dictionary.get(resource) : undefined;
  if (known === undefined)
    notes.note(
      'TYPE_UNKNOWN',
      '/resource',
      shown(resource),
      oneOf(schema.dictionary.keys(), resource, 'a record type'),
    );
  const fields = own(body, 'fields');
  const classes = own(body, 'classes');
  if ((fields === undefined) === (classes === undefined)) {
    notes.note(
      'COVER_INVALID',
      fields === undefined ? '/fields' : '/classes',
      fields === undefined ? 'neither fields nor classes' : 'fields and classes',
      'either fields or classes',
    );
    return null;
  }
  const type = typeof resource === 'string' ? resource : '';
  return fields === undefined
    ? coveredByClass(classes, type, known, notes)
    : coveredByName(fields, type, known, notes);
}

function coveredByName(
  fields: unknown,
  type: string,
  known: ReadonlyMap<string, string> | undefined,
  notes: Notes,
): readonly string[] | null {
  const list = listOf(fields, '/fields', { most: MOST_FIELDS, what: 'the type’s fields' }, notes);
  if (list === null) return null;
  const covered = new Set<string>();
  for (const [place, field] of list.entries()) {
    const part = at('/fields', place);
    if (typeof field !== 'string' || (known !== undefined && !known.has(field)))
      notes.note(
        'FIELD_UNKNOWN',
        part,
        shown(field),
        oneOf(known?.keys() ?? [], field, known === undefined ? 'a field' : `a field of ${type}`),
      );
    else if (covered.has(field)) notes.note('REPEATED', part, shown(field), 'each field once');
    else covered.add(field);
  }
  return known === undefined ? null : [...covered];
}

function coveredByClass(
  classes: unknown,
  type: string,
  known: ReadonlyMap<string, string> | undefined,
  notes: Notes,
): readonly string[] | null {
  const limit = { most: CLASS_KEYS.length, what: 'the type’s classes' };
  const list = listOf(classes, '/classes', limit, notes);
  if (list === null) return null;
  const present = new Set(known?.values() ?? CLASS_KEYS);
  const covered = new Set<string>();
  for (const [place, text] of list.entries()) {
    const part = at('/classes', place);
    if (typeof text !== 'string' || !isClassKey(text) || !present.has(text))
      notes.note(
        'CLASS_UNKNOWN',
        part,
        shown(text),
        oneOf(present, text, known === undefined ? 'a class' : `a class that ${type} has`),
      );
    else if (covered.has(text)) notes.note('REPEATED', part, shown(text), 'each class once');
    else covered.add(text);
  }
  if (known === undefined) return null;
  return [...known].filter(([, dataClass]) => covered.has(dataClass)).map(([field]) => field);
}
