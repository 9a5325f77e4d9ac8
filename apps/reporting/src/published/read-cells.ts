import type { Connection } from '@postern/database';
import type { CellSymbol } from '@postern/disclosure-control';
import type { Grain } from '../calendar/grain.ts';
import type { Dimension } from '../catalogue/dimension.ts';
import type { IndicatorId } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { inOrder } from '../catalogue/place.ts';
import { cellKey } from './cell-key.ts';
import type { CellRow } from './cell-row.ts';

/** Cells of one indicator and grain, by the first days of the first and the last period. */
export interface CellsWanted {
  readonly indicator: IndicatorId;
  readonly grain: Grain;
  readonly from: string;
  readonly to: string;
  /** Only cells cut by exactly one of these; null for every cut. */
  readonly cuts: readonly (readonly Dimension[])[] | null;
}

interface Row extends CellRow {
  readonly symbol: CellSymbol | null;
  readonly measure: string;
  readonly period_start: string;
  readonly first_dimension: Dimension | null;
  readonly first_member: string | null;
  readonly second_dimension: Dimension | null;
  readonly second_member: string | null;
}

/** What is out of these cells, by their keys. */
export async function readCells(
  connection: Pick<Connection, 'run'>,
  { indicator, grain, from, to, cuts }: CellsWanted,
): Promise<ReadonlyMap<string, CellRow>> {
  const wanted = cuts?.map((cut) => inOrder(cut).join(';')) ?? null;
  const rows = await connection.run<Row>({
    text: `select measure, period_start::text, first_dimension, first_member, second_dimension, second_member,
        value::float8 as value, symbol
      from reporting.cell
      where indicator = $1 and grain = $2 and period_start between $3::date and $4::date
        and ($5::text[] is null or concat_ws(';', first_dimension, second_dimension) = any($5::text[]))`,
    values: [indicator, grain, from, to, wanted],
  });
  return new Map(
    rows.map((row) => [
      cellKey({
        indicator,
        grain,
        measure: row.measure,
        periodStart: row.period_start,
        place: placeIn(row),
      }),
      { value: row.value, symbol: row.symbol },
    ]),
  );
}

function placeIn(row: Row): Place {
  return [
    { dimension: row.first_dimension, code: row.first_member },
    { dimension: row.second_dimension, code: row.second_member },
  ].flatMap(({ dimension, code }) =>
    dimension === null || code === null ? [] : [{ dimension, code }],
  );
}
