import type {
  DisclosureProfile,
  Lattice,
  LatticeCell,
  Measurement,
  ProtectedCell,
} from '@postern/disclosure-control';
import type { Relation } from './knowledge.ts';
import type { Published, PublishedCell } from './published.ts';

/** Reads a protected lattice as it is out; sums are credited with the constant by which they truly differ. */
export function publishedLattice(
  { cells, balances }: Lattice,
  shown: ReadonlyMap<string, ProtectedCell>,
  profile: DisclosureProfile,
): Published {
  const counts = new Map(cells.map(({ key, measured }) => [key, countOf(measured)]));
  return {
    cells: cells.map((cell) => publishedCell(cell, shown, profile)),
    relations: balances.flatMap(({ plus, minus }) => relationOf(plus, minus, counts)),
    profile,
  };
}

function publishedCell(
  { key, measured, isTotal, standing }: LatticeCell,
  shown: ReadonlyMap<string, ProtectedCell>,
  { suppressUpTo, minimumContributors }: DisclosureProfile,
): PublishedCell {
  const count = countOf(measured);
  const isSmall = count !== null && count >= 1 && count <= suppressUpTo;
  const contributors = measured.kind === 'COUNT' ? measured.contributors : undefined;
  const out = standing.kind === 'PUBLISHED' ? standing.as : (shown.get(key) ?? null);
  return {
    key,
    shown: standing.kind === 'NEVER_PUBLISHED' ? null : out,
    isTotal,
    size: count === null ? null : count === 0 ? 'ZERO' : isSmall ? 'SMALL' : 'LARGE',
    isPrimary:
      isSmall || (count !== null && count > 0 && (contributors ?? Infinity) < minimumContributors),
    elsewhere: count,
  };
}

/** Where a part was not measured, nobody can be credited with the difference. */
function relationOf(
  plus: readonly string[],
  minus: readonly string[],
  counts: ReadonlyMap<string, number | null>,
): readonly Relation[] {
  const terms = [
    ...plus.map((key) => ({ key, times: 1 })),
    ...minus.map((key) => ({ key, times: -1 })),
  ];
  let constant = 0;
  for (const { key, times } of terms) {
    const count = counts.get(key);
    if (count === undefined || count === null) return [];
    constant += times * count;
  }
  return [{ terms, low: constant, high: constant }];
}

function countOf(measured: Measurement): number | null {
  return measured.kind === 'COUNT' ? measured.count : null;
}
