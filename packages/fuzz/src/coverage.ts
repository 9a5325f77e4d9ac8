import type { Judgement } from './judge.ts';
import { principalKey } from './principal.ts';
import type { FuzzRequest } from './target.ts';

/** What a run came by, as it is kept between rounds. */
export interface CoverageFigures {
  readonly queries: number;
  /** By the code of the answer; `OK` where there is none. */
  readonly answers: Readonly<Record<string, number>>;
  /** `Type.field` → the principals who were shown a value of it. */
  readonly released: Readonly<Record<string, readonly string[]>>;
  /** `Type.field` → the principals who were told that it is withheld. */
  readonly withheld: Readonly<Record<string, readonly string[]>>;
  /** Cells that a justification alone opened: `Type.field row principal`. */
  readonly justified: readonly string[];
}

/** Counts what was given and what was withheld: a run in which either is missing proves little. */
export class Coverage {
  #queries = 0;
  readonly #answers = new Map<string, number>();
  readonly #released = new Map<string, Set<string>>();
  readonly #withheld = new Map<string, Set<string>>();
  readonly #justified = new Set<string>();

  add(
    request: FuzzRequest,
    { codes, released, withheld }: Judgement,
    isJustified: (way: Judgement['released'][number]) => boolean,
  ): void {
    const principal = principalKey(request.principal);
    this.#queries += 1;
    const code = codes[0] ?? 'OK';
    this.#answers.set(code, (this.#answers.get(code) ?? 0) + 1);
    for (const way of released.filter(({ isValue }) => isValue)) {
      put(this.#released, way.coordinate, principal);
      if (isJustified(way)) this.#justified.add(`${way.coordinate} ${way.row} ${principal}`);
    }
    for (const coordinate of withheld) put(this.#withheld, coordinate, principal);
  }

  merge(figures: CoverageFigures): void {
    this.#queries += figures.queries;
    for (const [code, times] of Object.entries(figures.answers))
      this.#answers.set(code, (this.#answers.get(code) ?? 0) + times);
    for (const [coordinate, principals] of Object.entries(figures.released))
      for (const principal of principals) put(this.#released, coordinate, principal);
    for (const [coordinate, principals] of Object.entries(figures.withheld))
      for (const principal of principals) put(this.#withheld, coordinate, principal);
    for (const cell of figures.justified) this.#justified.add(cell);
  }

  figures(): CoverageFigures {
    const listed = (sets: ReadonlyMap<string, ReadonlySet<string>>) =>
      Object.fromEntries([...sets].map(([name, of]) => [name, [...of]]));
    return {
      queries: this.#queries,
      answers: Object.fromEntries([...this.#answers].toSorted(([, a], [, b]) => b - a)),
      released: listed(this.#released),
      withheld: listed(this.#withheld),
      justified: [...this.#justified],
    };
  }

  summary(coordinates: ReadonlySet<string>): CoverageSummary {
    const pairs = (sets: ReadonlyMap<string, ReadonlySet<string>>) =>
      [...sets.values()].reduce((sum, { size }) => sum + size, 0);
    const seen = [...coordinates].filter((each) => this.#released.has(each));
    return {
      queries: this.#queries,
      answers: this.figures().answers,
      coordinates: coordinates.size,
      releasedCoordinates: seen.length,
      releasedShare: seen.length / coordinates.size,
      released: pairs(this.#released),
      withheld: pairs(this.#withheld),
      justifiedCells: this.#justified.size,
      neverReleased: [...coordinates].filter((each) => !this.#released.has(each)).toSorted(),
    };
  }
}

/** The figures by which a run is judged neither empty nor total. */
export interface CoverageSummary {
  readonly queries: number;
  readonly answers: Readonly<Record<string, number>>;
  /** Fields by which something planted can be seen at all. */
  readonly coordinates: number;
  readonly releasedCoordinates: number;
  readonly releasedShare: number;
  /** Pairs of coordinate and principal. */
  readonly released: number;
  readonly withheld: number;
  readonly justifiedCells: number;
  readonly neverReleased: readonly string[];
}

function put(into: Map<string, Set<string>>, key: string, value: string): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, new Set([value]));
  else known.add(value);
}
