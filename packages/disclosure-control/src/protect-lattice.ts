import type { Balance, Lattice, LatticeCell } from './lattice.ts';
import { countOf } from './measurement.ts';
import { byKey } from './network.ts';
import { needsSuppression } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';
import type { ProtectedCell } from './protected-cell.ts';
import { NOT_APPLICABLE, SUPPRESSED, UNAVAILABLE } from './protected-cell.ts';
import { publish } from './rounding.ts';

/** Protects the new cells of a lattice, so that no sum that a reader can make narrows one into the protected range. Returns them by key. */
export function protectLattice(
  { cells, balances }: Lattice,
  profile: DisclosureProfile,
): ReadonlyMap<string, ProtectedCell> {
  const ordered = cells.toSorted(byKey);
  const byName = new Map(ordered.map((cell) => [cell.key, cell]));
  const hidden = new Set(
    ordered.filter((cell) => startsHidden(cell, profile)).map(({ key }) => key),
  );
  for (;;) {
    const companion = balances
      .filter((balance) => membersOf(balance).filter((key) => hidden.has(key)).length === 1)
      .flatMap((balance) => companionsIn(balance, byName, hidden))[0];
    if (companion === undefined) break;
    hidden.add(companion.key);
  }
  return new Map(
    ordered
      .filter(({ standing }) => standing.kind === 'NEW')
      .map((cell) => [cell.key, shown(cell, hidden, profile)]),
  );
}

function membersOf({ plus, minus }: Balance): readonly string[] {
  return [...plus, ...minus];
}

function companionsIn(
  balance: Balance,
  byName: ReadonlyMap<string, LatticeCell>,
  hidden: ReadonlySet<string>,
): readonly LatticeCell[] {
  return membersOf(balance)
    .flatMap((key) => byName.get(key) ?? [])
    .filter((cell) => cell.standing.kind === 'NEW' && !hidden.has(cell.key))
    .filter((cell) => countOf(cell.measured) !== null)
    .toSorted((a, b) => (countOf(a.measured) ?? 0) - (countOf(b.measured) ?? 0));
}

function startsHidden(cell: LatticeCell, profile: DisclosureProfile): boolean {
  if (cell.standing.kind === 'PUBLISHED') return cell.standing.as.kind === 'SUPPRESSED';
  return cell.standing.kind === 'NEW' && needsSuppression(cell.measured, profile);
}

function shown(
  cell: LatticeCell,
  hidden: ReadonlySet<string>,
  profile: DisclosureProfile,
): ProtectedCell {
  const count = countOf(cell.measured);
  if (count === null) return cell.measured.kind === 'NOT_APPLICABLE' ? NOT_APPLICABLE : UNAVAILABLE;
  return hidden.has(cell.key) ? SUPPRESSED : publish(count, profile);
}
