import { expect, test } from 'vitest';
import { SparseSet } from '../src/sparse-set.ts';

const members = (set: SparseSet): readonly number[] =>
  Array.from({ length: set.size }, (_, place) => set.at(place));

test('members keep the order of their coming, each once', () => {
  const set = new SparseSet(5);
  for (const member of [3, 0, 3, 4]) set.add(member);
  expect(members(set)).toEqual([3, 0, 4]);
  expect([0, 1, 2, 3, 4].filter((member) => set.has(member))).toEqual([0, 3, 4]);
});

test('what goes is no member any more, and all others are', () => {
  const set = new SparseSet(5);
  for (const member of [3, 0, 4]) set.add(member);
  set.delete(3);
  set.delete(1);
  expect(members(set).toSorted()).toEqual([0, 4]);
  set.add(3);
  expect(members(set).toSorted()).toEqual([0, 3, 4]);
});

test('what was a member before it was emptied is none', () => {
  const set = new SparseSet(3);
  set.add(2);
  set.clear();
  expect([set.size, set.has(2)]).toEqual([0, false]);
  set.add(1);
  expect([members(set), set.has(2)]).toEqual([[1], false]);
});
