import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Interval } from './propagation.ts';
import { propagate } from './propagation.ts';
import { Solver } from './solver.ts';

/** How a reader found how far a count can be. */
export type Means = 'PROPAGATION' | 'LINEAR' | 'INTEGER';

/** What came of trying to narrow one count: open as far as asked, or narrower than that, or not decided in time. */
export type Narrowed =
  | { readonly kind: 'OPEN' }
  | { readonly kind: 'NARROW'; readonly interval: Interval; readonly by: Means }
  | { readonly kind: 'CONTRADICTION' }
  | { readonly kind: 'UNDECIDED' };

const TOLERANCE = 1e-6;

/**
 * Tries to narrow counts by everything a reader knows: relation by relation, then by linear programs over all of them,
 * then by whole numbers. A count is open only when two tables of whole counts were found that fit all that is known and
 * differ in it by as much as asked.
 */
export class FeasibleCounts {
  readonly #knowledge: Knowledge;
  readonly #index: ReadonlyMap<string, number>;
  readonly #propagated: ReadonlyMap<string, Interval>;
  readonly #seen: Interval[];
  #solver: Solver | undefined;

  constructor(knowledge: Knowledge) {
    this.#propagated = propagate(knowledge);
    const unknowns = knowledge.unknowns.map(({ key, low, high }) => {
      const found = this.#propagated.get(key) ?? { low, high };
      return { key, ...found };
    });
    this.#knowledge = { unknowns, relations: knowledge.relations };
    this.#index = new Map(unknowns.map(({ key }, at) => [key, at]));
    this.#seen = unknowns.map(() => ({
      low: Number.POSITIVE_INFINITY,
      high: Number.NEGATIVE_INFINITY,
    }));
  }

  /** Looks at the whole knowledge for tables that fit it; false where none does. */
  async open(): Promise<boolean> {
    for (const { low, high } of this.#propagated.values()) if (low > high) return false;
    this.#solver = await Solver.over(this.#knowledge);
    const up = new Map(this.#knowledge.unknowns.map((_, at) => [at, 1]));
    const down = new Map(this.#knowledge.unknowns.map((_, at) => [at, -1]));
    for (const costs of [up, down]) {
      const found = this.#solver.extreme(costs, false);
      if (found.kind === 'CONTRADICTION') return false;
      if (found.kind === 'FOUND') this.#witness(found.counts);
    }
    return true;
  }

  /** Whether the count can be told apart to less than `span`: its highest less its lowest. */
  narrow(key: string, span: number): Narrowed {
    const at = this.#index.get(key);
    const propagated = this.#propagated.get(key);
    if (at === undefined || propagated === undefined || this.#solver === undefined)
      throw new RangeError('Only what a reader knows of can be narrowed.');
    if (propagated.high - propagated.low < span)
      return { kind: 'NARROW', interval: propagated, by: 'PROPAGATION' };
    for (const by of ['LINEAR', 'INTEGER'] as const) {
      if (this.#spread(at) >= span) return { kind: 'OPEN' };
      const interval = this.#extremes(at, by === 'INTEGER', span);
      if (interval === 'CONTRADICTION' || interval === 'UNDECIDED') return { kind: interval };
      if (this.#spread(at) >= span) return { kind: 'OPEN' };
      if (interval.high - interval.low < span) return { kind: 'NARROW', interval, by };
    }
    return { kind: 'UNDECIDED' };
  }

  /** How far apart the counts are that are left, up to `span`. */
  widthUpTo(key: string, span: number): number {
    const narrowed = this.narrow(key, span);
    if (narrowed.kind !== 'NARROW') return span;
    const interval = this.interval(key) ?? narrowed.interval;
    return interval.high - interval.low;
  }

  /** The whole interval of a count. */
  interval(key: string): Interval | null {
    const at = this.#index.get(key);
    if (at === undefined) return null;
    const found = this.#extremes(at, true, Number.POSITIVE_INFINITY);
    return typeof found === 'string' ? null : found;
  }

  close(): void {
    this.#solver?.close();
  }

  #extremes(at: number, whole: boolean, span: number): Interval | 'CONTRADICTION' | 'UNDECIDED' {
    const bounds = [0, 0];
    for (const [side, sign] of [-1, 1].entries()) {
      const found = this.#solver?.extreme(new Map([[at, sign]]), whole);
      if (found?.kind !== 'FOUND') return found?.kind ?? 'UNDECIDED';
      bounds[side] = sign * found.value;
      this.#witness(found.counts);
      if (this.#spread(at) >= span) break;
    }
    const [low = 0, high = 0] = bounds;
    // Adding zero makes of the solver’s negative zero an ordinary one.
    return { low: Math.ceil(low - TOLERANCE) + 0, high: Math.floor(high + TOLERANCE) + 0 };
  }

  /** A table of whole counts that fits is kept: it shows of every count that it can be so. */
  #witness(counts: Float64Array): void {
    if (counts.some((count) => Math.abs(count - Math.round(count)) > TOLERANCE)) return;
    for (const [at, seen] of this.#seen.entries()) {
      const count = Math.round(counts[at] ?? 0);
      seen.low = Math.min(seen.low, count);
      seen.high = Math.max(seen.high, count);
    }
  }

  #spread(at: number): number {
    const seen = this.#seen[at];
    return seen === undefined ? 0 : seen.high - seen.low;
  }
}
