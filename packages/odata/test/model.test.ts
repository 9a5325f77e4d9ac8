import { isRefusal } from '@postern/errors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printExpression } from '../src/expression/print.ts';
import type { Row } from '../src/index.ts';
import { allPages, askAt } from './asking.ts';
import { ROWS } from './cells.ts';
import { randomExpression } from './random-expression.ts';
import { doubt } from './second-opinion.ts';

const COLUMNS = ['measure', 'ward', 'symbol', 'value', 'isTotal', 'periodStart'] as const;
const orderings = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...COLUMNS), descends: fc.boolean() }),
  { selector: ({ column }) => column, maxLength: 3 },
);

/** How many of the rows come before a row: by it rows are in order without being sorted. */
function rank(row: Row, by: readonly { readonly column: string; readonly descends: boolean }[]) {
  return (other: Row): boolean => {
    for (const { column, descends } of [...by, { column: 'cellKey', descends: false }]) {
      const [mine, theirs] = [row[column] ?? null, other[column] ?? null];
      if (mine === theirs) continue;
      const isLess = theirs === null || (mine !== null && theirs < mine);
      return isLess !== descends;
    }
    return false;
  };
}

const search = (options: Readonly<Record<string, string>>): string =>
  Object.entries(options)
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
    .join('&');

describe('whatever is asked', () => {
  it('is answered as by another reckoning of its own, in pages of any size', () => {
    fc.assert(
      fc.property(
        randomExpression,
        orderings,
        fc.nat(8),
        fc.nat(14),
        fc.integer({ min: 1, max: 6 }),
        (filter, by, skip, top, size) => {
          const chosen = ROWS.filter((row) => doubt(filter, row) === 0);
          const places = chosen.map((row) => chosen.filter(rank(row, by)).length);
          const inOrder = chosen.map((_, at) => chosen[places.indexOf(at)]);
          const asked = search({
            $filter: printExpression(filter),
            $skip: String(skip),
            $top: String(top),
            $count: 'true',
            ...(by.length === 0
              ? {}
              : {
                  $orderby: by
                    .map(({ column, descends }) => `${column}${descends ? ' desc' : ''}`)
                    .join(','),
                }),
          });
          expect(allPages(asked, size)).toEqual(inOrder.slice(skip, skip + top));
          expect(askAt(asked)['@odata.count']).toBe(chosen.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is answered or refused by a code, the same each time, however it is spoilt', () => {
    const spoilt = fc
      .record({
        filter: randomExpression.map(printExpression),
        option: fc.constantFrom('$filter', '$apply', '$orderby', '$select', '$skiptoken', '$top'),
        before: fc.constantFrom('', 'filter(', 'groupby((', 'aggregate(value with sum as '),
        at: fc.nat(60),
        cut: fc.nat(3),
        put: fc.constantFrom(
          '',
          ')',
          '(',
          "'",
          ' and ',
          ' eq ',
          '/',
          ',',
          '%',
          'null',
          '\u0000',
          'é',
        ),
      })
      .map(({ filter, option, before, at, cut, put }) => {
        const text = `${before}${filter.slice(0, at)}${put}${filter.slice(at + cut)}`;
        return `${option}=${encodeURIComponent(text)}`;
      });
    const outcome = (asked: string): unknown => {
      try {
        return askAt(asked);
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        return thrown.code;
      }
    };
    const codes = new Set<unknown>();
    fc.assert(
      fc.property(spoilt, (asked) => {
        const told = outcome(asked);
        expect(outcome(asked)).toEqual(told);
        codes.add(typeof told === 'string' ? told : 'ANSWERED');
      }),
      { numRuns: 600 },
    );
    expect(codes).toContain('QUERY_OPTION_INVALID');
  });
});
