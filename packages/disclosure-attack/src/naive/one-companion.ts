import type {
  DisclosureProfile,
  Lattice,
  LatticeCell,
  ProtectedCell,
} from '@postern/disclosure-control';
import { primaryOnly } from './primary-only.ts';

/**
 * As much manual practice has it: every line with a single suppressed cell gets its next smallest suppressed, once, and
 * nobody looks at what follows from several lines. Broken on purpose.
 */
export function oneCompanionPerLine(
  lattice: Lattice,
  profile: DisclosureProfile,
): ReadonlyMap<string, ProtectedCell> {
  const shown = new Map(primaryOnly(lattice, profile));
  const cells = new Map(lattice.cells.map((cell) => [cell.key, cell]));
  for (const { plus } of lattice.balances) {
    if (plus.filter((key) => shown.get(key)?.kind === 'SUPPRESSED').length !== 1) continue;
    const [companion] = plus
      .filter((key) => shown.get(key)?.kind === 'VALUE' && countOf(cells.get(key)) > 0)
      .toSorted((one, other) => countOf(cells.get(one)) - countOf(cells.get(other)));
    if (companion !== undefined) shown.set(companion, { kind: 'SUPPRESSED', symbol: 'c' });
  }
  return shown;
}

function countOf(cell: LatticeCell | undefined): number {
  return cell?.measured.kind === 'COUNT' ? cell.measured.count : 0;
}
