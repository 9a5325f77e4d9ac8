import type { EntitySet } from '@postern/odata';
import type { Indicator } from './catalogue.ts';
import { dimensionsOf } from './catalogue.ts';
import { cellTable } from './cell-table.ts';
import { INDICATORS, MEASURES, memberTable, PUBLICATIONS } from './reference-tables.ts';

/** A table that tools read, and what its rows come from. */
export type Table = { readonly set: EntitySet } & (
  | { readonly of: 'INDICATOR'; readonly indicator: Indicator }
  | { readonly of: 'DIMENSION'; readonly dimension: string }
  | { readonly of: 'INDICATORS' | 'MEASURES' | 'PUBLICATIONS' }
);

/** Every table, which follow from the catalogue alone. */
export function tablesOf(catalogue: readonly Indicator[]): readonly Table[] {
  const dimensions = [...new Set(catalogue.flatMap(dimensionsOf))];
  return [
    ...catalogue.map(
      (indicator): Table => ({
        of: 'INDICATOR',
        indicator,
        set: cellTable(indicator),
      }),
    ),
    ...dimensions.map(
      (dimension): Table => ({
        of: 'DIMENSION',
        dimension,
        set: memberTable(dimension),
      }),
    ),
    { of: 'INDICATORS', set: INDICATORS },
    { of: 'MEASURES', set: MEASURES },
    { of: 'PUBLICATIONS', set: PUBLICATIONS },
  ];
}
