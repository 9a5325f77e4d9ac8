import type { Line, Problem } from './problem.ts';
import { at } from './problem.ts';
import type { Room } from './search.ts';

/** A line looked at more often than this narrows by ones, and is left. */
const LOOKS = 8;

/**
 * The room that single balances leave, taken one after another until none narrows it further: a cell moves no further
 * than the others of each of its balances can make up for. No table lies outside; that there is one at its ends is not said.
 */
export function boundsOf({ lines, linesOf }: Problem, { down, up }: Room): Room {
  const bounds = { down: down.slice(), up: up.slice() };
  const looks = new Uint8Array(lines.length);
  const isWaiting = new Uint8Array(lines.length).fill(1);
  const waiting = [...lines.keys()];
  for (const line of waiting) {
    isWaiting[line] = 0;
    looks[line] = at(looks, line) + 1;
    for (const cell of narrowed(lines[line] ?? { cells: [], signs: [] }, bounds)) {
      for (const other of linesOf[cell]?.cells ?? []) {
        if (other === line || at(isWaiting, other) === 1 || at(looks, other) >= LOOKS) continue;
        isWaiting[other] = 1;
        waiting.push(other);
      }
    }
  }
  return bounds;
}

/** Narrows the cells of one line; returns those that were. */
function narrowed({ cells, signs }: Line, bounds: Room): readonly number[] {
  const more = sumOf(cells, signs, bounds, 1);
  const less = sumOf(cells, signs, bounds, -1);
  const found: number[] = [];
  for (const [place, cell] of cells.entries()) {
    const [above, below] =
      at(signs, place) > 0 ? [bounds.up, bounds.down] : [bounds.down, bounds.up];
    // What this cell adds to the line, others must take away.
    const most = less.without(at(below, cell));
    const least = more.without(at(above, cell));
    if (most >= at(above, cell) && least >= at(below, cell)) continue;
    above[cell] = Math.min(at(above, cell), most);
    below[cell] = Math.min(at(below, cell), least);
    found.push(cell);
  }
  return found;
}

interface Sum {
  readonly without: (own: number) => number;
}

/** How much all cells of a line can add to it (or take from it), and what that is without one of them. */
function sumOf(
  cells: readonly number[],
  signs: readonly number[],
  { up, down }: Room,
  way: number,
): Sum {
  let finite = 0;
  let endless = 0;
  for (const [place, cell] of cells.entries()) {
    const amount = at(at(signs, place) * way > 0 ? up : down, cell);
    if (amount === Number.POSITIVE_INFINITY) endless += 1;
    else finite += amount;
  }
  return {
    without: (own) => {
      const isEndless = own === Number.POSITIVE_INFINITY;
      return endless - Number(isEndless) > 0
        ? Number.POSITIVE_INFINITY
        : finite - (isEndless ? 0 : own);
    },
  };
}
