import type { PolicySchema } from '../rules/policy-schema.ts';
import { oneOf } from './nearest.ts';
import type { Notes } from './notes.ts';
import { shown } from './shown.ts';

/** A rule about recording is about something that a command records; about anything else it would decide nothing. */
export function checkRecordable(
  resource: unknown,
  covered: readonly string[] | null,
  { recordable }: PolicySchema,
  notes: Notes,
): void {
  if (typeof resource !== 'string' || notes.hasIn('/resource')) return;
  const fields = recordable.get(resource);
  if (fields === undefined) {
    const expected = oneOf(recordable.keys(), resource, 'a type that is recorded here');
    notes.note('NOT_RECORDED', '/resource', shown(resource), expected);
    return;
  }
  if (covered === null || covered.some((field) => fields.has(field))) return;
  const expected = oneOf(fields, covered[0], 'a field that is recorded here');
  notes.note('NOT_RECORDED', '/fields', 'no field that is recorded', expected);
}
