import type { RawCounty, RawRow } from './raw-county.ts';

/** The level that the person of a row chose last; none of the sample county chooses one for later. */
export function latestLimit(row: RawRow, county: RawCounty): unknown {
  const [latest] = county
    .rowsBy('families.disclosure_limit', 'personId', row['personId'])
    .toSorted((a, b) =>
      String(b['setAt']) + String(b['id']) > String(a['setAt']) + String(a['id']) ? 1 : -1,
    );
  return latest?.['level'] ?? null;
}
