import { expect } from 'vitest';

/** From one state to another, or to itself. */
export type Way = readonly [from: string, to: string];

/** The ways that there are between the states of something, and those of them that a walk has taken. */
export class Ways {
  readonly #all: readonly Way[];
  readonly #through: readonly Way[];
  readonly #taken = new Set<string>();

  /** `through` lead on to others, and need not be taken. */
  constructor(all: readonly Way[], through: readonly Way[] = []) {
    this.#all = all;
    this.#through = through;
  }

  took(...way: Way): void {
    this.#taken.add(way.join(' '));
  }

  isLeft(way: Way): boolean {
    const key = way.join(' ');
    return !this.#taken.has(key) && this.#all.some((each) => each.join(' ') === key);
  }

  /** No way is left. */
  get areTaken(): boolean {
    return !this.#all.some((way) => this.isLeft(way));
  }

  /** Those of the moves by which a way not taken yet is nearest; all of them where none leads to one. */
  onward<Move>(
    from: string,
    moves: readonly Move[],
    leads: (move: Move) => string | null | undefined,
  ): readonly Move[] {
    const next = this.#next(from);
    const leading = moves.filter((move) => next.includes(leads(move) ?? ''));
    return leading.length > 0 ? leading : moves;
  }

  /** The states next to this one through which it goes to the nearest way that is left. */
  #next(from: string): readonly string[] {
    const reached = new Set([from]);
    let ahead = this.#from(from).map((way) => ({ way, first: way[1] }));
    while (ahead.length > 0) {
      const left = ahead.filter(({ way }) => this.isLeft(way));
      if (left.length > 0) return left.map(({ first }) => first);
      const further = ahead.filter(({ way: [, to] }) => !reached.has(to));
      for (const { way } of further) reached.add(way[1]);
      ahead = further.flatMap(({ way: [, to], first }) =>
        this.#from(to).map((way) => ({ way, first })),
      );
    }
    return [];
  }

  #from(state: string): readonly Way[] {
    return [...this.#all, ...this.#through].filter(([from]) => from === state);
  }

  /** Nothing was left out by the walk. */
  expectAll(): void {
    const left = this.#all.filter((way) => this.isLeft(way)).map((way) => way.join(' '));
    expect(left, 'not taken').toEqual([]);
  }
}
