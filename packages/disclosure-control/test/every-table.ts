import type { DisclosureProfile, Lattice, LatticeCell, ProtectedCell } from '../src/index.ts';

/** What is left to a reader: the least and the greatest count of a cell over all tables, or none where no table agrees. */
export interface Left {
  readonly least: number;
  readonly greatest: number;
}

export type Attacker = 'BLIND' | 'KNOWS_WHICH_ARE_SMALL' | 'HAS_UNROUNDED';

/**
 * Tries every whole-number table of a small lattice that agrees with all that is published. Knows of the code under
 * test only what its types say: which counts a number may stand for is found by rounding them all.
 */
export class EveryTable {
  readonly #cells: readonly LatticeCell[];
  readonly #domains: readonly (readonly number[])[];
  readonly #sums: readonly Sum[];

  constructor(
    { cells, balances }: Lattice,
    shown: ReadonlyMap<string, ProtectedCell>,
    { attacker, profile }: { readonly attacker: Attacker; readonly profile: DisclosureProfile },
  ) {
    this.#cells = cells.filter(({ measured }) => measured.kind === 'COUNT');
    const index = new Map(this.#cells.map(({ key }, at) => [key, at]));
    const highest = Math.max(...this.#cells.map(truth)) + 2 * profile.suppressUpTo + 8;
    const all = Array.from({ length: highest }, (_, n) => n);
    this.#domains = this.#cells.map((cell) =>
      all.filter((n) => agrees(n, cell, shown.get(cell.key), attacker, profile)),
    );
    this.#sums = balances.map(({ plus, minus }) => {
      const terms = [
        ...plus.map((key) => ({ key, sign: 1 })),
        ...minus.map((key) => ({ key, sign: -1 })),
      ]
        .map(({ key, sign }) => ({ cell: index.get(key) ?? -1, sign }))
        .filter(({ cell }) => cell >= 0);
      return {
        terms,
        total: terms.reduce((sum, { cell, sign }) => sum + sign * truth(this.#cells[cell]), 0),
      };
    });
  }

  /** The least and the greatest count that the cell has in any of these tables; null where there is none at all. */
  left(key: string): Left | null {
    const cell = this.#cells.findIndex((one) => one.key === key);
    const domain = this.#domains[cell] ?? [];
    const least = domain.find((n) => this.#isPossible(cell, n));
    const greatest = domain.findLast((n) => this.#isPossible(cell, n));
    return least === undefined || greatest === undefined ? null : { least, greatest };
  }

  /** What the sums alone leave of the cell, taken one after another, without trying tables: no less than `left`. */
  bounds(key: string): Left | null {
    const ranges = this.#domains.map((domain) => ({
      low: domain[0] ?? 1,
      high: domain.at(-1) ?? 0,
    }));
    const range = narrow(ranges, this.#sums)
      ? ranges[this.#cells.findIndex((one) => one.key === key)]
      : undefined;
    return range === undefined ? null : { least: range.low, greatest: range.high };
  }

  #isPossible(cell: number, count: number): boolean {
    return this.#complete(
      this.#domains.map((domain, at) => {
        const [low, high] = [domain[0] ?? 1, domain.at(-1) ?? 0];
        return at === cell ? { low: count, high: count } : { low, high };
      }),
    );
  }

  /** Narrows by the sums, then tries the cell with the fewest counts left. Domains have no gaps, save those that a search leaves. */
  #complete(given: readonly Range[]): boolean {
    const ranges = given.map((range) => ({ ...range }));
    if (!narrow(ranges, this.#sums)) return false;
    const open = [...ranges.entries()].filter(([, { low, high }]) => low < high);
    const next = open.toSorted(([, a], [, b]) => a.high - a.low - (b.high - b.low))[0];
    if (next === undefined) {
      return ranges.every(({ low }, at) => this.#domains[at]?.includes(low) ?? false);
    }
    const [cell, { low, high }] = next;
    // From the middle outwards: most tables are there.
    const counts = Array.from({ length: high - low + 1 }, (_, n) => low + n).toSorted(
      (a, b) => Math.abs(2 * a - low - high) - Math.abs(2 * b - low - high) || a - b,
    );
    return counts.some((count) => this.#complete(ranges.with(cell, { low: count, high: count })));
  }
}

interface Sum {
  readonly terms: readonly { readonly cell: number; readonly sign: number }[];
  readonly total: number;
}

interface Range {
  low: number;
  high: number;
}

function narrow(ranges: readonly Range[], sums: readonly Sum[]): boolean {
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { terms, total } of sums) {
      for (const { cell, sign } of terms) {
        const range = ranges[cell];
        if (range === undefined) continue;
        let [low, high] = [total, total];
        for (const other of terms) {
          const { low: least = 0, high: most = 0 } = ranges[other.cell] ?? {};
          if (other.cell === cell) continue;
          low -= other.sign > 0 ? most : -least;
          high -= other.sign > 0 ? least : -most;
        }
        const [from, to] = sign > 0 ? [low, high] : [-high, -low];
        if (from > range.low) [range.low, isChanged] = [from, true];
        if (to < range.high) [range.high, isChanged] = [to, true];
        if (range.low > range.high) return false;
      }
    }
  }
  return true;
}

function truth(cell: LatticeCell | undefined): number {
  return cell?.measured.kind === 'COUNT' ? cell.measured.count : 0;
}

function agrees(
  n: number,
  cell: LatticeCell,
  shown: ProtectedCell | undefined,
  attacker: Attacker,
  { suppressUpTo, roundTo }: DisclosureProfile,
): boolean {
  const isSmall = (count: number) => count >= 1 && count <= suppressUpTo;
  const out = cell.standing.kind === 'PUBLISHED' ? cell.standing.as : shown;
  if (cell.standing.kind === 'NEVER_PUBLISHED' || out === undefined) return true;
  if (out.kind === 'VALUE' && attacker === 'HAS_UNROUNDED') return n === truth(cell);
  if (out.kind === 'VALUE')
    return (
      !isSmall(n) &&
      Math.round(n / roundTo) * roundTo === out.value &&
      (n === 0) === (out.value === 0)
    );
  if (attacker !== 'KNOWS_WHICH_ARE_SMALL' || truth(cell) === 0) return true;
  return isSmall(n) === isSmall(truth(cell));
}
