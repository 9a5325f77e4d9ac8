import type { Line } from './problem.ts';

/** Lists of numbered members with their signs, laid end to end: those of `i` are from `starts[i]` up to `starts[i + 1]`. */
export interface Incidence {
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly signs: Int8Array;
}

/** The same lists in arrays of one kind each, which searches go through millions of times. */
export function incidenceOf(lists: readonly Line[]): Incidence {
  const starts = new Int32Array(lists.length + 1);
  for (const [place, { cells }] of lists.entries())
    starts[place + 1] = (starts[place] ?? 0) + cells.length;
  return {
    starts,
    members: Int32Array.from(lists.flatMap(({ cells }) => cells)),
    signs: Int8Array.from(lists.flatMap(({ signs }) => signs)),
  };
}
