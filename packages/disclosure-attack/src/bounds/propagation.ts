import type { Knowledge, Relation, Unknown } from '../knowledge/knowledge.ts';

/** The whole numbers a count may still be; `low` above `high` where what is known contradicts itself. */
export interface Interval {
  low: number;
  high: number;
}

const ROUNDS = 40;

/**
 * Narrows every unknown by each relation in turn until nothing moves: cheap, needs no solver, and what it finds is
 * certain. It misses what only several relations together tell.
 */
export function propagate({ unknowns, relations }: Knowledge): ReadonlyMap<string, Interval> {
  const found = new Map(unknowns.map(({ key, low, high }: Unknown) => [key, { low, high }]));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const relation of relations) moved = narrowBy(relation, found) || moved;
    if (!moved) break;
  }
  return found;
}

function narrowBy(relation: Relation, found: ReadonlyMap<string, Interval>): boolean {
  let [least, most] = [0, 0];
  for (const { key, times } of relation.terms) {
    const [low, high] = reach(times, intervalOf(key, found));
    least += low;
    most += high;
  }
  let moved = false;
  for (const { key, times } of relation.terms) {
    const interval = intervalOf(key, found);
    const [low, high] = reach(times, interval);
    const room = [relation.low - (most - high), relation.high - (least - low)] as const;
    const bounds = room.map((bound) => bound / times).toSorted((a, b) => a - b);
    const [from, to] = [Math.ceil((bounds[0] ?? 0) - 1e-9), Math.floor((bounds[1] ?? 0) + 1e-9)];
    if (from <= interval.low && to >= interval.high) continue;
    interval.low = Math.max(interval.low, from);
    interval.high = Math.min(interval.high, to);
    const [newLow, newHigh] = reach(times, interval);
    least += newLow - low;
    most += newHigh - high;
    moved = true;
  }
  return moved;
}

function reach(times: number, { low, high }: Interval): readonly [number, number] {
  return times > 0 ? [times * low, times * high] : [times * high, times * low];
}

function intervalOf(key: string, found: ReadonlyMap<string, Interval>): Interval {
  const interval = found.get(key);
  if (interval === undefined) throw new RangeError('A relation names an unknown that is none.');
  return interval;
}
