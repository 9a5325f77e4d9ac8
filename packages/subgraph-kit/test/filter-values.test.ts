import { isRefusal } from '@postern/errors';
import { expect, test } from 'vitest';
import { filterValues } from '../src/root-fields/filter-values.ts';

const FILTERS = {
  status: { field: 'status', operator: 'IN', as: 'text[]' },
  level: { field: 'level', operator: 'IN', as: 'integer[]' },
  from: { field: 'openedOn', operator: 'FROM', as: 'date' },
} as const;

test('absent filters are null, given ones are themselves', () => {
  const none = { filter_status: null, filter_level: null, filter_from: null };
  for (const nothing of [undefined, null, 'x', {}, { status: null, from: undefined }])
    expect(filterValues(FILTERS, nothing)).toEqual(none);
  const given = { status: ['OPEN'], level: [0, -4], from: '2024-02-29', toString: 1 };
  expect(filterValues(FILTERS, given)).toEqual({
    filter_status: ['OPEN'],
    filter_level: [0, -4],
    filter_from: '2024-02-29',
  });
});

test.each([
  ['status', 'OPEN'],
  ['status', ['OPEN', null]],
  ['status', ['a\0b']],
  ['status', ['a\ud800']],
  ['level', ['4']],
  ['level', [1.5]],
  ['level', [2 ** 31]],
  ['level', [Number.NaN]],
  ['from', '2026-02-30'],
  ['from', 'infinity'],
  ['from', '0000-01-01'],
  ['from', { a: 1 }],
  ['from', ['2026-01-01']],
])('%s cannot be %j, and is named', (name, value) => {
  try {
    filterValues(FILTERS, { [name]: value });
    expect.unreachable();
  } catch (error) {
    expect(isRefusal(error) && [error.code, error.facts]).toEqual([
      'ARGUMENT_INVALID',
      { argument: `filter.${name}` },
    ]);
  }
});
