import type { Means } from './bounds/feasible.ts';
import { FeasibleCounts } from './bounds/feasible.ts';
import type { Interval } from './bounds/propagation.ts';
import { determinedBy } from './exact/determined.ts';
import type { Published, PublishedCell } from './knowledge/published.ts';
import type { Reader } from './knowledge/reader.ts';
import { asKnownBy, promisedTo, withAllHidden } from './knowledge/reader.ts';

/** A suppressed cell that a reader narrows down further than the profile promises. */
export interface Breach {
  readonly reader: Reader;
  readonly cell: string;
  readonly interval: Interval;
  readonly by: 'ELIMINATION' | Means;
  /** Told exactly, or narrower than the protected range. */
  readonly isExact: boolean;
  /** Whether the cell was suppressed for itself; otherwise beside another. */
  readonly isPrimary: boolean;
}

/** What an attack on one dataset found. */
export interface Attacked {
  readonly breaches: readonly Breach[];
  /** Suppressed cells tried, times readers. */
  readonly tried: number;
  /** Cells that no solver decided in time: neither safe nor broken. */
  readonly undecided: number;
  /** Readers whose knowledge contradicts itself, because what was published was revised since. */
  readonly contradictions: number;
}

/**
 * Tries as one reader to narrow every suppressed cell below what the profile promises: for whoever knows nothing more,
 * counts as far apart as the protected range; for whoever does, two counts or more. What a reader could tell as well with
 * everything hidden is no breach of what is published.
 */
export async function attackAs(reader: Reader, published: Published): Promise<Attacked> {
  const targets = published.cells.filter((cell) => isTarget(reader, cell));
  const knowledge = asKnownBy(reader, published);
  const breaches: Breach[] = [];
  let undecided = 0;
  const determined = determinedBy(knowledge);
  const feasible = new FeasibleCounts(knowledge);
  try {
    if (targets.length === 0) return { breaches, tried: 0, undecided, contradictions: 0 };
    if (!(await feasible.open()))
      return { breaches, tried: targets.length, undecided, contradictions: 1 };
    for (const { key, isPrimary } of targets) {
      const exactly = determined.get(key);
      if (exactly !== undefined && exactly.under === 1n) {
        const count = Number(exactly.over);
        const interval = { low: count, high: count };
        breaches.push({ reader, cell: key, interval, by: 'ELIMINATION', isExact: true, isPrimary });
        continue;
      }
      const narrowed = feasible.narrow(key, promisedTo(reader, published.profile));
      if (narrowed.kind === 'NARROW') {
        const { interval, by } = narrowed;
        const isExact = interval.low === interval.high;
        breaches.push({ reader, cell: key, interval, by, isExact, isPrimary });
      }
      if (narrowed.kind === 'UNDECIDED') undecided += 1;
    }
  } finally {
    feasible.close();
  }
  const told = await toldAnyway(breaches, reader, published);
  return {
    breaches: breaches.filter(({ cell }) => !told.has(cell)),
    tried: targets.length,
    undecided,
    contradictions: 0,
  };
}

/** Those of the cells that the same reader narrows down as far with everything hidden. */
async function toldAnyway(
  breaches: readonly Breach[],
  reader: Reader,
  published: Published,
): Promise<ReadonlySet<string>> {
  if (breaches.length === 0) return new Set();
  const feasible = new FeasibleCounts(withAllHidden(reader, published));
  try {
    if (!(await feasible.open())) return new Set();
    const asFar = ({ cell, interval }: Breach) =>
      feasible.narrow(cell, interval.high - interval.low + 1).kind === 'NARROW';
    return new Set(breaches.filter(asFar).map(({ cell }) => cell));
  } finally {
    feasible.close();
  }
}

/** Whoever knows which cells are small knows a hidden zero: it tells of nobody. */
function isTarget(reader: Reader, { shown, size }: PublishedCell): boolean {
  return shown?.kind === 'SUPPRESSED' && (reader !== 'KNOWS_WHICH_ARE_SMALL' || size !== 'ZERO');
}
