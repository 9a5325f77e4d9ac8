import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import type { Period } from '@postern/lifecycle';
import { deadlineAfter } from '@postern/lifecycle';
import type { TestDatabase } from '@postern/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TimerKind } from '../src/index.ts';
import { fireDue } from '../src/index.ts';
import { asPartners, schedulerDatabase } from './database.ts';

const HOUR = 3_600_000;

let database: TestDatabase;
let owner: Connection;
let partners: Connection;
beforeAll(async () => {
  database = await schedulerDatabase();
  owner = connect(database.address, 'owner', { max: 1 });
  partners = asPartners(database.address);
});
afterAll(async () => {
  await Promise.all([owner?.close(), partners?.close()]);
  await database?.drop();
});

const WEEKLY = { value: 7, unit: 'DAY', days: 'CALENDAR' } as const;
const MONTHLY = { value: 1, unit: 'MONTH', days: null } as const;
const TWO_WORKING_DAYS = { value: 2, unit: 'DAY', days: 'WORKING' } as const;

test.each<[string, Period, string, string, readonly string[]]>([
  [
    'month ends of a leap year',
    MONTHLY,
    '2028-01-31T10:00:00Z',
    '2028-04-02T09:00:00Z',
    ['2028-03-01T00:00:00Z', '2028-04-01T23:00:00Z'],
  ],
  [
    'into summer time',
    WEEKLY,
    '2026-03-23T10:00:00Z',
    '2026-04-08T00:00:00Z',
    ['2026-03-30T23:00:00Z', '2026-04-07T23:00:00Z'],
  ],
  [
    'out of summer time',
    WEEKLY,
    '2026-10-19T10:00:00Z',
    '2026-11-04T23:00:00Z',
    ['2026-10-27T00:00:00Z', '2026-11-04T00:00:00Z'],
  ],
  [
    'over bank holidays',
    TWO_WORKING_DAYS,
    '2027-12-23T10:00:00Z',
    '2028-01-06T23:00:00Z',
    ['2027-12-30T00:00:00Z', '2028-01-05T00:00:00Z'],
  ],
])(
  'by an hourly tick, %s: each deadline once, at its first tick',
  async (_, period, from, until, expected) => {
    const subjectId = randomUUID();
    const fired: string[] = [];
    // Each begins when the one before it was due: derived from what was fired, and nowhere stored.
    const timer: TimerKind = {
      name: 'AGAIN',
      clause: 'SHR-4.4b',
      due: async (statements, now) => {
        const [last] = await statements.run<{ due_at: Date | null }>({
          text: 'select max(due_at) as due_at from scheduler.timer_firing where subject_id = $1',
          values: [subjectId],
        });
        const dueAt = deadlineAfter(last?.due_at ?? new Date(from), period);
        return dueAt <= now ? [{ subjectId, dueAt }] : [];
      },
      fire: async ({ dueAt, now }) => {
        fired.push(dueAt.toISOString());
        expect(now.getTime() - dueAt.getTime()).toBeLessThan(HOUR);
      },
    };
    for (let now = Date.parse(from); now <= Date.parse(until); now += HOUR)
      await fireDue(partners, [timer], new Date(now), { log: () => {} });
    expect(fired).toEqual(expected.map((each) => new Date(each).toISOString()));
    const rows = await owner.run<{ due_at: Date }>({
      text: 'select due_at from scheduler.timer_firing where subject_id = $1 order by 1',
      values: [subjectId],
    });
    expect(rows.map(({ due_at }) => due_at.toISOString())).toEqual(fired);
  },
);
