import type { Connection } from '@postern/database';
import type { Measurement } from '@postern/disclosure-control';
import type { Grain } from '../calendar/grain.ts';
import type { Period } from '../calendar/period.ts';
import { startOf } from '../calendar/period.ts';
import type { Dimension } from '../catalogue/dimension.ts';
import { DIMENSIONS } from '../catalogue/dimension.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { cellKey } from '../published/cell-key.ts';
import { columnOf, countingStatement } from './counting-statement.ts';

/** What was counted, unprotected, by cell key: never stored, never logged. What is not in it is zero. */
export interface Measured {
  at(key: string): Measurement;
  /** Of what was counted, half took so much or less, or each on average; null where nothing was measured. */
  amountAt(kind: 'MEDIAN' | 'MEAN', key: string): number | null;
}

interface Row extends Readonly<Record<string, unknown>> {
  readonly grain: Grain;
  readonly period_start: string;
  readonly measure: string;
  readonly cut: number;
  readonly counted: number;
  readonly agencies: number;
  readonly median: number | null;
  readonly mean: number | null;
}

/** What a sort or a table of hashes may take until the transaction ends, where counting a large county would write the rest to disk. */
const WORKING_MEMORY = "select set_config('work_mem', '64MB', true)";

/** Counts an indicator for every period given and every cut of it, in one statement. */
export async function measure(
  connection: Pick<Connection, 'run'>,
  definition: IndicatorDefinition,
  periods: readonly Period[],
): Promise<Measured> {
  const dimensions = DIMENSIONS.filter((one) => definition.cuts.some((cut) => cut.includes(one)));
  const over = (kind: 'FLOW' | 'STOCK'): readonly string[] =>
    definition.measures.flatMap((each) =>
      each.kind === 'COUNT' && each.over === kind ? [each.id] : [],
    );
  const asked = periods.map((period) => ({
    grain: period.grain,
    first: startOf(period),
    last: `${period.last}-01`,
  }));
  await connection.run({ text: WORKING_MEMORY, values: [] });
  const rows = await connection.run<Row>({
    text: countingStatement(definition, dimensions),
    values: [JSON.stringify(asked), over('FLOW'), over('STOCK')],
  });
  const found = new Map(
    rows.map((row) => [
      cellKey({
        indicator: definition.id,
        measure: row.measure,
        grain: row.grain,
        periodStart: row.period_start,
        place: placeIn(row, dimensions),
      }),
      row,
    ]),
  );
  return {
    at: (key) => measurementOf(found.get(key)),
    amountAt: (kind, key) => found.get(key)?.[kind === 'MEDIAN' ? 'median' : 'mean'] ?? null,
  };
}

function measurementOf(row: Row | undefined): Measurement {
  if (row === undefined) return { kind: 'COUNT', count: 0 };
  // No agency is named where who made the count tells of nobody.
  if (row.agencies === 0) return { kind: 'COUNT', count: row.counted };
  return { kind: 'COUNT', count: row.counted, contributors: row.agencies };
}

/** GROUPING sets a bit for each column that a row is not cut by, the last column the lowest. */
function placeIn(row: Row, dimensions: readonly Dimension[]): Place {
  return dimensions.flatMap((dimension, index) =>
    (row.cut >> (dimensions.length - 1 - index)) & 1
      ? []
      : [{ dimension, code: String(row[columnOf(dimension)]) }],
  );
}
