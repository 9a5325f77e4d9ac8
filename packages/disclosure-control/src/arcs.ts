import { independentLines } from './independent-lines.ts';
import type { Arcs } from './network-search.ts';
import type { Line, Problem } from './problem.ts';
import { at, membershipsIn } from './problem.ts';

/** The network of a problem, with balances that follow from others left out where only that makes it one; null where it is none. */
export function networkOf({ cells, lines }: Problem): Arcs | null {
  return arcsOf(cells.length, lines) ?? arcsOf(cells.length, independentLines(lines, cells.length));
}

/**
 * Every cell must be in two balances at most, and sides of the balances be exchanged so that it stands on different
 * ones. What is in one balance only leads to a common outside.
 */
function arcsOf(count: number, lines: readonly Line[]): Arcs | null {
  const linesOf = membershipsIn(lines, count);
  if (linesOf.some(({ cells }) => cells.length > 2)) return null;
  const turned = sidesExchanged(linesOf, lines);
  if (turned === null) return null;
  const outside = lines.length;
  const from = linesOf.map(() => outside);
  const to = linesOf.map(() => outside);
  for (const [cell, { cells: of, signs }] of linesOf.entries()) {
    for (const [place, line] of of.entries()) {
      const end = at(signs, place) * at(turned, line) > 0 ? to : from;
      end[cell] = line;
    }
  }
  return { nodes: lines.length + 1, from, to };
}

/** For each line 1 or −1, so that all cells of two lines enter one and leave the other; null where that cannot be. */
function sidesExchanged(
  linesOf: readonly Line[],
  lines: readonly Line[],
): readonly number[] | null {
  const turned = lines.map(() => 0);
  for (const first of lines.keys()) {
    if (turned[first] !== 0) continue;
    turned[first] = 1;
    const waiting = [first];
    for (const line of waiting) {
      for (const cell of lines[line]?.cells ?? []) {
        const [one, two] = linesOf[cell]?.cells ?? [];
        if (one === undefined || two === undefined) continue;
        const [signOne, signTwo] = linesOf[cell]?.signs ?? [];
        const other = one === line ? two : one;
        const side = -at(turned, line) * (signOne === signTwo ? 1 : -1);
        if (turned[other] === 0) {
          turned[other] = side;
          waiting.push(other);
        } else if (turned[other] !== side) return null;
      }
    }
  }
  return turned;
}
