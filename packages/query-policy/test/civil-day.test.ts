import { civilDay } from '@postern/policy';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDay as civilDayInSql } from '../src/facts/live.ts';
import { compileStatement } from '../src/statement.ts';
import { accessDatabase } from './access-database.ts';

const connection = accessDatabase();
const STATEMENT = compileStatement(
  sql`SELECT ${civilDayInSql(sql`asked.at`)}::text AS day FROM unnest(${sql.placeholder('moments')}::timestamptz[]) WITH ORDINALITY AS asked (at, place) ORDER BY place`,
);

async function daysOf(moments: readonly Date[]): Promise<readonly string[]> {
  const rows = await connection().run<{ day: string }>({
    text: STATEMENT.text,
    values: STATEMENT.bind({ moments: moments.map((at) => at.toISOString()) }),
  });
  return rows.map(({ day }) => day);
}

test.each([
  ['2026-06-17T22:59:59.999Z', '2026-06-17'],
  ['2026-06-17T23:00:00.000Z', '2026-06-18'],
  ['2026-06-17T23:30:00.000Z', '2026-06-18'],
  ['2026-12-17T23:59:59.999Z', '2026-12-17'],
  ['2026-12-18T00:00:00.000Z', '2026-12-18'],
  ['2026-03-28T23:59:59.999Z', '2026-03-28'],
  ['2026-03-29T23:00:00.000Z', '2026-03-30'],
  ['2026-10-24T23:00:00.000Z', '2026-10-25'],
  ['2026-10-25T23:59:59.999Z', '2026-10-25'],
])('at %s it is %s', async (moment, day) => {
  expect(civilDay(new Date(moment))).toBe(day);
  expect(await daysOf([new Date(moment)])).toEqual([day]);
});

test('the database has the same days as the process', async () => {
  const moments = fc.sample(
    fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    1_000,
  );
  expect(await daysOf(moments)).toEqual(moments.map(civilDay));
});
