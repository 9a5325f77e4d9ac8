import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../src/index.ts';
import { bankHolidays, deadlineAfter, isWorkingDay } from '../src/index.ts';

const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2060-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const unit = fc.constantFrom('DAY', 'MONTH', 'YEAR');
const days = fc.constantFrom('CALENDAR', 'WORKING', null);

/** London's day and hour, by the machine's own tables. */
const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});

describe('by the calendar', () => {
  test.each<[string, string, number, Period['unit'], Period['days'], string]>([
    [
      '48 hours through a weekend',
      '2026-06-12T16:00:00Z',
      48,
      'HOUR',
      null,
      '2026-06-14T16:00:00Z',
    ],
    ['hours into summer time', '2026-03-28T12:00:00Z', 24, 'HOUR', null, '2026-03-29T12:00:00Z'],
    ['a day into summer time', '2026-03-28T12:00:00Z', 1, 'DAY', null, '2026-03-29T23:00:00Z'],
    ['a day out of summer time', '2026-10-24T12:00:00Z', 1, 'DAY', null, '2026-10-26T00:00:00Z'],
    ['late in a summer evening', '2026-06-12T22:59:59Z', 1, 'DAY', null, '2026-06-13T23:00:00Z'],
    [
      'past midnight in London only',
      '2026-06-12T23:00:00Z',
      1,
      'DAY',
      null,
      '2026-06-14T23:00:00Z',
    ],
    ['31 January and a month', '2026-01-31T09:00:00Z', 1, 'MONTH', null, '2026-03-01T00:00:00Z'],
    ['31 January in a leap year', '2028-01-31T09:00:00Z', 1, 'MONTH', null, '2028-03-01T00:00:00Z'],
    ['30 January in a leap year', '2028-01-30T09:00:00Z', 1, 'MONTH', null, '2028-03-01T00:00:00Z'],
    ['31 March and a month', '2026-03-31T09:00:00Z', 1, 'MONTH', null, '2026-04-30T23:00:00Z'],
    ['28 February and a month', '2026-02-28T09:00:00Z', 1, 'MONTH', null, '2026-03-28T24:00:00Z'],
    ['29 February and a year', '2028-02-29T09:00:00Z', 1, 'YEAR', null, '2029-03-01T00:00:00Z'],
    ['29 February and four years', '2028-02-29T09:00:00Z', 4, 'YEAR', null, '2032-03-01T00:00:00Z'],
    [
      '12 months before a leap day',
      '2027-02-28T09:00:00Z',
      12,
      'MONTH',
      null,
      '2028-02-29T00:00:00Z',
    ],
    [
      '2 working days from Thursday',
      '2026-06-11T09:00:00Z',
      2,
      'DAY',
      'WORKING',
      '2026-06-15T23:00:00Z',
    ],
    [
      '2 working days from Saturday',
      '2026-06-13T09:00:00Z',
      2,
      'DAY',
      'WORKING',
      '2026-06-16T23:00:00Z',
    ],
    [
      '2 working days over Easter',
      '2026-04-02T09:00:00Z',
      2,
      'DAY',
      'WORKING',
      '2026-04-08T23:00:00Z',
    ],
    [
      '2 working days over Christmas',
      '2027-12-24T09:00:00Z',
      2,
      'DAY',
      'WORKING',
      '2027-12-31T00:00:00Z',
    ],
    ['none, from a Saturday', '2026-06-13T09:00:00Z', 0, 'DAY', 'WORKING', '2026-06-15T23:00:00Z'],
    [
      'a month to a working day',
      '2026-05-13T09:00:00Z',
      1,
      'MONTH',
      'WORKING',
      '2026-06-15T23:00:00Z',
    ],
  ])('%s', (_, start, value, unitOf, daysOf, expected) => {
    const period = { value, unit: unitOf, days: daysOf };
    expect(deadlineAfter(new Date(start), period)).toEqual(new Date(expected));
  });

  test('a partnership’s own days count', () => {
    const period: Period = { value: 1, unit: 'DAY', days: 'WORKING' };
    const start = new Date('2026-12-23T09:00:00Z');
    const closed = { extra: ['2026-12-24'], not: [] };
    expect(deadlineAfter(start, period, closed)).toEqual(new Date('2026-12-30T00:00:00Z'));
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('no period is %s long', (value) => {
    const period: Period = { value, unit: 'DAY', days: null };
    expect(() => deadlineAfter(new Date(), period)).toThrow(RangeError);
  });
});

describe('whatever the start', () => {
  test('a period of days ends at midnight in London, after its start', () => {
    fc.assert(
      fc.property(instant, fc.nat(40), unit, days, (start, value, unitOf, daysOf) => {
        const due = deadlineAfter(start, { value, unit: unitOf, days: daysOf });
        expect(LONDON.format(due)).toMatch(/, 00:00:00$/);
        expect(due.getTime()).toBeGreaterThan(start.getTime());
      }),
    );
  });

  test('one more is later, and a later start is no earlier', () => {
    fc.assert(
      fc.property(instant, instant, fc.nat(40), unit, days, (one, other, value, unitOf, daysOf) => {
        const due = (start: Date, more = 0): number =>
          deadlineAfter(start, { value: value + more, unit: unitOf, days: daysOf }).getTime();
        // From a Saturday none and one both end with Monday; and months may end with the same working day.
        const isStrict = unitOf === 'DAY' && (daysOf !== 'WORKING' || value > 0);
        expect(due(one, 1)).toBeGreaterThanOrEqual(due(one));
        if (isStrict) expect(due(one, 1)).toBeGreaterThan(due(one));
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(due(second)).toBeGreaterThanOrEqual(due(first));
      }),
    );
  });

  test('working days end with a working day, and so many lie between', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 40 }), (start, value) => {
        const due = deadlineAfter(start, { value, unit: 'DAY', days: 'WORKING' });
        expect(isWorkingDay(new Date(due.getTime() - 1))).toBe(true);
        expect(weekdaysCounted(start, due)).toBe(value);
      }),
    );
  });

  test('a month or year of working days never ends with another day', () => {
    fc.assert(
      fc.property(instant, fc.nat(24), unit, (start, value, unitOf) => {
        const due = deadlineAfter(start, { value, unit: unitOf, days: 'WORKING' });
        expect(isWorkingDay(new Date(due.getTime() - 1))).toBe(true);
      }),
    );
  });
});

/** Counts the days after the start's up to the end by their names, without the code that is tested. */
function weekdaysCounted(start: Date, due: Date): number {
  const nameOf = (at: Date): string => LONDON.format(at).slice(0, 10);
  let counted = 0;
  const day = new Date(`${nameOf(start)}T12:00:00Z`);
  const last = nameOf(new Date(due.getTime() - 1));
  while (day.toISOString().slice(0, 10) < last) {
    day.setUTCDate(day.getUTCDate() + 1);
    const name = day.toISOString().slice(0, 10);
    if (day.getUTCDay() % 6 !== 0 && !bankHolidays(day.getUTCFullYear()).has(name)) counted += 1;
  }
  return counted;
}
