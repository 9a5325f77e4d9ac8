import type { Incidence } from './incidence.ts';
import { incidenceOf } from './incidence.ts';
import type { Problem } from './problem.ts';
import { at } from './problem.ts';
import type { Aim, Room, Witness } from './search.ts';
import { SparseSet } from './sparse-set.ts';

/** What it takes to move a cell beyond the room it has. */
export interface Toll {
  /** Within which a move is free. */
  readonly free: Room;
  /** By cell, in persons by whom balances are out. */
  readonly price: (cell: number) => number;
}

/** Further than any cell has to be moved. */
const END = 128;
/** Moves made before a search is given up. */
const TURNS = 120;
/** A line looked at more often after one move mostly narrows by ones, and is left. */
const LOOKS = 1;

/**
 * A table on the way to keep all balances. Every cell has bounds, narrowed by whatever is decided, and stands as near to
 * its true count as they let it; where all balances hold then, the table is found.
 */
export class Repair {
  readonly #lines: Incidence;
  readonly #linesOf: Incidence;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #moved: Float64Array;
  readonly #out: Float64Array;
  readonly #weight: Float64Array;
  readonly #outLines: SparseSet;
  readonly #touched: SparseSet;
  readonly #waiting: number[] = [];
  readonly #looks: Uint8Array;
  /** What the bounds were before each change, to go back: the cell, the lower and the upper. */
  readonly #trail: number[] = [];

  constructor(problem: Problem) {
    this.#lines = incidenceOf(problem.lines);
    this.#linesOf = incidenceOf(problem.linesOf);
    this.#low = new Float64Array(problem.cells.length);
    this.#high = new Float64Array(problem.cells.length);
    this.#moved = new Float64Array(problem.cells.length);
    this.#out = new Float64Array(problem.lines.length);
    this.#weight = new Float64Array(problem.lines.length);
    this.#looks = new Uint8Array(problem.lines.length);
    this.#outLines = new SparseSet(problem.lines.length);
    this.#touched = new SparseSet(problem.cells.length);
  }

  /** Whether a table was found in which the cell is moved as far as the aim, after no more wrong turns than given. */
  reaches({ cell, by }: Aim, room: Room, toll: Toll | null, wrongTurns: number): boolean {
    this.#start(room);
    const isDone = by > 0 ? this.#bound(cell, by, END) : this.#bound(cell, -END, by);
    if (!isDone || !this.#propagate()) return false;
    let left = wrongTurns;
    for (let turns = TURNS; turns > 0; turns -= 1) {
      const line = this.#furthestOut();
      if (line === null) return true;
      this.#weight[line] = at(this.#weight, line) + 1;
      const turn = this.#bestTurn(line, toll);
      if (turn === null) return false;
      const mark = this.#trail.length;
      const value = at(this.#moved, turn.cell) + turn.by;
      const isUp = turn.by > 0;
      if (this.#bound(turn.cell, isUp ? value : -END, isUp ? END : value) && this.#propagate()) {
        continue;
      }
      this.#goBack(mark);
      left -= 1;
      // It was wrong, so the opposite holds.
      const before = isUp ? value - 1 : value + 1;
      const isRefuted =
        this.#bound(turn.cell, isUp ? -END : before, isUp ? before : END) && this.#propagate();
      if (left < 0 || !isRefuted) return false;
    }
    return false;
  }

  witness(): Witness {
    const cells: number[] = [];
    for (let place = 0; place < this.#touched.size; place += 1) {
      const cell = this.#touched.at(place);
      if (at(this.#moved, cell) !== 0) cells.push(cell);
    }
    return { cells, by: cells.map((cell) => at(this.#moved, cell)) };
  }

  #start({ down, up }: Room): void {
    for (let cell = 0; cell < up.length; cell += 1) {
      this.#high[cell] = Math.min(END, at(up, cell));
      this.#low[cell] = -Math.min(END, at(down, cell));
    }
    this.#moved.fill(0);
    this.#out.fill(0);
    this.#weight.fill(1);
    this.#outLines.clear();
    this.#touched.clear();
    this.#trail.length = 0;
  }

  /** Narrows the bounds of a cell, and moves it as little as they ask for; false where nothing is left between them. */
  #bound(cell: number, low: number, high: number): boolean {
    const least = this.#low[cell] ?? 0;
    const most = this.#high[cell] ?? 0;
    const newLow = Math.max(least, low);
    const newHigh = Math.min(most, high);
    if (newLow > newHigh) return false;
    if (newLow === least && newHigh === most) return true;
    this.#trail.push(cell, least, most);
    this.#low[cell] = newLow;
    this.#high[cell] = newHigh;
    this.#settle(cell);
    const { starts, members } = this.#linesOf;
    const end = starts[cell + 1] ?? 0;
    for (let place = starts[cell] ?? 0; place < end; place += 1)
      this.#waiting.push(members[place] ?? 0);
    return true;
  }

  /** Puts the cell as near to its true count as its bounds let it. */
  #settle(cell: number): void {
    const value = Math.min(this.#high[cell] ?? 0, Math.max(this.#low[cell] ?? 0, 0));
    const by = value - (this.#moved[cell] ?? 0);
    if (by === 0) return;
    this.#touched.add(cell);
    this.#moved[cell] = value;
    const { starts, members, signs } = this.#linesOf;
    const end = starts[cell + 1] ?? 0;
    for (let place = starts[cell] ?? 0; place < end; place += 1) {
      const line = members[place] ?? 0;
      const out = (this.#out[line] ?? 0) + (signs[place] ?? 0) * by;
      this.#out[line] = out;
      if (out === 0) this.#outLines.delete(line);
      else this.#outLines.add(line);
    }
  }

  #goBack(mark: number): void {
    while (this.#trail.length > mark) {
      const high = this.#trail.pop() ?? 0;
      const low = this.#trail.pop() ?? 0;
      const cell = this.#trail.pop() ?? 0;
      this.#low[cell] = low;
      this.#high[cell] = high;
      this.#settle(cell);
    }
  }

  /** Narrows bounds by the balances that wait; false where one cannot be kept any more. */
  #propagate(): boolean {
    let isKept = true;
    const seen: number[] = [];
    while (this.#waiting.length > 0) {
      const line = this.#waiting.pop() ?? 0;
      const looks = this.#looks[line] ?? 0;
      if (!isKept || looks >= LOOKS) continue;
      this.#looks[line] = looks + 1;
      seen.push(line);
      isKept = this.#narrow(line);
    }
    for (const line of seen) this.#looks[line] = 0;
    return isKept;
  }

  #narrow(line: number): boolean {
    const { starts, members, signs } = this.#lines;
    const lows = this.#low;
    const highs = this.#high;
    const start = starts[line] ?? 0;
    const end = starts[line + 1] ?? 0;
    let least = 0;
    let most = 0;
    let widest = 0;
    for (let place = start; place < end; place += 1) {
      const cell = members[place] ?? 0;
      const low = lows[cell] ?? 0;
      const high = highs[cell] ?? 0;
      const isPlus = (signs[place] ?? 0) > 0;
      least += isPlus ? low : -high;
      most += isPlus ? high : -low;
      if (high - low > widest) widest = high - low;
    }
    if (least > 0 || most < 0) return false;
    // Whatever any cell can move by, the others can make up for: nothing is narrowed.
    if (widest <= most && widest <= -least) return true;
    for (let place = start; place < end; place += 1) {
      const cell = members[place] ?? 0;
      const low = lows[cell] ?? 0;
      const high = highs[cell] ?? 0;
      if (high - low <= most && high - low <= -least) continue;
      const isPlus = (signs[place] ?? 0) > 0;
      // What the others come to at the most and at the least, this cell has to make up for.
      const othersMost = most - (isPlus ? high : -low);
      const othersLeast = least - (isPlus ? low : -high);
      const isIn = isPlus
        ? this.#bound(cell, -othersMost, -othersLeast)
        : this.#bound(cell, othersLeast, othersMost);
      if (!isIn) return false;
      const newLow = lows[cell] ?? 0;
      const newHigh = highs[cell] ?? 0;
      least += isPlus ? newLow - low : high - newHigh;
      most += isPlus ? newHigh - high : low - newLow;
    }
    return true;
  }

  #furthestOut(): number | null {
    let found: number | null = null;
    let furthest = 0;
    for (let place = 0; place < this.#outLines.size; place += 1) {
      const line = this.#outLines.at(place);
      const by = Math.abs(at(this.#out, line)) * at(this.#weight, line);
      if (by < furthest || (by === furthest && found !== null && line > found)) continue;
      furthest = by;
      found = line;
    }
    return found;
  }

  /** The move of one cell of the line that brings it nearer to its balance and puts others out least. */
  #bestTurn(line: number, toll: Toll | null): Aim | null {
    const out = at(this.#out, line);
    const { starts, members, signs } = this.#lines;
    const end = starts[line + 1] ?? 0;
    let best: Aim | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let place = starts[line] ?? 0; place < end; place += 1) {
      const cell = members[place] ?? 0;
      const sign = -Math.sign(out) * (signs[place] ?? 0);
      const moved = at(this.#moved, cell);
      const room = sign > 0 ? at(this.#high, cell) - moved : moved - at(this.#low, cell);
      const by = sign * Math.min(Math.abs(out), room);
      if (by === 0) continue;
      const score = this.#putOut(cell, by) + (toll === null ? 0 : this.#tollFor(cell, by, toll));
      if (score >= least) continue;
      least = score;
      best = { cell, by };
    }
    return best;
  }

  #tollFor(cell: number, by: number, { free, price }: Toll): number {
    const moved = at(this.#moved, cell);
    const isBeyond = (value: number) => value > at(free.up, cell) || -value > at(free.down, cell);
    return isBeyond(moved + by) && !isBeyond(moved) ? price(cell) : 0;
  }

  /** By how many more persons its balances would be out, less those by which they would be out less. */
  #putOut(cell: number, by: number): number {
    const { starts, members, signs } = this.#linesOf;
    const end = starts[cell + 1] ?? 0;
    let more = 0;
    for (let place = starts[cell] ?? 0; place < end; place += 1) {
      const line = members[place] ?? 0;
      const out = this.#out[line] ?? 0;
      const after = out + (signs[place] ?? 0) * by;
      more += (this.#weight[line] ?? 0) * (Math.abs(after) - Math.abs(out));
    }
    return more;
  }
}
