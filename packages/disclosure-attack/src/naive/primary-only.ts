import type {
  DisclosureProfile,
  Lattice,
  LatticeCell,
  ProtectedCell,
} from '@postern/disclosure-control';

/** Suppresses what is small or of one agency alone, rounds the rest, and asks nothing of the sums: broken on purpose. */
export function primaryOnly(
  { cells }: Lattice,
  profile: DisclosureProfile,
): ReadonlyMap<string, ProtectedCell> {
  const isNew = ({ standing }: LatticeCell) => standing.kind === 'NEW';
  return new Map(cells.filter(isNew).map((cell) => [cell.key, shownAlone(cell, profile)]));
}

/** How a cell is shown where nothing else is looked at. */
export function shownAlone({ measured }: LatticeCell, profile: DisclosureProfile): ProtectedCell {
  if (measured.kind !== 'COUNT') return { kind: 'UNAVAILABLE', symbol: 'x' };
  const { count, contributors = profile.minimumContributors } = measured;
  const isSmall = count >= 1 && count <= profile.suppressUpTo;
  const isOfOne = count > 0 && contributors < profile.minimumContributors;
  if (isSmall || isOfOne) return { kind: 'SUPPRESSED', symbol: 'c' };
  return { kind: 'VALUE', value: profile.roundTo * Math.round(count / profile.roundTo) };
}
