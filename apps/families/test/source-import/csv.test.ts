import { CommandRefused } from '@postern/subgraph-kit';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/modules/source-import/reading/csv.ts';
import { judge } from '../../src/modules/source-import/reading/judge.ts';
import type { SentLine } from '../../src/modules/source-import/reading/sent-item.ts';

const HEAD = 'reference,givenName,familyName,dateOfBirth,kind,label,percentage';
const ROW = 'R-1,Isolde,Quillfeather,2015-03-04,ATTENDANCE,Autumn term,71';
const NOW = new Date('2026-06-17T10:00:00Z');
const JUDGING = { source: 'SCHOOL_CENSUS', dictionary: new Map(), now: NOW } as const;

function read(csv: string): readonly SentLine[] {
  return linesOf(csv, 500);
}

function refused(csv: string): CommandRefused {
  try {
    read(csv);
  } catch (failure) {
    if (failure instanceof CommandRefused) return failure;
    throw failure;
  }
  throw new Error('it was read');
}

/** The refusals of a table that can be read, as they are told. */
function judged(csv: string): readonly (readonly [line: number, code: string, part: string])[] {
  return judge(read(csv), JUDGING).refused.map(({ line, code, part }) => [line, code, part]);
}

describe('a table is read', () => {
  test.each([
    ['as it is', `${HEAD}\n${ROW}\n`],
    ['with a byte-order mark', `\ufeff${HEAD}\n${ROW}`],
    ['with lines that end as on Windows', `${HEAD}\r\n${ROW}\r\n`],
    ['with lines that end as on an old Mac', `${HEAD}\r${ROW}\r`],
    ['with empty lines', `${HEAD}\n\n${ROW}\n\n\n`],
    ['with every field quoted', `${HEAD}\n"${ROW.replaceAll(',', '","')}"`],
  ])('%s', (_, csv) => {
    expect(read(csv).map(({ item }) => item)).toEqual([
      {
        reference: 'R-1',
        givenName: 'Isolde',
        familyName: 'Quillfeather',
        dateOfBirth: '2015-03-04',
        kind: 'ATTENDANCE',
        label: 'Autumn term',
        percentage: 71,
      },
    ]);
  });

  test('with the columns in another order, and quotes, commas and lines within fields', () => {
    const csv = `label,kind,dateOfBirth,familyName,givenName,reference\n"He said ""no"", twice,\nand left",SCHOOL_BEHAVIOUR,2015-03-04,O'Neill,Ѕіmоn,R-1\nb,c,d,e,f,g`;
    expect(read(csv)).toMatchObject([
      { line: 2, item: { label: 'He said "no", twice,\nand left', familyName: "O'Neill" } },
      { line: 4, item: { reference: 'g' } },
    ]);
    expect(read(`${HEAD}\r\n\r\n\r\n${ROW}\r\n`)).toMatchObject([{ line: 4 }]);
  });

  test('and what begins like a formula stays the text that it is', () => {
    for (const label of ['=1+1', '+44 7700', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("x")']) {
      const [line] = read(
        `${HEAD}\nR-1,a,b,2015-03-04,ATTENDANCE,"${label.replaceAll('"', '""')}",7`,
      );
      expect(line?.item).toMatchObject({ label });
    }
  });
});

describe('a table is not read', () => {
  test.each([
    ['with nothing in it', '', 1],
    ['without names of columns', ROW, 1],
    ['with a column left out that has to be there', `reference,label\nR-1,x`, 1],
    ['with a column that there is not', `${HEAD},purposeLock\n${ROW},x`, 1],
    ['with a column twice', `${HEAD},label\n${ROW},x`, 1],
    ['with names in other letters', `${HEAD.toUpperCase()}\n${ROW}`, 1],
    ['with another separator', `${HEAD}\n${ROW}`.replaceAll(',', ';'), 1],
    ['with a column of every object', `${HEAD},__proto__\n${ROW},x`, 1],
    ['with a quote that is never closed', `${HEAD}\n${ROW}\nR-2,"Isolde,b`, 3],
    ['with a quote in the middle', `${HEAD}\nR-1,Is"ol"de,b,2015-03-04,ATTENDANCE,c,7`, 2],
    ['with text after a quote', `${HEAD}\nR-1,"Isolde"x,b,2015-03-04,ATTENDANCE,c,7`, 2],
    ['with a line that never ends', `${HEAD}\nR-1,${'x'.repeat(40_000)},b`, 2],
  ])('%s: it says in which line, and nothing of what stands there', (_, csv, line) => {
    const { code, details } = refused(csv);
    expect(code).toBe('CSV_NOT_READABLE');
    expect(details.findings).toMatchObject([{ part: `line ${line}` }]);
    expect(JSON.stringify(details)).not.toMatch(/Isolde|Quillfeather|R-1|xxx|purposeLock/);
  });
});

describe('a line is refused, with its number and never with what it says', () => {
  const line = (over: Readonly<Record<number, string>>): string =>
    ROW.split(',')
      .map((field, at) => over[at] ?? field)
      .join(',');

  test.each([
    ['of too few fields', 'R-1,Isolde', 'COLUMNS_DIFFER', ''],
    ['of too many fields', `${ROW},more`, 'COLUMNS_DIFFER', ''],
    ['of a day that there is not', line({ 3: '2015-02-30' }), 'ARGUMENT_INVALID', 'dateOfBirth'],
    ['of a day as people write it', line({ 3: '04/03/2015' }), 'ARGUMENT_INVALID', 'dateOfBirth'],
    ['of a day to come', line({ 3: '2026-06-18' }), 'DAY_TO_COME', 'dateOfBirth'],
    ['of another time', line({ 3: '1815-03-04' }), 'ARGUMENT_INVALID', 'dateOfBirth'],
    ['without a name', line({ 1: '' }), 'ARGUMENT_INVALID', 'givenName'],
    ['of a name of spaces', line({ 1: '   ' }), 'ARGUMENT_INVALID', 'givenName'],
    [
      'of a name that turns its text round',
      line({ 1: 'Iso\u202elde' }),
      'ARGUMENT_INVALID',
      'givenName',
    ],
    ['of a name that is too long', line({ 1: 'x'.repeat(201) }), 'ARGUMENT_INVALID', 'givenName'],
    ['of a label that is too long', line({ 5: 'x'.repeat(301) }), 'ARGUMENT_INVALID', 'label'],
    ['of a figure that is none', line({ 6: '7.5' }), 'ARGUMENT_INVALID', 'percentage'],
    ['of a figure beyond', line({ 6: '101' }), 'ARGUMENT_INVALID', 'percentage'],
    [
      'of what a source sends not',
      line({ 4: 'POLICE_INCIDENT' }),
      'CATEGORY_NOT_OF_SOURCE',
      'kind',
    ],
    ['of what is not declared', line({ 4: 'RELIGION' }), 'CATEGORY_NOT_DECLARED', 'kind'],
    ['of what its kind does not say', line({ 4: 'FINANCE' }), 'ARGUMENT_INVALID', 'percentage'],
    [
      'that reveals more',
      line({ 5: 'Absent because of his asthma' }),
      'FREE_TEXT_REVEALS',
      'label',
    ],
  ])('%s', (_, given, code, part) => {
    const csv = `${HEAD}\n${line({ 0: 'R-0' })}\n${given}`;
    expect(judged(csv)).toEqual([[3, code, part]]);
    expect(judge(read(csv), JUDGING).taken.map(({ reference }) => reference)).toEqual(['R-0']);
    expect(JSON.stringify(judge(read(csv), JUDGING).refused)).not.toMatch(/Isolde|asthma|2015|xxx/);
  });

  test('of the same reference each of them, since nobody can tell which is meant', () => {
    expect(judged(`${HEAD}\n${ROW}\n${line({ 0: 'R-2' })}\n${ROW}`)).toEqual([
      [2, 'REFERENCE_REPEATED', 'reference'],
      [4, 'REFERENCE_REPEATED', 'reference'],
    ]);
  });
});
