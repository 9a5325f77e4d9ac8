import type { Problem } from './problem.ts';
import { at } from './problem.ts';

/** How far each cell can move from the true table, in the eyes of one reader. */
export interface Room {
  readonly down: Float64Array;
  readonly up: Float64Array;
}

/** Another whole-number table that keeps every balance and stays within the room: by how much which cells differ from the true one. */
export interface Witness {
  readonly cells: readonly number[];
  readonly by: readonly number[];
}

/** What could be hidden beside what is: the room a cell would then have, and what that costs (Infinity: it cannot be). */
export interface Offers {
  readonly room: Room;
  readonly price: Float64Array;
}

/** One cell and by how much it is to be moved, up or down. */
export interface Aim {
  readonly cell: number;
  readonly by: number;
}

/** Looks for other tables; a search that finds none has proved nothing, and the cell counts as exposed. */
export interface Search {
  /** Whether what it does not find is not there. */
  readonly isExact: boolean;
  /** A table in which the cell has moved as far towards the aim as was found; null where it has not moved. */
  readonly move: (aim: Aim, room: Room) => Witness | null;
  /** Cells to hide so that the cell moves further that way than without, best by as much as the aim; null where none was found. */
  readonly companions: (aim: Aim, room: Room, offers: Offers) => readonly number[] | null;
}

/** Whether all balances hold in the table and no cell is moved further than there is room: nothing else proves anything. */
export function isTable({ cells, by }: Witness, problem: Problem, room: Room): boolean {
  const upset = new Map<number, number>();
  for (const [place, cell] of cells.entries()) {
    const moved = at(by, place);
    const isWhole = Number.isSafeInteger(moved);
    if (!isWhole || moved > at(room.up, cell) || -moved > at(room.down, cell)) return false;
    const { cells: lines = [], signs = [] } = problem.linesOf[cell] ?? {};
    for (const [index, line] of lines.entries()) {
      upset.set(line, (upset.get(line) ?? 0) + at(signs, index) * moved);
    }
  }
  return [...upset.values()].every((out) => out === 0);
}

/** How far a table moves a cell, zero where there is none. */
export function movedBy(witness: Witness | null, cell: number): number {
  return witness?.by[witness.cells.indexOf(cell)] ?? 0;
}

/** The cells that have moved further than there is room. */
export function beyond({ cells, by }: Witness, { down, up }: Room): readonly number[] {
  return cells.filter((cell, place) => {
    const moved = at(by, place);
    return moved > at(up, cell) || -moved > at(down, cell);
  });
}
