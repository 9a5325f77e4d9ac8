import type { Answered } from '../county-fixture.ts';

/**
 * Each value with the row it is of. What is listed under either of the two is told by the entry itself, and their ethnicity, which
 * is an entry without a type, by the two together: under whom it is found is what a merge changes.
 */
export function* tokens(row: Answered, same: readonly string[]): Generator<string> {
  const isOneOfThem = same.includes(row.id);
  for (const [field, value] of Object.entries<Answered>(row)) {
    if (field === 'withheld' || value === null) continue;
    const items = [value].flat();
    for (const item of items) {
      if (typeof item !== 'object') {
        const of = isOneOfThem && field === 'ethnicity' ? 'either' : row.id;
        yield `${of}.${field}=${item}`;
        continue;
      }
      if (!isOneOfThem) yield `${row.id}.${field} holds ${item.id}`;
      yield* tokens(item, same);
    }
  }
}
