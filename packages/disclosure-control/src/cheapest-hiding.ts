import type { Hiding } from './companions.ts';
import { hideWithCompanions } from './companions.ts';
import { pricesOf } from './price.ts';
import type { Problem } from './problem.ts';
import { at } from './problem.ts';
import type { Task } from './task.ts';

/** Up to this many cells, several orders are tried. */
const SMALL = 150;
/** Ways without one of the companions are tried so often, for each cell of the problem less often. */
const EFFORT = 400;
/** Up to this many cells. */
const SMALLEST = 60;

/**
 * The cheapest of several ways to protect what has to be hidden: in one order and in others, and, of small problems,
 * without one or another companion of the best so far.
 */
export function cheapestHiding(task: Task, first: readonly number[]): Hiding {
  let order = first;
  let best: Hiding | null = null;
  for (const next of ordersOf(first, task.problem)) {
    const found = hideWithCompanions(task, next, new Set());
    if (best !== null && !isBetter(found, best)) continue;
    best = found;
    order = next;
  }
  best ??= hideWithCompanions(task, first, new Set());
  return task.problem.cells.length > SMALLEST ? best : withoutOne(task, order, best);
}

function withoutOne(task: Task, order: readonly number[], found: Hiding): Hiding {
  const prices = pricesOf(task.problem);
  const had = new Set(order);
  const spared = new Set<number>();
  const tried = new Set<number>();
  let best = found;
  for (let tries = Math.floor(EFFORT / task.problem.cells.length); tries > 0; tries -= 1) {
    const [dearest] = [...best.hidden]
      .filter((cell) => !had.has(cell) && !tried.has(cell))
      .toSorted((a, b) => at(prices, b) - at(prices, a) || a - b);
    if (dearest === undefined) break;
    tried.add(dearest);
    const without = hideWithCompanions(task, order, new Set([...spared, dearest]));
    if (!isBetter(without, best)) continue;
    best = without;
    spared.add(dearest);
  }
  return best;
}

/** What leaves less exposed comes before what is cheaper. */
function isBetter(one: Hiding, other: Hiding): boolean {
  return one.exposed === other.exposed ? one.cost < other.cost : one.exposed < other.exposed;
}

/** In which companions are looked for: what comes first decides what the others find there already. */
function ordersOf(
  first: readonly number[],
  { cells, nominal }: Problem,
): readonly (readonly number[])[] {
  const fewest = first.toSorted((a, b) => at(nominal, a) - at(nominal, b) || a - b);
  if (cells.length > SMALL) return [fewest];
  return [fewest, first.toSorted((a, b) => at(nominal, b) - at(nominal, a) || a - b), first];
}
