import type { ProtectedCell } from '@postern/disclosure-control';
import { LOW, NOT_APPLICABLE, SUPPRESSED, UNAVAILABLE } from '@postern/disclosure-control';
import { expect, test } from 'vitest';
import { amountOf, percentage, rate } from '../src/builder/derive.ts';

const value = (count: number): ProtectedCell => ({ kind: 'VALUE', value: count });

test.each<[string, ProtectedCell, ProtectedCell, ProtectedCell]>([
  ['two counts', value(10), value(15), value(66.7)],
  ['none of some', value(0), value(15), value(0)],
  ['none at all', value(0), value(0), NOT_APPLICABLE],
  ['a part that is hidden', SUPPRESSED, value(15), SUPPRESSED],
  ['a whole that is hidden', value(10), SUPPRESSED, SUPPRESSED],
  ['a whole that is hidden, of none', value(0), SUPPRESSED, SUPPRESSED],
  ['a part that rounds to nothing', LOW, value(15), LOW],
  ['what is not published', UNAVAILABLE, UNAVAILABLE, UNAVAILABLE],
])('a percentage of %s', (_, of, from, expected) => {
  expect(percentage(of, from)).toEqual(expected);
});

test.each<[string, ProtectedCell, number | null, ProtectedCell]>([
  ['a count', value(55), 4500, value(122.2)],
  ['nobody', value(0), 4500, value(0)],
  ['what is hidden', SUPPRESSED, 4500, SUPPRESSED],
  ['a place whose population nobody knows', value(55), null, NOT_APPLICABLE],
])('a rate of %s', (_, of, population, expected) => {
  expect(rate(of, population)).toEqual(expected);
});

test.each<[string, ProtectedCell, number | null, ProtectedCell]>([
  ['those counted', value(20), 39, value(39)],
  ['those hidden', SUPPRESSED, 39, SUPPRESSED],
  ['nobody', value(0), null, NOT_APPLICABLE],
  ['those of whom nothing was measured', value(20), null, SUPPRESSED],
])('an amount of %s', (_, of, amount, expected) => {
  expect(amountOf(of, amount)).toEqual(expected);
});
