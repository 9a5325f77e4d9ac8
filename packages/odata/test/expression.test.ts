import { isRefusal } from '@postern/errors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBetween, heldTo } from '../src/expression/held-to.ts';
import { DEEPEST, MOST_PARTS, parseExpression } from '../src/expression/parse.ts';
import { printExpression } from '../src/expression/print.ts';
import { ask, askAt, expectRefused } from './asking.ts';
import { ROWS } from './cells.ts';
import { randomExpression } from './random-expression.ts';
import { doubt } from './second-opinion.ts';

const keys = (filter: string): readonly unknown[] =>
  ask({ $filter: filter }).value.map(({ cellKey }) => cellKey);

describe('a filter', () => {
  it('says the same when it is written out and read again', () => {
    fc.assert(
      fc.property(randomExpression, (expression) => {
        expect(parseExpression(printExpression(expression))).toEqual(expression);
      }),
    );
  });

  it('chooses what another evaluator of its own chooses', () => {
    let chosen = 0;
    fc.assert(
      fc.property(randomExpression, (expression) => {
        const expected = ROWS.filter((row) => doubt(expression, row) === 0).map(
          (r) => r['cellKey'],
        );
        chosen += expected.length;
        expect(keys(printExpression(expression)).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 500 },
    );
    expect(chosen).toBeGreaterThan(100);
  });

  it('holds and to be closer than or, and not to be closest', () => {
    expect(keys("not isTotal and measure eq 'CLOSED' or value eq 30").length).toBe(5);
    expect(keys("not (isTotal and measure eq 'CLOSED' or value eq 30)").length).toBe(9);
  });

  it('reads a moment with whatever offset it is written, as an address has it', () => {
    const search = '$filter=periodStart%20ge%202026-05-01T01:00:00%2B01:00+and+isTotal';
    expect(askAt(search).value.map(({ value }) => value)).toEqual([null, 30]);
  });

  it.each([
    ['value', 'a comparison was asked for and a number given'],
    ['value eq', 'nothing to compare with'],
    ['nobody eq 1', 'no such property'],
    ["value eq 'c'", 'a number and text'],
    ['periodStart eq 2026-05-01', 'a moment and a day'],
    ['periodStart gt 2026-02-30T00:00:00Z', 'a day that there is none of'],
    ['(isTotal', 'no end'],
    ['isTotal)', 'one parenthesis more'],
    ['contains(value,1)', 'a number in place of text'],
    ["ward eq 'x", 'text without its end'],
    ['value in ()', 'a list of nothing'],
    ['isTotal; drop', 'what is no word'],
  ])('that is not as it should be is refused: %s', (filter) => {
    expectRefused('QUERY_OPTION_INVALID', () => ask({ $filter: filter }));
  });

  it.each(['year(periodStart) eq 2026', 'value add 5 gt 10', 'a/b eq 1', "ward has 'x'"])(
    'that the protocol has and this does not is refused as such: %s',
    (filter) => {
      expectRefused('QUERY_OPTION_UNSUPPORTED', () => ask({ $filter: filter }));
    },
  );

  it('may be nested and long, but not without end', () => {
    const nested = (levels: number): string => `${'('.repeat(levels)}isTotal${')'.repeat(levels)}`;
    expect(keys(nested(DEEPEST)).length).toBe(4);
    expectRefused('QUERY_OPTION_INVALID', () => ask({ $filter: nested(DEEPEST + 1) }));
    const long = (parts: number): string => Array(parts).fill('isTotal').join(' or ');
    expect(keys(long(MOST_PARTS)).length).toBe(4);
    expectRefused('QUERY_OPTION_INVALID', () => ask({ $filter: long(MOST_PARTS + 1) }));
    expectRefused('QUERY_OPTION_INVALID', () => ask({ $filter: `'${'x'.repeat(9_000)}'` }));
  });

  it('of any text at all is answered or refused, and never fails', () => {
    const word = fc.constantFrom(
      'value',
      'eq',
      'and',
      'not',
      '(',
      ')',
      "'",
      ',',
      '5',
      'in',
      'null',
      '$',
      '/',
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom('$filter', '$apply', '$orderby', '$select', '$skiptoken'),
        (text, option) => {
          try {
            ask({ [option]: text });
          } catch (thrown) {
            if (!isRefusal(thrown)) throw thrown;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('what a filter holds every row to', () => {
  it('is never less than it chooses', () => {
    fc.assert(
      fc.property(randomExpression, (expression) => {
        const chosen = ROWS.filter((row) => doubt(expression, row) === 0);
        const measures = heldTo(expression, 'measure');
        const { from, to } = heldBetween(expression, 'periodStart');
        for (const row of chosen) {
          expect(measures === null || measures.has(row['measure'] ?? null)).toBe(true);
          const at = Date.parse(String(row['periodStart']));
          expect(at >= from && at <= to).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('follows from what is joined by and', () => {
    const held = parseExpression(
      "measure eq 'OPENED' and (periodStart ge 2026-04-01T00:00:00Z and 2026-06-01T00:00:00Z gt periodStart)",
    );
    expect([...(heldTo(held, 'measure') ?? [])]).toEqual(['OPENED']);
    const { from, to } = heldBetween(held, 'periodStart');
    expect([from, to]).toEqual([Date.UTC(2026, 3, 1), Date.UTC(2026, 5, 1)]);
  });
});
