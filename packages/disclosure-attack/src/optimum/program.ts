import { createRequire } from 'node:module';
import type { Highs } from 'highs';

/** The package declares its default export otherwise than Node brings it. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs');

const OPTIMAL = 7;
/** Seconds for one program; what takes longer has no answer. */
const LIMIT = 30;

/** One variable of a program: what it costs, and between what it may be. */
export interface Variable {
  readonly cost: number;
  readonly low: number;
  readonly high: number;
  readonly isWhole: boolean;
}

/** A program of variables and rows that is asked for the least cost. */
export class Program {
  readonly #variables: Variable[] = [];
  readonly #rows: { readonly terms: ReadonlyMap<number, number>; low: number; high: number }[] = [];

  /** Returns the number of the variable. */
  variable(variable: Variable): number {
    return this.#variables.push(variable) - 1;
  }

  /** That the weighted sum is from `low` to `high`. */
  row(terms: ReadonlyMap<number, number>, low: number, high: number): void {
    this.#rows.push({ terms, low, high });
  }

  /** The value of each variable at the least cost; null where none was found in time. */
  async least(): Promise<Float64Array | null> {
    const highs = await loadHighs();
    const variables = this.#variables;
    const rows = this.#rows;
    const starts = [0];
    for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.size);
    const model = highs.createModel({
      numCols: variables.length,
      numRows: rows.length,
      colCost: variables.map(({ cost }) => cost),
      colLower: variables.map(({ low }) => low),
      colUpper: variables.map(({ high }) => high),
      rowLower: rows.map(({ low }) => low),
      rowUpper: rows.map(({ high }) => high),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: variables.length,
        starts,
        indices: rows.flatMap(({ terms }) => [...terms.keys()]),
        values: rows.flatMap(({ terms }) => [...terms.values()]),
      },
    });
    try {
      model.options.set({ output_flag: false, time_limit: LIMIT, mip_rel_gap: 0 });
      const all = { kind: 'range', from: 0, to: variables.length - 1 } as const;
      model.changeColsIntegrality(
        all,
        Int32Array.from(variables, ({ isWhole }) => Number(isWhole)),
      );
      return model.run().modelStatus === OPTIMAL ? model.getSolution().colValue : null;
    } finally {
      model.dispose();
    }
  }
}
