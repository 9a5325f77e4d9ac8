import { createRequire } from 'node:module';
import type { Highs, Model } from 'highs';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** What came of asking for an extreme. */
export type Extreme =
  | { readonly kind: 'FOUND'; readonly value: number; readonly counts: Float64Array }
  /** Nothing fits what is known: a reader who reckons on would be wrong. */
  | { readonly kind: 'CONTRADICTION' }
  | { readonly kind: 'UNDECIDED' };

/** Seconds for one mixed-integer program; what takes longer is told as undecided, never as safe. */
const LIMIT = 5;
const OPTIMAL = 7;
const INFEASIBLE = 8;

/** The package declares its default export otherwise than Node brings it. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs');

let loading: Promise<Highs> | undefined;

/** Linear and mixed-integer programs over one reader's knowledge (HiGHS); `close` gives its memory back. */
export class Solver {
  readonly #model: Model;
  readonly #size: number;
  #areWhole = false;

  static async over(knowledge: Knowledge): Promise<Solver> {
    loading ??= loadHighs();
    const highs = await loading;
    return new Solver(highs, knowledge);
  }

  private constructor(highs: Highs, { unknowns, relations }: Knowledge) {
    const index = new Map(unknowns.map(({ key }, at) => [key, at]));
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { terms } of relations) {
      const row = new Map<number, number>();
      for (const { key, times } of terms) {
        const at = index.get(key);
        if (at === undefined) throw new RangeError('A relation names an unknown that is none.');
        row.set(at, (row.get(at) ?? 0) + times);
      }
      indices.push(...row.keys());
      values.push(...row.values());
      starts.push(indices.length);
    }
    this.#size = unknowns.length;
    this.#model = highs.createModel({
      numCols: unknowns.length,
      numRows: relations.length,
      colCost: unknowns.map(() => 0),
      colLower: unknowns.map(({ low }) => low),
      colUpper: unknowns.map(({ high }) => high),
      rowLower: relations.map(({ low }) => low),
      rowUpper: relations.map(({ high }) => high),
      matrix: {
        format: 'csr',
        numRows: relations.length,
        numCols: unknowns.length,
        starts,
        indices,
        values,
      },
    });
    this.#model.options.set({ output_flag: false, time_limit: LIMIT, presolve: 'off' });
  }

  /** The most (or, of negative costs, the least) that the weighted sum can be; `whole` counts only. */
  extreme(costs: ReadonlyMap<number, number>, whole: boolean): Extreme {
    this.#count(whole);
    const all = { kind: 'range', from: 0, to: this.#size - 1 } as const;
    const weights = Array.from({ length: this.#size }, (_, at) => -(costs.get(at) ?? 0));
    this.#model.changeColsCost(all, weights);
    // The limit is on all the time of a model, not of one run.
    this.#model.zeroAllClocks();
    const { modelStatus } = this.#model.run();
    if (modelStatus === INFEASIBLE) return { kind: 'CONTRADICTION' };
    if (modelStatus !== OPTIMAL) return { kind: 'UNDECIDED' };
    const counts = this.#model.getSolution().colValue;
    return { kind: 'FOUND', value: -this.#model.getObjectiveValue(), counts };
  }

  close(): void {
    this.#model.dispose();
  }

  #count(whole: boolean): void {
    if (this.#areWhole === whole) return;
    this.#areWhole = whole;
    if (!whole) {
      this.#model.clearIntegrality();
      return;
    }
    const all = { kind: 'range', from: 0, to: this.#size - 1 } as const;
    this.#model.changeColsIntegrality(all, new Int32Array(this.#size).fill(1));
  }
}
