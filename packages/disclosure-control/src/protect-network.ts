import { firstExposed } from './audit.ts';
import { countOf } from './measurement.ts';
import type { NetworkCell } from './network.ts';
import { byKey } from './network.ts';
import { needsSuppression } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';
import type { ProtectedCell } from './protected-cell.ts';
import { NOT_APPLICABLE, SUPPRESSED, UNAVAILABLE } from './protected-cell.ts';
import { publish } from './rounding.ts';
import { companionIn, loneLine } from './secondary.ts';

/**
 * Protects the new cells of a network: primary suppression, a second suppression in every line that has one, then an
 * audit of every suppressed cell until none can be narrowed into the protected range. A network that cannot be
 * protected cell by cell is withheld whole. Returns the new cells by key.
 */
export function protectNetwork(
  unordered: readonly NetworkCell[],
  profile: DisclosureProfile,
): ReadonlyMap<string, ProtectedCell> {
  const cells = unordered.toSorted(byKey);
  const hidden = suppressedCells(cells, profile);
  return new Map(
    cells
      .filter((cell) => cell.standing.kind === 'NEW')
      .map((cell) => [cell.key, asPublished(cell, hidden, profile)]),
  );
}

function suppressedCells(
  cells: readonly NetworkCell[],
  profile: DisclosureProfile,
): ReadonlySet<string> {
  const hidden = new Set(cells.filter((cell) => startsHidden(cell, profile)).map((c) => c.key));
  for (;;) {
    const lone = loneLine(cells, hidden);
    const exposed = lone === null ? firstExposed(cells, hidden, profile) : null;
    if (lone === null && exposed === null) return hidden;
    const lines = lone === null ? [exposed?.from, exposed?.to] : [lone];
    const companion = companionIn(lines, cells, hidden) ?? companionIn(null, cells, hidden);
    if (companion === null) return hidden;
    hidden.add(companion.key);
  }
}

function startsHidden(cell: NetworkCell, profile: DisclosureProfile): boolean {
  if (cell.standing.kind === 'PUBLISHED') return cell.standing.as.kind === 'SUPPRESSED';
  return cell.standing.kind === 'NEW' && needsSuppression(cell.measured, profile);
}

function asPublished(
  cell: NetworkCell,
  hidden: ReadonlySet<string>,
  profile: DisclosureProfile,
): ProtectedCell {
  const count = countOf(cell.measured);
  if (count === null) {
    return cell.measured.kind === 'NOT_APPLICABLE' ? NOT_APPLICABLE : UNAVAILABLE;
  }
  return hidden.has(cell.key) ? SUPPRESSED : publish(count, profile);
}
