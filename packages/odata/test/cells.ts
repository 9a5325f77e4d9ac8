import type { EntitySet, Row } from '../src/index.ts';
import type { Aggregable } from '../src/model/entity-set.ts';

const text = (name: string) =>
  ({ name, type: 'Edm.String', nullable: false, description: name }) as const;

export const AGGREGABLE: Aggregable = {
  property: 'value',
  apart: ['measure'],
  cuts: { columns: ['ward'], whole: 'ALL' },
  only: null,
};

/** A table of cells as small as one that has everything. */
export const CELLS: EntitySet = {
  name: 'Cells',
  description: 'Protected <cells> & "totals"',
  key: 'cellKey',
  properties: [
    text('cellKey'),
    text('measure'),
    text('ward'),
    { ...text('symbol'), nullable: true },
    { name: 'value', type: 'Edm.Decimal', nullable: true, description: 'Rounded.' },
    { name: 'isTotal', type: 'Edm.Boolean', nullable: false, description: 'Total' },
    { name: 'periodStart', type: 'Edm.DateTimeOffset', nullable: false, description: 'From' },
  ],
  aggregable: AGGREGABLE,
};

function cell(measure: string, ward: string, month: number, value: number | string): Row {
  const start = `2026-${String(month).padStart(2, '0')}-01`;
  return {
    cellKey: `${measure}/${start}/${ward}`,
    measure,
    ward,
    symbol: typeof value === 'string' ? value : null,
    value: typeof value === 'string' ? null : value,
    isTotal: ward === 'ALL',
    periodStart: `${start}T00:00:00Z`,
  };
}

export const ROWS: readonly Row[] = [
  cell('OPENED', 'ALL', 4, 25),
  cell('OPENED', "St Mary's", 4, 10),
  cell('OPENED', 'Quarry', 4, 'c'),
  cell('OPENED', 'ALL', 5, 30),
  cell('OPENED', "St Mary's", 5, 15),
  cell('OPENED', 'Quarry', 5, 15),
  cell('CLOSED', 'ALL', 4, 0),
  cell('CLOSED', "St Mary's", 4, 0),
  cell('CLOSED', 'Quarry', 4, 0),
  cell('CLOSED', 'ALL', 5, 'low'),
  cell('CLOSED', "St Mary's", 5, 'c'),
  cell('CLOSED', 'Quarry', 5, 'c'),
];
