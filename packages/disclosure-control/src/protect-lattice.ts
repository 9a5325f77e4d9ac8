import { networkOf } from './arcs.ts';
import { cheapestHiding } from './cheapest-hiding.ts';
import { classDisclosing } from './class-disclosure.ts';

import type { Lattice, LatticeCell } from './lattice.ts';
import { countOf } from './measurement.ts';
import { networkSearch } from './network-search.ts';
import { needsSuppression } from './primary.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './problem.ts';
import type { DisclosureProfile } from './profile.ts';
import type { ProtectedCell } from './protected-cell.ts';
import { NOT_APPLICABLE, SUPPRESSED, UNAVAILABLE } from './protected-cell.ts';
import { repairSearch } from './repair-search.ts';
import { publish } from './rounding.ts';
import { byKey } from './standing.ts';
import { READERS, viewOf } from './views.ts';

/**
 * Protects the new cells of a lattice over all its balances and returns them by key. Whatever is hidden, small counts
 * and their companions alike, a reader must reckon with counts at least `suppressUpTo` apart; one who knows which cells
 * are small with two or more, unless that alone tells the count; and so must one who has all that is published
 * unrounded. Each time this is shown by another whole-number table that agrees with all that is known. Throws Fault
 * INTERNAL for a lattice that names a cell twice or one that is not there.
 */
export function protectLattice(
  lattice: Lattice,
  profile: DisclosureProfile,
): ReadonlyMap<string, ProtectedCell> {
  const sensitive = classDisclosing(lattice, profile);
  const hidden = new Set(
    problemsOf(lattice, profile).flatMap((problem) => hiddenOf(problem, sensitive, profile)),
  );
  return new Map(
    lattice.cells
      .filter(({ standing }) => standing.kind === 'NEW')
      .toSorted(byKey)
      .map((cell) => [cell.key, asPublished(cell, hidden, profile)]),
  );
}

function hiddenOf(
  problem: Problem,
  sensitive: ReadonlySet<string>,
  profile: DisclosureProfile,
): readonly string[] {
  const first = [...problem.cells.keys()].filter((index) => {
    const cell = problem.cells[index];
    return cell !== undefined && startsHidden(cell, sensitive, profile);
  });
  if (first.length === 0) return [];
  const arcs = networkOf(problem);
  const search = arcs === null ? repairSearch(problem) : networkSearch(arcs);
  const views = READERS.map((reader) => viewOf(reader, problem, sensitive, profile));
  const { hidden } = cheapestHiding({ problem, search, views }, first);
  return [...hidden].flatMap((index) => problem.cells[index]?.key ?? []);
}

function startsHidden(
  cell: LatticeCell,
  sensitive: ReadonlySet<string>,
  profile: DisclosureProfile,
): boolean {
  if (cell.standing.kind === 'PUBLISHED') return cell.standing.as.kind === 'SUPPRESSED';
  if (cell.standing.kind === 'NEVER_PUBLISHED') return false;
  return needsSuppression(cell.measured, profile) || sensitive.has(cell.key);
}

function asPublished(
  cell: LatticeCell,
  hidden: ReadonlySet<string>,
  profile: DisclosureProfile,
): ProtectedCell {
  const count = countOf(cell.measured);
  if (count === null) return cell.measured.kind === 'NOT_APPLICABLE' ? NOT_APPLICABLE : UNAVAILABLE;
  return hidden.has(cell.key) ? SUPPRESSED : publish(count, profile);
}
