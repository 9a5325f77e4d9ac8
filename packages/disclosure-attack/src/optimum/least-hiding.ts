import type { DisclosureProfile, Lattice, ProtectedCell } from '@postern/disclosure-control';
import { costOfHiding, SUPPRESSED } from '@postern/disclosure-control';
import { attackAs } from '../attack.ts';
import { FeasibleCounts } from '../bounds/feasible.ts';
import type { Interval } from '../bounds/propagation.ts';
import { publishedLattice } from '../knowledge/of-lattice.ts';
import type { Reader } from '../knowledge/reader.ts';
import { asKnownBy, PROMISED, promisedTo, withAllHidden } from '../knowledge/reader.ts';
import { primaryOnly } from '../naive/primary-only.ts';
import { Program } from './program.ts';

/** The least that has to be hidden beside what is hidden for itself: how many cells, and what they cost. */
export interface LeastHiding {
  readonly shown: ReadonlyMap<string, ProtectedCell>;
  readonly companions: number;
  readonly cost: number;
}

/** Further than any count has to move. */
const FAR = 60;

/** A hidden cell that a reader must not narrow down. */
interface Guarded {
  readonly reader: Reader;
  readonly key: string;
}

/**
 * The cheapest companions under the requirement of the engine: whatever is hidden stays as open as promised to each
 * reader, and no cell is hidden alone in a sum. An integer program that asks for tables only of those cells that an attack on
 * its answer before narrowed down: the first answer that holds is the optimum. For lattices of one edition; null where it is
 * not found in time.
 */
export async function leastHiding(
  lattice: Lattice,
  profile: DisclosureProfile,
): Promise<LeastHiding | null> {
  const primary = primaryOnly(lattice, profile);
  const guarded = new Map<string, Guarded>();
  for (;;) {
    const hidden = await cheapest(lattice, profile, [...guarded.values()]);
    if (hidden === null) return null;
    const shown = new Map(
      [...primary].map(([key, cell]) => [key, hidden.has(key) ? SUPPRESSED : cell]),
    );
    const before = guarded.size;
    const published = publishedLattice(lattice, shown, profile);
    for (const reader of PROMISED) {
      const { breaches } = await attackAs(reader, published);
      for (const { cell: key } of breaches) guarded.set(`${reader} ${key}`, { reader, key });
    }
    if (guarded.size > before) continue;
    return { shown, ...hidingOf(lattice, shown, profile) };
  }
}

/** What is hidden beside what is hidden for itself. */
export function hidingOf(
  lattice: Lattice,
  shown: ReadonlyMap<string, ProtectedCell>,
  profile: DisclosureProfile,
): { readonly companions: number; readonly cost: number } {
  const primary = primaryOnly(lattice, profile);
  const companions = lattice.cells.filter(
    ({ key }) => shown.get(key)?.kind === 'SUPPRESSED' && primary.get(key)?.kind !== 'SUPPRESSED',
  );
  const cost = companions.reduce((sum, cell) => sum + costOfHiding(cell, profile), 0);
  return { companions: companions.length, cost };
}

/** The keys to hide at the least cost, so that each guarded cell has another table on either side. */
async function cheapest(
  lattice: Lattice,
  profile: DisclosureProfile,
  guarded: readonly Guarded[],
): Promise<ReadonlySet<string> | null> {
  const program = new Program();
  const primary = primaryOnly(lattice, profile);
  const hiding = new Map(
    lattice.cells.map((cell) => {
      const isPrimary = primary.get(cell.key)?.kind === 'SUPPRESSED';
      const cost = isPrimary ? 0 : costOfHiding(cell, profile);
      const low = isPrimary ? 1 : 0;
      return [cell.key, program.variable({ cost, low, high: 1, isWhole: true })] as const;
    }),
  );
  const hides = (key: string): number => hiding.get(key) ?? 0;
  for (const { plus, minus } of lattice.balances) {
    const line = [...plus, ...minus];
    for (const key of line) {
      const others = line
        .filter((other) => other !== key)
        .map((other) => [hides(other), 1] as const);
      program.row(new Map([...others, [hides(key), -1]]), 0, Number.POSITIVE_INFINITY);
    }
  }
  const rooms = new Map<Reader, Rooms>();
  for (const reader of PROMISED) rooms.set(reader, await roomsOf(reader, lattice, profile));
  for (const { reader, key } of guarded) {
    const room = rooms.get(reader);
    if (room === undefined) continue;
    const [up, down] = [0, 1].map(() => addTable(program, lattice, room, hides));
    const apart = new Map([
      [up?.get(key) ?? 0, 1],
      [down?.get(key) ?? 0, -1],
      [hides(key), -Math.min(promisedTo(reader, profile), room.widest(key))],
    ]);
    program.row(apart, 0, Number.POSITIVE_INFINITY);
  }
  const found = await program.least();
  return (
    found && new Set([...hiding].filter(([, at]) => (found[at] ?? 0) > 0.5).map(([key]) => key))
  );
}

/** By how much each cell may differ from its true count, shown and hidden, and how wide it is with everything hidden. */
interface Rooms {
  readonly shown: ReadonlyMap<string, Interval>;
  readonly hidden: ReadonlyMap<string, Interval>;
  readonly widest: (key: string) => number;
}

/** Adds another table: how far each cell differs in it. */
function addTable(
  program: Program,
  { cells, balances }: Lattice,
  { shown, hidden }: Rooms,
  hides: (key: string) => number,
): ReadonlyMap<string, number> {
  const moved = new Map<string, number>();
  for (const { key } of cells) {
    const [near, far] = [shown.get(key) ?? NONE, hidden.get(key) ?? NONE];
    const at = program.variable({ cost: 0, low: far.low, high: far.high, isWhole: false });
    moved.set(key, at);
    const above = new Map([
      [at, 1],
      [hides(key), near.high - far.high],
    ]);
    const below = new Map([
      [at, 1],
      [hides(key), near.low - far.low],
    ]);
    program.row(above, Number.NEGATIVE_INFINITY, near.high);
    program.row(below, near.low, Number.POSITIVE_INFINITY);
  }
  for (const { plus, minus } of balances) {
    const terms = [
      ...plus.map((key) => [moved.get(key) ?? 0, 1] as const),
      ...minus.map((key) => [moved.get(key) ?? 0, -1] as const),
    ];
    program.row(new Map(terms), 0, 0);
  }
  return moved;
}

const NONE: Interval = { low: 0, high: 0 };

async function roomsOf(
  reader: Reader,
  lattice: Lattice,
  profile: DisclosureProfile,
): Promise<Rooms> {
  const published = publishedLattice(lattice, primaryOnly(lattice, profile), profile);
  const allHidden = withAllHidden(reader, published);
  const counts = new Map(published.cells.map(({ key, elsewhere }) => [key, elsewhere ?? 0]));
  const around = ({ unknowns }: ReturnType<typeof asKnownBy>) =>
    new Map(
      unknowns.map(({ key, low, high }) => {
        const count = counts.get(key) ?? 0;
        return [
          key,
          { low: Math.max(-FAR, low - count), high: Math.min(FAR, high - count) },
        ] as const;
      }),
    );
  const feasible = new FeasibleCounts(allHidden);
  await feasible.open();
  const promised = promisedTo(reader, profile);
  const widths = new Map(
    lattice.cells.map(({ key }) => [key, feasible.widthUpTo(key, promised)] as const),
  );
  feasible.close();
  return {
    shown: around(asKnownBy(reader, published)),
    hidden: around(allHidden),
    widest: (key) => widths.get(key) ?? 0,
  };
}
