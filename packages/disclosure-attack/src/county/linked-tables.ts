import type { Balance } from '@postern/disclosure-control';
import type { Cut, Place } from './dimension.ts';
import { keyOf, placesOf } from './dimension.ts';

/** The sums that tie the cuts of one table: parts to the cut without them, and what lies within to what it lies in. */
export function balancesOf(table: string, cuts: readonly Cut[]): readonly Balance[] {
  return cuts.flatMap((cut) =>
    cut.flatMap((dimension, at) => {
      const coarser = dimension.within?.name;
      const within =
        coarser === undefined ? undefined : cuts.find((other) => isSame(other, cut, at, coarser));
      const without = cuts.find((other) => isSame(other, cut, at, undefined));
      const others = cut.filter((_, index) => index !== at);
      const cellAt = (place: Place, member: string) =>
        keyOf(table, place.toSpliced(at, 0, { dimension: dimension.name, member }));
      return [
        ...(without === undefined ? [] : placesOf(others)).map((place) => ({
          plus: dimension.members.map((member) => cellAt(place, member)),
          minus: [keyOf(table, place)],
        })),
        ...(within === undefined ? [] : placesOf(within)).map((place) => ({
          plus: dimension.members
            .filter((member) => dimension.within?.of[member] === place[at]?.member)
            .map((member) => cellAt(place.toSpliced(at, 1), member)),
          minus: [keyOf(table, place)],
        })),
      ];
    }),
  );
}

/** Whether `other` is the cut with the dimension at that place replaced by the named one, or left out. */
function isSame(other: Cut, cut: Cut, at: number, named: string | undefined): boolean {
  const names = cut.map(({ name }) => name);
  const wanted = named === undefined ? names.toSpliced(at, 1) : names.toSpliced(at, 1, named);
  return JSON.stringify(other.map(({ name }) => name)) === JSON.stringify(wanted);
}
