import type { ClassKey, Coordinate, Purpose } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import type { ChangedRight, RightSide } from './recording-rights.ts';
import type { ToldSide } from './told-impact.ts';
import { atLeast, FEWEST, inFives, NONE } from './told-impact.ts';

/** Fields of one class that the same roles may record otherwise than now, as somebody is told. */
export interface ToldRecording {
  readonly coordinates: readonly Coordinate[];
  readonly class: ClassKey;
  readonly roles: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly gaining: ToldSide;
  readonly losing: ToldSide;
}

/** Tells everything as it is: to whoever sees each grant anyway. */
export function recordingExactly(rights: readonly ChangedRight[]): readonly ToldRecording[] {
  return lines(rights, ({ people, records }) => ({ people, records }));
}

/** Tells whoever may not see who works with which family: in fives, and of fewer nothing. */
export function recordingInFives(rights: readonly ChangedRight[]): readonly ToldRecording[] {
  // Many may have a right that few have any record for: how many those have would say who they are.
  return lines(rights, ({ people, records, writers }) => ({
    people: inFives(people),
    records: writers < FEWEST ? null : inFives(records),
  }));
}

/** Purposes, and then fields, of which the same is told are one line: what is not told must not show in what is apart. */
function lines(
  rights: readonly ChangedRight[],
  tell: (side: RightSide) => ToldSide,
): readonly ToldRecording[] {
  const told = rights.map(({ coordinate, purpose, may, gaining, losing, ...right }) => ({
    ...right,
    coordinates: [coordinate],
    purposes: [purpose],
    gaining: may.gain ? tell(gaining) : NONE,
    losing: may.lose ? tell(losing) : NONE,
  }));
  const byPurpose = told.toSorted((a, b) => placeOf(a) - placeOf(b));
  const byField = alike(byPurpose, 'purposes').toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  return alike(byField, 'coordinates').toSorted(
    (a, b) => weightOf(b) - weightOf(a) || (textOf(a) < textOf(b) ? -1 : 1),
  );
}

/** Lines that differ in nothing else become one. */
function alike(
  all: readonly ToldRecording[],
  part: 'purposes' | 'coordinates',
): readonly ToldRecording[] {
  const groups = Map.groupBy(all, (line) => JSON.stringify({ ...line, [part]: [] }));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, [part]: [first, ...others].flatMap((line) => [...line[part]]) }],
  );
}

function placeOf({ purposes: [purpose] }: ToldRecording): number {
  return purpose === undefined ? PURPOSES.length : PURPOSES.indexOf(purpose);
}

function weightOf({ gaining, losing }: ToldRecording): number {
  return atLeast(gaining.people) + atLeast(losing.people);
}

function textOf({ coordinates, roles, purposes }: ToldRecording): string {
  return [...coordinates, ...roles, ...purposes].join(' ');
}
