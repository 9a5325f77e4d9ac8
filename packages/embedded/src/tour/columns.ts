import { wrap } from './wrap.ts';

/** A piece of text in a column, painted after it is padded. */
export interface Piece {
  readonly text: string;
  paint(text: string): string;
}

const GAP = '  ';

/** Sets pieces side by side, each broken to the width of its column. */
export function sideBySide(pieces: readonly Piece[], widths: readonly number[]): readonly string[] {
  const columns = pieces.map(({ text }, index) => wrap(text, widths[index] ?? 0));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    pieces
      .map((piece, index) => piece.paint((columns[index]?.[row] ?? '').padEnd(widths[index] ?? 0)))
      .join(GAP)
      .trimEnd(),
  );
}

/** Widths that fill the terminal: a column with a need of its own gets that, the others (null) share the rest. */
export function shareWidth(
  total: number,
  label: number,
  needs: readonly (number | null)[],
): readonly number[] {
  const taken = needs.reduce<number>((sum, need) => sum + (need ?? 0), label);
  const sharing = needs.filter((need) => need === null).length;
  const share = Math.floor((total - taken - GAP.length * needs.length) / Math.max(1, sharing));
  return [label, ...needs.map((need) => need ?? share)];
}
