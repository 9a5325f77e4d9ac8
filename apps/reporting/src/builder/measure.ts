import type { Connection } from '@postern/database';
import type { Measurement } from '@postern/disclosure-control';
import type { Grain } from '../calendar/grain.ts';
import type { Period } from '../calendar/period.ts';
import { startOf } from '../calendar/period.ts';
import type { Dimension } from '../catalogue/dimension.ts';
import { DIMENSIONS } from '../catalogue/dimension.ts';
import type { IndicatorDefinition, Measure } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { cellKey } from '../published/cell-key.ts';
import { FACTS } from './facts/facts-of.ts';

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
  const rows = await connection.run<Row>({
    text: statementFor(definition, dimensions),
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

function statementFor(
  { id, cuts, measures }: IndicatorDefinition,
  dimensions: readonly Dimension[],
): string {
  const facts = FACTS[id];
  const columns = dimensions.map(columnOf);
  const sets = cuts.map((cut) => `(${['grain', 'first', 'measure', ...cut.map(columnOf)].join()})`);
  const isOfAmounts = measures.some(({ kind }) => kind === 'MEDIAN' || kind === 'MEAN');
  const amount = (kind: Measure['kind'], column: string): string =>
    measures.some((each) => each.kind === kind) ? column : 'null::float8';
  const median = amount(
    'MEDIAN',
    'round(percentile_cont(0.5) within group (order by amount))::float8',
  );
  const mean = amount('MEAN', 'round(avg(amount), 1)::float8');
  const cut = columns.length === 0 ? '0' : `grouping(${columns.join()})`;
  const own = columns.map((column) => `, ${column} collate "C" as ${column}`).join('');
  // Keys as numbers, and texts by their bytes: what is sorted for every period is small.
  return `with fact as materialized (
  select measure collate "C" as measure, dense_rank() over (order by unit_key)::int4 as unit,
    case when agency_key is not null then dense_rank() over (order by agency_key)::int4 end as agency,
    from_month, until_month, ${isOfAmounts ? 'amount' : 'null::numeric as amount'}${own}
  from (${facts}) as told
),
asked as (select grain collate "C" as grain, first, last from jsonb_to_recordset($1::jsonb) as given(grain text, first date, last date)),
counted as (
  select asked.grain, asked.first, fact.* from asked join fact on fact.from_month between asked.first and asked.last
  where fact.measure = any($2::text[])
  union all
  select asked.grain, asked.first, fact.* from asked join fact on fact.from_month <= asked.last
    and (fact.until_month is null or fact.until_month > asked.last)
  where asked.grain = 'MONTH' and fact.measure = any($3::text[])
)
select grain, first::text as period_start, measure, ${cut}::int4 as cut, ${columns.map((column) => `${column},`).join(' ')}
  count(distinct unit)::int4 as counted, count(distinct agency)::int4 as agencies, ${median} as median, ${mean} as mean
from counted group by grouping sets (${sets.join(', ')})`;
}

/** GROUPING sets a bit for each column that a row is not cut by, the last column the lowest. */
function placeIn(row: Row, dimensions: readonly Dimension[]): Place {
  return dimensions.flatMap((dimension, index) =>
    (row.cut >> (dimensions.length - 1 - index)) & 1
      ? []
      : [{ dimension, code: String(row[columnOf(dimension)]) }],
  );
}

function columnOf(dimension: Dimension): string {
  return dimension.toLowerCase();
}
