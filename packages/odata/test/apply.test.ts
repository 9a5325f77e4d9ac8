import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Apply } from '../src/apply/apply.ts';
import { METHODS } from '../src/apply/apply.ts';
import { parseApply } from '../src/apply/parse-apply.ts';
import { printApply } from '../src/apply/print-apply.ts';
import type { Expression } from '../src/expression/expression.ts';
import type { Row } from '../src/index.ts';
import { readQuestion } from '../src/index.ts';
import { ask, expectRefused } from './asking.ts';
import { AGGREGABLE, CELLS, ROWS } from './cells.ts';
import { randomExpression } from './random-expression.ts';
import { doubt } from './second-opinion.ts';

const GROUPED = ['measure', 'isTotal', 'ward', 'periodStart'] as const;

const isWard = (...wards: readonly string[]): Expression => ({
  kind: 'IN',
  property: 'ward',
  among: wards.map((value) => ({ kind: 'TEXT', value })),
});

/** What keeps a total apart from its parts: by groups, or by what is chosen. */
const randomApply: fc.Arbitrary<Apply> = fc
  .tuple(
    fc.constantFrom(isWard('ALL'), isWard('Quarry', "St Mary's"), isWard('Quarry'), null),
    fc.record({
      before: fc.option(randomExpression),
      grouping: fc.record({
        by: fc
          .uniqueArray(fc.constantFrom(...GROUPED), { minLength: 0, maxLength: 4 })
          .map((more) => [...new Set(['measure', ...more])]),
        aggregates: fc
          .uniqueArray(fc.constantFrom(...METHODS), { minLength: 0 })
          .map((methods) => [
            ...methods.map(
              (method) => ({ kind: 'OF', property: 'value', method, as: `of_${method}` }) as const,
            ),
            { kind: 'COUNT', as: 'rows' } as const,
          ]),
      }),
      after: fc.constant(null),
    }),
  )
  .map(([held, apply]): Apply => {
    if (held === null)
      return {
        ...apply,
        grouping: { ...apply.grouping, by: [...new Set([...apply.grouping.by, 'ward'])] },
      };
    const { before } = apply;
    const both = before === null ? held : ({ kind: 'AND', left: before, right: held } as const);
    return { ...apply, before: both };
  });

/** The same, worked out for each combination of values by itself. */
function expected({ before, grouping }: Apply): readonly Row[] {
  const chosen = ROWS.filter((row) => before === null || doubt(before, row) === 0);
  const { by, aggregates } = grouping ?? { by: [], aggregates: [] };
  const alike = (one: Row, other: Row): boolean => by.every((name) => one[name] === other[name]);
  const firsts = chosen.filter((row, at) => chosen.findIndex((each) => alike(each, row)) === at);
  return firsts.map((first) => {
    const group = chosen.filter((row) => alike(row, first));
    const values = group.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    const all = values.length === group.length;
    const results: Record<string, number | null> = {
      rows: group.length,
      of_sum: all ? values.reduce((sum, value) => sum + value, 0) : null,
      of_min: values.length > 0 ? Math.min(...values) : null,
      of_max: values.length > 0 ? Math.max(...values) : null,
      of_countdistinct: new Set(values).size,
    };
    const names = aggregates.map(({ as }) => as);
    return {
      ...Object.fromEntries(by.map((name) => [name, first[name] ?? null])),
      ...Object.fromEntries(names.map((name) => [name, results[name] ?? null])),
    };
  });
}

const sorted = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted();

describe('$apply', () => {
  it('says the same when it is written out and read again', () => {
    fc.assert(
      fc.property(randomApply, (apply) => {
        expect(parseApply(printApply(apply))).toEqual(apply);
      }),
    );
  });

  it('groups and works out what another reckoning of its own does', () => {
    fc.assert(
      fc.property(randomApply, (apply) => {
        expect(sorted(ask({ $apply: printApply(apply) }).value)).toEqual(sorted(expected(apply)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives no sum to which a cell without a number belongs, and says of others that they are of rounded numbers', () => {
    const page = ask({
      $apply:
        "filter(measure eq 'OPENED' and ward in ('Quarry','St Mary''s'))/groupby((periodStart),aggregate(value with sum as families))",
    });
    expect(page.value.map(({ families }) => families)).toEqual([null, 30]);
    expect(page).toMatchObject({ '@Postern.Reporting.SumOfRounded': true });
    expect(ask({ $apply: 'aggregate(value with max as most)' })).not.toHaveProperty(
      '@Postern.Reporting.SumOfRounded',
    );
  });

  it.each([
    'aggregate(value with sum as families)',
    'groupby((measure),aggregate(value with sum as families))',
    "filter(ward eq 'ALL')/aggregate(value with sum as families)",
    "filter(measure eq 'OPENED')/aggregate(value with sum as families)",
    "filter(measure eq 'OPENED' and ward in ('ALL','Quarry'))/aggregate(value with sum as families)",
    "filter(measure eq 'OPENED' and ward ne 'ALL')/aggregate(value with sum as families)",
    "filter(measure in ('OPENED','CLOSED'))/groupby((ward),aggregate(value with sum as families))",
    "filter(measure eq 'OPENED' or ward eq 'ALL')/aggregate(value with sum as families)",
  ])('adds nothing up that is not alike: %s', (apply) => {
    expectRefused('SUM_NOT_OF_ONE_KIND', () => ask({ $apply: apply }));
  });

  it('adds up what may be added up at all', () => {
    const counted = {
      ...CELLS,
      aggregable: { ...AGGREGABLE, only: { column: 'symbol', value: 'n' } },
    };
    const sum = (filter: string) => () =>
      readQuestion(
        {
          path: 'Cells',
          search: `$apply=${encodeURIComponent(`filter(${filter})/groupby((measure,ward),aggregate(value with sum as families))`)}`,
        },
        [counted],
      );
    expect(sum("symbol eq 'n'")()).toMatchObject({ kind: 'ROWS' });
    for (const filter of ["symbol in ('n','m')", "symbol eq 'm'", 'isTotal'])
      expectRefused('SUM_NOT_OF_ONE_KIND', sum(filter));
  });

  it.each([
    'aggregate(value with average as mean)',
    'aggregate(ward with max as last)',
    'groupby((rollup($all,ward)))',
    'topcount(2,value)',
    'groupby((ward))/groupby((ward))',
    'compute(value mul 2 as more)',
  ])('refuses what it does not do: %s', (apply) => {
    expectRefused('QUERY_OPTION_UNSUPPORTED', () => ask({ $apply: apply }));
  });

  it.each([
    'groupby((nobody))',
    'aggregate($count as ward)',
    'groupby((ward),aggregate($count as n,$count as n))',
    'groupby()',
    'aggregate()',
    '',
    'filter(isTotal)/',
  ])('refuses what is not as it should be: %s', (apply) => {
    expectRefused('QUERY_OPTION_INVALID', () => ask({ $apply: apply }));
  });

  it('lets what it made be filtered, ordered and chosen from', () => {
    const page = ask({
      $apply: 'groupby((ward,measure),aggregate(value with max as most))/filter(most ne null)',
      $filter: 'most gt 0',
      $orderby: 'most desc',
      $select: 'ward,most',
    });
    expect(page.value).toEqual([
      { ward: 'ALL', most: 30 },
      { ward: 'Quarry', most: 15 },
      { ward: "St Mary's", most: 15 },
    ]);
    expectRefused('QUERY_OPTION_INVALID', () =>
      ask({ $apply: 'groupby((ward))', $filter: 'value gt 5' }),
    );
  });
});
