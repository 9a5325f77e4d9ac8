import { expect, test } from 'vitest';
import {
  bankHolidays,
  isWithinWorkingHours,
  isWorkingDay,
  startOfNextWorkingDay,
} from '../src/index.ts';

/** As the government published them. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

test.each(Object.entries(PUBLISHED))('the bank holidays of %s', (year, days) => {
  const expected = days.split(' ').map((day) => `${year}-${day}`);
  expect([...bankHolidays(Number(year))].sort()).toEqual(expected);
});

test('every year has eight or more, each on a weekday', () => {
  for (let year = 1978; year < 2200; year += 1) {
    const days = [...bankHolidays(year)];
    expect(days.length).toBeGreaterThanOrEqual(8);
    for (const day of days) expect(new Date(day).getUTCDay() % 6, day).not.toBe(0);
  }
});

test('a partnership may take a day off that others work, and work on a bank holiday', () => {
  const calendar = { extra: ['2026-12-24'], not: ['2026-12-28'] };
  const [eve, monday] = [new Date('2026-12-24T12:00:00Z'), new Date('2026-12-28T12:00:00Z')];
  expect([isWorkingDay(eve), isWorkingDay(monday)]).toEqual([true, false]);
  expect([isWorkingDay(eve, calendar), isWorkingDay(monday, calendar)]).toEqual([false, true]);
  const wednesday = new Date('2026-12-23T12:00:00Z');
  expect(startOfNextWorkingDay(wednesday, calendar)).toEqual(new Date('2026-12-28T00:00:00Z'));
});

test.each([
  ['a Friday evening goes to Monday', '2026-06-12T20:00:00Z', '2026-06-14T23:00:00Z'],
  ['the night is still its own day', '2026-06-14T22:59:00Z', '2026-06-14T23:00:00Z'],
  ['past midnight in London, though not in UTC', '2026-06-14T23:00:00Z', '2026-06-15T23:00:00Z'],
  ['Christmas and its substitute are passed', '2027-12-24T09:00:00Z', '2027-12-29T00:00:00Z'],
])('the next working day: %s', (_, at, expected) => {
  expect(startOfNextWorkingDay(new Date(at))).toEqual(new Date(expected));
});

test.each([
  ['2026-06-15T06:59:59Z', false],
  ['2026-06-15T07:00:00Z', true],
  ['2026-06-15T16:59:59Z', true],
  ['2026-06-15T17:00:00Z', false],
  ['2026-01-15T07:59:59Z', false],
  ['2026-01-15T08:00:00Z', true],
  ['2026-06-13T10:00:00Z', false],
  ['2026-12-25T10:00:00Z', false],
])('%s within working hours: %s', (at, expected) => {
  expect(isWithinWorkingHours(new Date(at))).toBe(expected);
});
