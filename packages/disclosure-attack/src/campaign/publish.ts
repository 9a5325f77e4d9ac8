import type {
  DisclosureProfile,
  Lattice,
  LatticeCell,
  ProtectedCell,
  protectLattice,
} from '@postern/disclosure-control';
import type { CountedCell, Dataset } from '../county/dataset.ts';

/** What protects one edition: the engine, or something that is said to be as good. */
export type Protect = typeof protectLattice;

/** What is out after the last edition: the whole lattice, and how each cell of it was shown. */
export interface Editions {
  readonly lattice: Lattice;
  readonly shown: ReadonlyMap<string, ProtectedCell>;
}

/** Publishes edition after edition; each is protected in sight of all that went out before it. */
export function publishEditions(
  { cells, balances }: Dataset,
  profile: DisclosureProfile,
  protect: Protect,
): Editions {
  const shown = new Map<string, ProtectedCell>();
  const editions = [...new Set(cells.flatMap(({ edition }) => edition ?? []))].toSorted(
    (a, b) => a - b,
  );
  for (const edition of editions) {
    const sofar = cells.filter((cell) => cell.edition === null || cell.edition <= edition);
    const present = new Set(sofar.map(({ key }) => key));
    const lattice = {
      cells: sofar.map((cell) => asCell(cell, shown)),
      balances: balances.filter(({ plus, minus }) =>
        [...plus, ...minus].every((key) => present.has(key)),
      ),
    };
    for (const [key, cell] of protect(lattice, profile)) shown.set(key, cell);
  }
  return { lattice: { cells: cells.map((cell) => asCell(cell, shown)), balances }, shown };
}

function asCell(cell: CountedCell, shown: ReadonlyMap<string, ProtectedCell>): LatticeCell {
  const { key, count, contributors, isTotal, edition } = cell;
  const as = shown.get(key);
  return {
    key,
    isTotal,
    measured: { kind: 'COUNT', count, ...(contributors === undefined ? {} : { contributors }) },
    standing:
      edition === null
        ? { kind: 'NEVER_PUBLISHED' }
        : as === undefined
          ? { kind: 'NEW' }
          : { kind: 'PUBLISHED', as },
  };
}
