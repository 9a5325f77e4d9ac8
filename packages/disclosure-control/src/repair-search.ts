import type { Problem } from './problem.ts';
import { at } from './problem.ts';
import { Repair } from './repair.ts';
import type { Aim, Offers, Room, Search, Witness } from './search.ts';
import { beyond, movedBy } from './search.ts';

/** What a cell costs that has to be hidden to be moved, against one person by whom a balance is out. */
const PRICES = [0.1, 3] as const;
/** After so many a search is given up. */
const WRONG_TURNS = 20;

/**
 * Any balances: moves the cell, then puts right one balance after another that this puts out, each by the cell that puts
 * out least, and goes back where that leads nowhere. What it finds are tables; what it does not find within some wrong
 * turns may exist.
 */
export function repairSearch(problem: Problem): Search {
  const repair = new Repair(problem);
  const reach = (aim: Aim, room: Room): Witness | null =>
    repair.reaches(aim, room, null, WRONG_TURNS) ? repair.witness() : null;
  const move = ({ cell, by }: Aim, room: Room): Witness | null => {
    const sign = Math.sign(by);
    let best: Witness | null = null;
    let found = 0;
    let limit = Math.min(Math.abs(by), at(by > 0 ? room.up : room.down, cell));
    for (let next = limit; next > found; next = Math.ceil((found + limit) / 2)) {
      const witness = reach({ cell, by: sign * next }, room);
      if (witness === null) limit = next - 1;
      else {
        best = witness;
        found = Math.abs(movedBy(witness, cell));
      }
    }
    return best;
  };
  const companions = (aim: Aim, room: Room, offers: Offers): readonly number[] | null => {
    const reached = Math.abs(movedBy(move(aim, room), aim.cell));
    const isOffered = (cell: number) => at(offers.price, cell) < Number.POSITIVE_INFINITY;
    for (const size of new Set([Math.abs(aim.by), 1])) {
      const by = Math.sign(aim.by) * (reached + size);
      const found = PRICES.flatMap((scale) => {
        // What is hidden already moves further than before for nothing.
        const price = (cell: number) =>
          isOffered(cell) ? at(offers.price, cell) * scale * size : 0;
        const toll = { free: room, price };
        if (!repair.reaches({ cell: aim.cell, by }, offers.room, toll, WRONG_TURNS)) return [];
        return [beyond(repair.witness(), room).filter(isOffered)];
      });
      const cost = (cells: readonly number[]) =>
        cells.reduce((sum, cell) => sum + at(offers.price, cell), 0);
      const best = found
        .filter((cells) => cells.length > 0)
        .toSorted((a, b) => cost(a) - cost(b))[0];
      if (best !== undefined) return best;
    }
    return null;
  };
  return { isExact: false, move, companions };
}
