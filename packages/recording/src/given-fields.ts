import type { CommandCall } from '@postern/subgraph-kit';
import { notPermitted } from './not-permitted.ts';

/** What somebody sent of a record, field by field. */
export type GivenFields = Readonly<Record<string, unknown>>;

/**
 * What of it is to be written: each field is one that the caller may read and record. A null sent back for what was withheld
 * is what it was, nothing said. @throws CommandRefused RECORDING_NOT_PERMITTED
 */
export async function changesOf(
  type: string,
  id: string,
  given: GivenFields,
  { mayRecord, seen }: Pick<CommandCall<unknown>, 'mayRecord' | 'seen'>,
): Promise<GivenFields> {
  const fields = Object.keys(given);
  if (fields.length === 0 || (await mayRecord(type, [id], fields)).has(id)) return given;
  const refused: string[] = [];
  const unsaid: string[] = [];
  for (const field of fields) {
    if ((await mayRecord(type, [id], [field])).has(id)) continue;
    const erases = given[field] !== null || (await seen(type, [id], field)).has(id);
    (erases ? refused : unsaid).push(field);
  }
  if (refused.length > 0) throw notPermitted(type, refused);
  return Object.fromEntries(Object.entries(given).filter(([field]) => !unsaid.includes(field)));
}
