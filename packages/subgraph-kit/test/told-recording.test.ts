import type { Coordinate, Purpose } from '@postern/policy';
import { expect, test } from 'vitest';
import type { ChangedRight, RightSide } from '../src/impact/recording-rights.ts';
import { recordingExactly, recordingInFives } from '../src/impact/told-recording.ts';

const NOBODY: RightSide = { people: 0, records: 0, writers: 0 };

function right(
  coordinate: Coordinate,
  losing: RightSide,
  purpose: Purpose = 'COORDINATE_SUPPORT',
): ChangedRight {
  return {
    coordinate,
    class: 'PERSONAL',
    roles: ['TAF_MEMBER'],
    purpose,
    gaining: NOBODY,
    losing,
    may: { gain: false, lose: true },
  };
}

const MANY: RightSide = { people: 24, records: 41, writers: 9 };
const told = (rights: readonly ChangedRight[]) =>
  recordingInFives(rights).map(({ coordinates, losing }) => [...coordinates, losing]);

test('whoever sees every grant is told each number as it is', () => {
  expect(recordingExactly([right('Need.outcome', MANY)])).toEqual([
    {
      coordinates: ['Need.outcome'],
      class: 'PERSONAL',
      roles: ['TAF_MEMBER'],
      purposes: ['COORDINATE_SUPPORT'],
      gaining: { people: 0, records: 0 },
      losing: { people: 24, records: 41 },
    },
  ]);
});

test('others are told in fives, and of the records of a few nothing, however many have the right', () => {
  expect(told([right('Need.outcome', MANY)])).toEqual([
    ['Need.outcome', { people: 20, records: 40 }],
  ]);
  expect(told([right('Need.outcome', { ...MANY, writers: 4 })])).toEqual([
    ['Need.outcome', { people: 20, records: null }],
  ]);
  expect(told([right('Need.outcome', { people: 4, records: 9, writers: 4 })])).toEqual([
    ['Need.outcome', { people: null, records: null }],
  ]);
  expect(told([right('Need.outcome', NOBODY)])).toEqual([
    ['Need.outcome', { people: null, records: null }],
  ]);
});

test('that nobody gains is told where the rules alone say so', () => {
  const [line] = recordingInFives([right('Need.outcome', MANY)]);
  expect(line?.gaining).toEqual({ people: 0, records: 0 });
});

test('fields and purposes of which the same is told are one line, so that a line apart tells nothing more', () => {
  const rights = (['UNDERSTAND_NEEDS', 'COORDINATE_SUPPORT'] as const).flatMap((purpose, more) => [
    right('Need.outcome', { ...MANY, people: 20 + more }, purpose),
    right('Need.metOn', { ...MANY, people: 22 - more }, purpose),
  ]);
  expect(recordingInFives(rights)).toMatchObject([
    {
      coordinates: ['Need.metOn', 'Need.outcome'],
      purposes: ['UNDERSTAND_NEEDS', 'COORDINATE_SUPPORT'],
    },
  ]);
  expect(recordingExactly(rights)).toHaveLength(3);
});
