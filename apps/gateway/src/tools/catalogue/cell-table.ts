import type { EntitySet } from '@postern/odata';
import type { Indicator } from './catalogue.ts';
import { dimensionsOf } from './catalogue.ts';
import { decimal, moment, text, truth } from './column.ts';
import { columnName, tableName } from './names.ts';

/** In a column of a dimension: everything of it together. */
export const ALL = 'ALL';

/** The table of an indicator: every cell of it a row, whether or not it has a number. */
export function cellTable(indicator: Indicator): EntitySet {
  const { id, title, definition } = indicator;
  return {
    name: tableName(id),
    description: `${title}. ${definition} Every cell was rounded or withheld by itself: adding cells up gives no published total; read the row whose dimensions say ALL.`,
    key: 'cellKey',
    properties: [
      text('cellKey', 'Names the cell: the same wherever it is told of.'),
      text('measure', 'What is measured, by its id in the table Measures.'),
      text('kind', 'COUNT, PERCENTAGE, RATE_PER_10000, MEDIAN or MEAN.'),
      text('unit', 'What is counted; null where the number is made of several counts.', true),
      text('grain', 'MONTH, QUARTER or YEAR.'),
      moment('periodStart', 'The first day of the period, at 00:00 UTC.'),
      moment('periodEnd', 'The last day of the period, at 00:00 UTC.'),
      ...dimensionsOf(indicator).map((dimension) =>
        text(
          columnName(dimension),
          `A code of the table ${tableName(dimension)}Members; ${ALL} where the cell is not cut by it.`,
        ),
      ),
      decimal({
        name: 'value',
        description: 'The protected number; null where there is a symbol.',
      }),
      text(
        'symbol',
        'Why there is no number: c confidential, z not applicable, x not available, low rounds to zero but is not.',
        true,
      ),
      truth({
        name: 'isTotal',
        description: 'Whether the cell is of everything together, cut by nothing.',
      }),
      text('profile', 'The rule by which its period was protected, with its version.', true),
      moment('publishedAt', 'When its period went out; what is out does not change.', true),
    ],
    aggregable: {
      property: 'value',
      apart: ['measure', 'grain', 'periodStart'],
      cuts: { columns: dimensionsOf(indicator).map(columnName), whole: ALL },
      only: { column: 'kind', value: 'COUNT' },
    },
  };
}
