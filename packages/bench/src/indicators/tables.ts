import type { Lattice } from '@postern/disclosure-control';
import { DFE_10, NHS_7_5, OFQUAL_5, protectLattice, TEN_FIVE } from '@postern/disclosure-control';
import { median, rounded } from '../caseload/measuring/statistics.ts';

const TABLES = 20;

/** Of tables of one kind, in milliseconds. */
export interface TableFigures {
  readonly profile: string;
  readonly smallOfTen: number;
  readonly tables: number;
  readonly median: number;
  readonly slowest: number;
  /** Cells inside that are published, in per cent. */
  readonly published: number;
}

/** Protects random tables of so many rows and columns under each profile, with few and with many small counts. */
export function protectTables({ rows, seed }: { readonly rows: number; readonly seed: number }) {
  return [NHS_7_5, TEN_FIVE, DFE_10, OFQUAL_5].flatMap((profile) =>
    [1, 5].map((smallOfTen): TableFigures => {
      const draw = drawing(seed);
      const times: number[] = [];
      let hidden = 0;
      for (let table = 0; table < TABLES; table += 1) {
        const lattice = tableOf(rows, () =>
          draw(10) < smallOfTen ? draw(profile.suppressUpTo + 1) : 10 + draw(90),
        );
        const started = performance.now();
        const found = protectLattice(lattice, profile);
        times.push(performance.now() - started);
        for (const { key, isTotal } of lattice.cells)
          if (!isTotal && found.get(key)?.kind === 'SUPPRESSED') hidden += 1;
      }
      return {
        profile: profile.name,
        smallOfTen,
        tables: TABLES,
        median: rounded(median(times), 0),
        slowest: rounded(Math.max(...times), 0),
        published: rounded(100 - (100 * hidden) / (TABLES * rows * rows), 1),
      };
    }),
  );
}

function tableOf(size: number, count: () => number): Lattice {
  const counts = Array.from({ length: size }, () => Array.from({ length: size }, count));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const cell = (key: string, of: number, isTotal: boolean) => ({
    key,
    measured: { kind: 'COUNT' as const, count: of },
    isTotal,
    standing: { kind: 'NEW' as const },
  });
  const lines = counts.map((_, line) => line);
  return {
    cells: [
      ...counts.flatMap((row, r) => row.map((of, c) => cell(`${r}/${c}`, of, false))),
      ...lines.map((r) => cell(`${r}/ALL`, sum(counts[r] ?? []), true)),
      ...lines.map((c) => cell(`ALL/${c}`, sum(counts.map((row) => row[c] ?? 0)), true)),
      cell('ALL/ALL', sum(counts.map(sum)), true),
    ],
    balances: [...lines, 'ALL'].flatMap((line) => [
      { plus: [`${line}/ALL`], minus: lines.map((c) => `${line}/${c}`) },
      { plus: [`ALL/${line}`], minus: lines.map((r) => `${r}/${line}`) },
    ]),
  };
}

/** Whole numbers below a bound, the same for a seed (mulberry32). */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
