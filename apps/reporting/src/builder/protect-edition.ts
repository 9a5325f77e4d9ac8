import type { DisclosureProfile, ProtectedCell } from '@postern/disclosure-control';
import { protectLattice, UNAVAILABLE } from '@postern/disclosure-control';
import { Fault } from '@postern/errors';
import type { Members, Place } from '../catalogue/place.ts';
import { countsOf, periodOfCount, repeatedKey } from './counts.ts';
import { derive } from './derive.ts';
import type { EditionLattice } from './edition-lattice.ts';
import { keyFor } from './key-for.ts';
import { latticeOf, periodTelling } from './lattice-of.ts';

/** One cell as it goes out. */
export interface CellToPublish {
  readonly key: string;
  readonly measure: string;
  readonly place: Place;
  readonly cell: ProtectedCell;
}

/** Every cell of an edition: counts after protection, and everything else of those alone. */
export function protectEdition(
  edition: EditionLattice,
  { members, profile }: { readonly members: Members; readonly profile: DisclosureProfile },
): readonly CellToPublish[] {
  const { definition, period, geometry, measured, published } = edition;
  const found = protectLattice(latticeOf(edition), profile);
  const counts = new Map(countsOf(definition).map((count) => [count.id, count]));
  const protectedAt = (measure: string, place: Place): ProtectedCell => {
    const count = counts.get(measure);
    if (count === undefined) throw new Fault('INTERNAL', { logged: { measure } });
    const at = periodOfCount(count, period);
    const repeated = repeatedKey(count, at, place);
    // What an earlier indicator does not tell of this period, this one does not either.
    if (repeated !== null) return published.get(repeated) ?? UNAVAILABLE;
    const key = keyFor(definition, measure, periodTelling(edition, measure, at, place), place);
    const cell = found.get(key) ?? published.get(key);
    if (cell === undefined) throw new Fault('INTERNAL', { logged: { expected: key } });
    return cell;
  };
  return geometry.places.flatMap((place) =>
    definition.measures.map((measure) => ({
      key: keyFor(definition, measure.id, period, place),
      measure: measure.id,
      place,
      cell:
        measure.kind === 'COUNT'
          ? protectedAt(measure.id, place)
          : derive(measure, {
              count: (name) => protectedAt(name, place),
              population: populationOf(place, members),
              amount: (kind, name) =>
                measured.amountAt(kind, keyFor(definition, name, period, place)),
            }),
    })),
  );
}

/** How many people aged 0 to 17 live at a place; null where that is not a place on the map, or nobody's is known. */
function populationOf(place: Place, members: Members): number | null {
  const [only, ...others] = place;
  if (others.length > 0) return null;
  const level = only?.dimension ?? 'LOCALITY';
  if (level !== 'LOCALITY' && level !== 'WARD') return null;
  const counted = (members.get(level) ?? [])
    .filter(({ code }) => only === undefined || code === only.code)
    .reduce((sum, { population = 0 }) => sum + population, 0);
  return counted === 0 ? null : counted;
}
