import { boundsOf } from './bounds.ts';
import type { Problem } from './problem.ts';
import { at } from './problem.ts';
import type { Room, Search, Witness } from './search.ts';
import { beyond, isTable, movedBy } from './search.ts';
import type { Task } from './task.ts';
import type { View } from './views.ts';

/** The table that moves a cell furthest one way, and how far. */
interface Furthest {
  readonly by: number;
  readonly witness: Witness;
}

/** What one reader must still reckon with, proved by tables: for each cell those that move it furthest. Hiding more keeps every proof. */
export class Proofs {
  readonly view: View;
  readonly room: Room;
  /** The same room as far as published numbers tell of it. */
  readonly nominal: Room;
  /** By cell, what it would cost to hide it for this reader's sake; infinite where that is out of the question. */
  readonly offered: Float64Array;
  readonly #problem: Problem;
  readonly #search: Search;
  #bounds: Room | null = null;
  #widest: Room | null = null;
  readonly #up = new Map<number, Furthest>();
  readonly #down = new Map<number, Furthest>();
  /** By cell, the tables that are a proof of any cell and move this one. */
  readonly #moving = new Map<number, Set<Witness>>();
  /** Cells for which nothing more can be done, by how wide they are left. */
  readonly #lost = new Map<number, number>();

  constructor(view: View, { problem, search }: Task, offered: Float64Array) {
    this.#problem = problem;
    this.view = view;
    this.offered = offered.slice();
    this.room = copyOf(view.shown);
    this.nominal = copyOf(view.nominal.shown);
    this.#search = search;
  }

  hide(cell: number): void {
    this.#bounds = null;
    // What is hidden for another's sake leaves more room than was reckoned with.
    if (!this.offers(cell)) this.#widest = null;
    this.offered[cell] = Number.POSITIVE_INFINITY;
    copyCell(this.view.hidden, this.room, cell);
    copyCell(this.view.nominal.hidden, this.nominal, cell);
  }

  /** Whether the reader is left with enough counts for the cell, by tables found before or looked for now. */
  holds(cell: number): boolean {
    if (!this.mayHold(cell)) return false;
    const required = this.#required(cell);
    for (const sign of [1, -1]) {
      if (this.missing(cell) <= 0) return true;
      const by = sign * Math.min(required, this.#reached(cell, sign) + this.missing(cell));
      const witness = this.#search.move({ cell, by }, this.bounds());
      if (witness !== null && isTable(witness, this.#problem, this.room)) this.#keep(witness);
    }
    return this.missing(cell) <= 0;
  }

  /** The room that balances leave of what each cell has. */
  bounds(): Room {
    this.#bounds ??= boundsOf(this.#problem, this.room);
    return this.#bounds;
  }

  /** The room there would be if all were hidden that can be. */
  widest(): Room {
    if (this.#widest === null) {
      const room = copyOf(this.room);
      for (const cell of this.offered.keys()) {
        if (this.offers(cell)) copyCell(this.view.hidden, room, cell);
      }
      this.#widest = boundsOf(this.#problem, room);
    }
    return this.#widest;
  }

  /** Whether the cell can be hidden for this reader's sake. */
  offers(cell: number): boolean {
    return at(this.offered, cell) < Number.POSITIVE_INFINITY;
  }

  /** From now on the cell is not hidden for this reader's sake. */
  withdraw(cell: number): void {
    this.offered[cell] = Number.POSITIVE_INFINITY;
    this.#widest = null;
  }

  /** Whether single balances leave enough counts for the cell; where they do, all together may not. */
  mayHold(cell: number): boolean {
    if (this.missing(cell) <= 0) return true;
    const { down, up } = this.bounds();
    return this.#required(cell) <= at(down, cell) + at(up, cell);
  }

  /** How many counts are lacking. */
  missing(cell: number): number {
    return this.#required(cell) - this.#reached(cell, 1) - this.#reached(cell, -1);
  }

  /** What has to be hidden, whatever it costs, for a table that moves the cell further than any so far; nothing where there is none. */
  helpers(cell: number): readonly number[] {
    const room = this.widest();
    for (const sign of [1, -1]) {
      const by = sign * (this.#reached(cell, sign) + this.missing(cell));
      const witness = this.#search.move({ cell, by }, room);
      if (witness === null || Math.abs(movedBy(witness, cell)) <= this.#reached(cell, sign))
        continue;
      const found = beyond(witness, this.room).filter((one) => this.offers(one));
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Asks for no more counts than there are when all is hidden that can be; returns how many those are short of what is asked. */
  expectOnly(cell: number): number {
    const short = this.shortOf(cell);
    if (short > 0) this.#lost.set(cell, this.#required(cell) - short);
    return short;
  }

  /** How many counts would be lacking though all was hidden that can be; none where there are enough. */
  shortOf(cell: number): number {
    const { down, up } = this.widest();
    return Math.max(0, this.#required(cell) - at(down, cell) - at(up, cell));
  }

  /** Asks no more for the cell than was found; returns how many counts were lacking. */
  giveUp(cell: number): number {
    const missing = this.missing(cell);
    this.#lost.set(cell, this.#reached(cell, 1) + this.#reached(cell, -1));
    return missing;
  }

  /** Shows a hidden cell again; returns the cells that have lost a proof by it, and how to undo it. */
  show(cell: number): { readonly affected: readonly number[]; readonly undo: () => void } {
    this.#bounds = null;
    copyCell(this.view.shown, this.room, cell);
    copyCell(this.view.nominal.shown, this.nominal, cell);
    const lost = [...(this.#moving.get(cell) ?? [])].filter((witness) => {
      const by = movedBy(witness, cell);
      return by > at(this.room.up, cell) || -by > at(this.room.down, cell);
    });
    const affected = new Set(lost.flatMap((witness) => this.#forget(witness)));
    return {
      affected: [...affected],
      undo: () => {
        this.hide(cell);
        for (const witness of lost) this.#keep(witness);
      },
    };
  }

  #required(cell: number): number {
    return this.#lost.get(cell) ?? at(this.view.required, cell);
  }

  #reached(cell: number, sign: number): number {
    return (sign > 0 ? this.#up : this.#down).get(cell)?.by ?? 0;
  }

  #keep(witness: Witness): void {
    for (const [place, cell] of witness.cells.entries()) {
      const moved = at(witness.by, place);
      const by = Math.abs(moved);
      if (by <= this.#reached(cell, moved)) continue;
      (moved > 0 ? this.#up : this.#down).set(cell, { by, witness });
    }
    for (const cell of witness.cells) {
      const moving = this.#moving.get(cell);
      if (moving === undefined) this.#moving.set(cell, new Set([witness]));
      else moving.add(witness);
    }
  }

  #forget(witness: Witness): readonly number[] {
    const proved: number[] = [];
    for (const cell of witness.cells) {
      this.#moving.get(cell)?.delete(witness);
      for (const furthest of [this.#up, this.#down]) {
        if (furthest.get(cell)?.witness !== witness) continue;
        furthest.delete(cell);
        proved.push(cell);
      }
    }
    return proved;
  }
}

function copyOf({ down, up }: Room): Room {
  return { down: down.slice(), up: up.slice() };
}

function copyCell(from: Room, to: Room, cell: number): void {
  to.down[cell] = at(from.down, cell);
  to.up[cell] = at(from.up, cell);
}
