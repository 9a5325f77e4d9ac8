import { connect } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { emptyDatabase } from '@postern/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadlineAfter } from '../src/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database?.drop());

test('days, months and years are those of PostgreSQL', async () => {
  const starts = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2060-01-01'),
    noInvalidDate: true,
  });
  // Month ends, leap days and the nights on which clocks change come up more often than chance has them.
  const hard = fc.constantFrom(
    ...[
      '2028-02-29',
      '2027-02-28',
      '2026-01-31',
      '2026-12-31',
      '2026-03-28',
      '2026-03-29',
      '2026-10-24',
      '2026-10-25',
    ].flatMap((day) =>
      ['00:00', '00:30', '01:30', '23:30'].map((time) => new Date(`${day}T${time}:00Z`)),
    ),
  );
  const asked = fc.sample(
    fc.record({
      start: fc.oneof(starts, hard),
      value: fc.nat(60),
      unit: fc.constantFrom('HOUR' as const, 'DAY' as const, 'MONTH' as const, 'YEAR' as const),
    }),
    3_000,
  );
  const connection = connect(database.address, 'owner', { max: 1 });
  const rows = await connection.run<{ due: Date }>({
    text: `select case when unit = 'HOUR' then start + make_interval(hours => value) else
        (((start at time zone 'Europe/London')::date + make_interval(
          days => case unit when 'DAY' then value else 0 end, months => case unit when 'MONTH' then value else 0 end,
          years => case unit when 'YEAR' then value else 0 end))::date + 1)::timestamp at time zone 'Europe/London' end as due
      from rows from (jsonb_to_recordset($1::jsonb) as (start timestamptz, value int, unit text))
        with ordinality as asked(start, value, unit, place)
      order by place`,
    values: [JSON.stringify(asked)],
  });
  await connection.close();
  const mine = asked.map(({ start, value, unit }) =>
    deadlineAfter(start, { value, unit, days: null }),
  );
  expect(rows.map(({ due }) => due.toISOString())).toEqual(mine.map((due) => due.toISOString()));
});
