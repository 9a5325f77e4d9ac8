import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvMetadata, csvText } from '../src/index.ts';
import { CELLS, ROWS } from './cells.ts';

const names = CELLS.properties.map(({ name }) => name);
const lines = (text: string): readonly (readonly string[])[] =>
  parse(text, { relax_column_count: false });

describe('a file', () => {
  it('says the same when it is read again, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', ',', '\r\n', ' a ', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell }), { minLength: 1 }), (rows) => {
        const [, ...read] = lines(csvText(['a', 'b'], rows, { mark: false }));
        const isFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text);
        const kept = (text: string): string => (isFormula(text) ? `'${text}` : text);
        expect(read).toEqual(rows.map(({ a, b }) => [kept(a), kept(b)]));
      }),
    );
  });

  it('has nothing that a spreadsheet takes for a formula', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const [, [field = ''] = []] = lines(
          csvText(['a'], [{ a: `${first}${rest}` }], { mark: false }),
        );
        expect(field.startsWith("'")).toBe(true);
      }),
    );
  });

  it('writes numbers as they are, and of what has no number its symbol', () => {
    const [first = '', second = ''] = csvText(names, ROWS.slice(1, 3), { mark: true })
      .split('\r\n')
      .slice(1);
    expect(first).toBe(
      "OPENED/2026-04-01/St Mary's,OPENED,St Mary's,,10,false,2026-04-01T00:00:00Z",
    );
    expect(second).toBe('OPENED/2026-04-01/Quarry,OPENED,Quarry,c,,false,2026-04-01T00:00:00Z');
    expect(csvText(['a'], [{ a: -5 }], { mark: false })).toBe('a\r\n-5\r\n');
    expect(csvText(names, [], { mark: true }).startsWith('\uFEFFcellKey,')).toBe(true);
  });

  it('is described column by column', () => {
    expect(csvMetadata(CELLS, 'Cells.csv')).toMatchObject({
      '@context': 'http://www.w3.org/ns/csvw',
      url: 'Cells.csv',
      tableSchema: {
        primaryKey: 'cellKey',
        columns: names.map((name) => ({ name, titles: name })),
      },
    });
  });
});
