import type { Dimension } from '../catalogue/dimension.ts';
import type { IndicatorDefinition, Measure } from '../catalogue/indicator.ts';
import { FACTS } from './facts/facts-of.ts';

/** Of each unit the amounts of its parts, each part once however many facts tell of it, shared out among the units that have any. */
const MEAN = `round((select sum(part.amount::numeric) from jsonb_each_text(jsonb_object_agg(part, amount) filter (where amount is not null)) as part (key, amount))
    / count(distinct unit) filter (where amount is not null), 1)::float8`;

/**
 * Counts the facts of an indicator by period, measure and place. $1: the periods, as JSON of `grain`, `first` and `last` month; $2 and
 * $3: the measures of what happened in a period, and of how it stood at its end.
 */
export function countingStatement(
  { id, cuts, measures }: IndicatorDefinition,
  dimensions: readonly Dimension[],
): string {
  const columns = dimensions.map(columnOf);
  const listed = columns.map((column) => `${column}, `).join('');
  const setsOf = (...others: readonly string[]): string =>
    cuts.map((cut) => `(${[...others, ...cut.map(columnOf)].join()})`).join(', ');
  const cut = columns.length === 0 ? '0' : `grouping(${columns.join()})::int4`;
  const isOfMeans = measures.some(({ kind }) => kind === 'MEAN');
  const isOfAmounts = isOfMeans || measures.some(({ kind }) => kind === 'MEDIAN');
  const amount = (kind: Measure['kind'], column: string): string =>
    measures.some((each) => each.kind === kind) ? column : 'null::float8';
  const median = amount(
    'MEDIAN',
    'round(percentile_cont(0.5) within group (order by amount))::float8',
  );
  const mean = amount('MEAN', MEAN);
  // Keys as numbers, and texts by their bytes: what is sorted for every period is small.
  return `with fact as materialized (
  select measure collate "C" as measure, dense_rank() over (order by unit_key)::int4 as unit,
    case when agency_key is not null then dense_rank() over (order by agency_key)::int4 end as agency,
    from_month, until_month, ${isOfAmounts ? 'amount' : 'null::numeric as amount'}${isOfMeans ? ', dense_rank() over (order by part_key)::int4 as part' : ''}${columns.map((column) => `, ${column} collate "C" as ${column}`).join('')}
  from (${FACTS[id]}) as told
),
asked as (
  select number::int4 as number, grain, first, last
  from rows from (jsonb_to_recordset($1::jsonb) as (grain text, first date, last date)) with ordinality as given (grain, first, last, number)
),
month_asked as (select number, month::date as month from asked cross join lateral generate_series(first, last, interval '1 month') as month),
flow as (
  select number, measure, ${cut} as cut, ${listed}count(distinct unit)::int4 as counted, count(distinct agency)::int4 as agencies, ${median} as median, ${mean} as mean
  from fact join month_asked on month = from_month where measure = any($2::text[])
  group by grouping sets (${setsOf('number', 'measure')})
),
-- Who is counted where, and from when until when, however many facts say so: a stock of many months is read once.
held as (
  select measure, ${cut} as cut, ${listed}grouping(unit) = 0 as is_unit, range_agg(daterange(from_month, until_month)) as during
  from fact where measure = any($3::text[]) and from_month is not null and (until_month is null or until_month > from_month)
  group by grouping sets (${setsOf('measure', 'unit')}, ${setsOf('measure', 'agency')})
  having grouping(unit) = 0 or agency is not null
),
change as (
  select measure, cut, ${listed}is_unit, month, sum(change)::int4 as change
  from held cross join lateral unnest(during) as span
  cross join lateral (values (lower(span), 1), (upper(span), -1)) as told (month, change)
  where month is not null group by measure, cut, ${listed}is_unit, month
),
stock as (
  select number, measure, cut, ${listed}sum(change) filter (where is_unit)::int4 as counted,
    coalesce(sum(change) filter (where not is_unit), 0)::int4 as agencies, null::float8 as median, null::float8 as mean
  from asked join change on change.month <= asked.last where grain = 'MONTH'
  group by number, measure, ${listed}cut having sum(change) filter (where is_unit) > 0
)
select grain, first::text as period_start, counted.* from (table flow union all table stock) as counted join asked using (number)`;
}

/** The column of the facts that tells a dimension. */
export function columnOf(dimension: Dimension): string {
  return dimension.toLowerCase();
}
