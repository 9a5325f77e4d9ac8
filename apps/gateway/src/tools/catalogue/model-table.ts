import type { ModelTable } from '@postern/odata';
import type { Indicator } from './catalogue.ts';
import { dimensionsOf } from './catalogue.ts';
import { ALL } from './cell-table.ts';
import { columnName } from './names.ts';
import { memberTable } from './reference-tables.ts';
import { tablesOf } from './table.ts';

/** Every table that tools read, as a Power BI model of them has it. */
export function modelTablesOf(catalogue: readonly Indicator[]): readonly ModelTable[] {
  return tablesOf(catalogue).map((table) => ({
    set: table.set,
    cells:
      table.of === 'INDICATOR'
        ? {
            value: 'value',
            symbol: 'symbol',
            period: 'periodStart',
            whole: ALL,
            cuts: dimensionsOf(table.indicator).map((dimension) => {
              const { name, key } = memberTable(dimension);
              return { column: columnName(dimension), table: name, key };
            }),
          }
        : null,
  }));
}
