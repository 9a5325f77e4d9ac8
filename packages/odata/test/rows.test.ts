import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRow, chosenRows, readQuestion } from '../src/index.ts';
import { allPages, ask, askAt, expectRefused } from './asking.ts';
import { CELLS, ROWS } from './cells.ts';

describe('rows', () => {
  it('come in the order of their keys where none is asked for, and otherwise by it before', () => {
    const keys = ask({}).value.map(({ cellKey }) => cellKey);
    expect(keys).toEqual(ROWS.map(({ cellKey }) => cellKey).toSorted());
    const values = ask({ $orderby: 'value desc,ward' }).value.map(({ value }) => value);
    expect(values).toEqual([30, 25, 15, 15, 10, 0, 0, 0, null, null, null, null]);
  });

  it('show the columns that were asked for', () => {
    const { value } = ask({ $select: 'value,ward', $top: '1' });
    expect(value).toEqual([{ value: 0, ward: 'ALL' }]);
    expect(Object.keys(ask({ $select: '*' }).value[0] ?? {}).length).toBe(7);
  });

  it('are counted before any are skipped', () => {
    const page = ask({ $filter: 'isTotal', $top: '1', $skip: '2', $count: 'true' });
    expect(page['@odata.count']).toBe(4);
    expect(page.value.length).toBe(1);
  });

  it('are the same in pages of any size as all at once, each once', () => {
    const options = fc.record({
      $orderby: fc.constantFrom('value', 'ward desc,value', 'isTotal'),
      $skip: fc.nat(14).map(String),
      $top: fc.nat(14).map(String),
    });
    fc.assert(
      fc.property(options, fc.integer({ min: 1, max: 5 }), (given, size) => {
        const search = new URLSearchParams(given).toString();
        expect(allPages(search, size)).toEqual(askAt(search).value);
      }),
    );
  });

  it('of a page that began before something was published are read anew', () => {
    const link = askAt('', 5)['@odata.nextLink'] ?? '';
    const { search } = new URL(link);
    expect(askAt(search, 5).value.length).toBe(5);
    expectRefused('PAGE_NO_LONGER_THERE', () => askAt(search, 5, 'june'));
    expectRefused('QUERY_OPTION_INVALID', () => askAt('$skiptoken=AAAA'));
  });

  it('are found by their key, with whatever is in it', () => {
    const key = "OPENED/2026-05-01/St Mary's";
    for (const path of [
      `Cells('${encodeURIComponent(key.replace("'", "''"))}')`,
      `Cells('${key.replace("'", "''")}')`,
    ]) {
      const question = readQuestion({ path, search: '$select=value' }, [CELLS]);
      if (question.kind !== 'ROW') throw new TypeError(question.kind);
      expect(answerRow(question, ROWS)).toEqual({ value: 15 });
      expectRefused('ROW_UNKNOWN', () => answerRow({ ...question, key: 'OPENED' }, ROWS));
    }
  });

  it('are counted alone', () => {
    const question = readQuestion({ path: 'Cells/$count', search: '$filter=isTotal' }, [CELLS]);
    if (question.kind !== 'COUNT') throw new TypeError(question.kind);
    expect(chosenRows(CELLS, question.options, ROWS).length).toBe(4);
  });
});

describe('an address', () => {
  it.each(['Nothing', "Nothing('a')", 'Nothing/$count', 'cells'])(
    'of a table that there is none of is unknown: %s',
    (path) => {
      expectRefused('ROW_UNKNOWN', () => readQuestion({ path, search: '' }, [CELLS]));
    },
  );

  it.each([
    ['Cells', '$expand=Wards'],
    ['Cells', '$search=x'],
    ['Cells', '$compute=value add 1 as more'],
    ['Cells', '$format=atom'],
    ['Cells/value', ''],
    ['$metadata', '$filter=isTotal'],
    ["Cells('a')", '$filter=isTotal'],
    ['Cells/$count', '$top=1'],
  ])('of what is not served is refused as such: %s?%s', (path, search) => {
    expectRefused('QUERY_OPTION_UNSUPPORTED', () => readQuestion({ path, search }, [CELLS]));
  });

  it.each([
    '$top=-1',
    '$top=1.5',
    '$top=',
    '$count=yes',
    '$top=1&$top=2',
    'x=1',
    '$filter=%ff',
    '$select=nobody',
    '$orderby=value up',
  ])('with what is not as it should be is refused: %s', (search) => {
    expectRefused('QUERY_OPTION_INVALID', () => readQuestion({ path: 'Cells', search }, [CELLS]));
  });
});
