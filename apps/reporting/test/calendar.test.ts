import { expect, test } from 'vitest';
import {
  endOf,
  lastClosed,
  partsOf,
  periodOf,
  periodsWithin,
  startOf,
} from '../src/calendar/period.ts';

test.each([
  ['MONTH', '2026-02', '2026-02-01', '2026-02-28'],
  ['MONTH', '2028-02', '2028-02-01', '2028-02-29'],
  ['QUARTER', '2026-04', '2026-04-01', '2026-06-30'],
  ['QUARTER', '2026-03', '2026-01-01', '2026-03-31'],
  ['QUARTER', '2026-12', '2026-10-01', '2026-12-31'],
  ['YEAR', '2026-03', '2025-04-01', '2026-03-31'],
  ['YEAR', '2026-04', '2026-04-01', '2027-03-31'],
] as const)('a %s around %s runs from %s to %s', (grain, month, start, end) => {
  const period = periodOf(grain, month);
  expect([startOf(period), endOf(period)]).toEqual([start, end]);
});

test.each([
  ['MONTH', '2026-03-31T22:59:59Z', '2026-02-01'],
  ['MONTH', '2026-03-31T23:00:00Z', '2026-03-01'],
  ['QUARTER', '2026-03-31T22:59:59Z', '2025-10-01'],
  ['QUARTER', '2026-03-31T23:00:00Z', '2026-01-01'],
  ['YEAR', '2026-03-31T23:00:00Z', '2025-04-01'],
  ['YEAR', '2026-03-31T22:00:00Z', '2024-04-01'],
  ['MONTH', '2026-01-01T00:00:00Z', '2025-12-01'],
] as const)(
  'the last %s closed at %s, by the clocks of the United Kingdom, began on %s',
  (grain, now, start) => {
    expect(startOf(lastClosed(grain, new Date(now)))).toBe(start);
  },
);

test('only whole periods lie within months', () => {
  const within = (grain: 'QUARTER' | 'YEAR') =>
    periodsWithin(grain, '2024-05', '2026-05').map(startOf);
  expect(within('QUARTER')).toEqual([
    '2024-07-01',
    '2024-10-01',
    '2025-01-01',
    '2025-04-01',
    '2025-07-01',
    '2025-10-01',
    '2026-01-01',
  ]);
  expect(within('YEAR')).toEqual(['2025-04-01']);
  expect(periodsWithin('MONTH', '2026-05', '2026-04')).toEqual([]);
});

test('a year is made of quarters, and a quarter of months', () => {
  expect(partsOf(periodOf('YEAR', '2026-01')).map(startOf)).toEqual([
    '2025-04-01',
    '2025-07-01',
    '2025-10-01',
    '2026-01-01',
  ]);
  expect(partsOf(periodOf('QUARTER', '2026-01')).map(startOf)).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
  ]);
  expect(partsOf(periodOf('MONTH', '2026-01'))).toEqual([]);
});
