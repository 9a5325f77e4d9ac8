import type { Line } from './problem.ts';
import { at, membershipsIn } from './problem.ts';

/** A prime whose products are whole numbers still. */
const PRIME = 67_108_859;

/**
 * Lines from which all others follow; those whose cells are in many lines are the first to be left out. Reckoned modulo a prime: what
 * is found with these lines has to be checked against all of them.
 */
export function independentLines(lines: readonly Line[], count: number): readonly Line[] {
  const memberships = membershipsIn(lines, count).map(({ cells }) => cells.length);
  const crowd = ({ cells }: Line) =>
    cells.reduce((sum, cell) => sum + at(memberships, cell), 0) / Math.max(1, cells.length);
  const reduced = new Map<number, ReadonlyMap<number, number>>();
  const ordered = lines.map((line) => ({ line, crowd: crowd(line) }));
  return ordered
    .toSorted((a, b) => a.crowd - b.crowd)
    .map(({ line }) => line)
    .filter((line) => {
      const rest = reduce(line, reduced);
      const pivot = rest.keys().next().value;
      if (pivot === undefined) return false;
      reduced.set(pivot, scaled(rest, inverse(rest.get(pivot) ?? 0)));
      return true;
    });
}

/** What is left of a line after what follows from the reduced ones is taken away; empty where all of it does. */
function reduce(
  { cells, signs }: Line,
  reduced: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Map<number, number> {
  const rest = new Map(cells.map((cell, place) => [cell, modulo(at(signs, place))]));
  for (;;) {
    const pivot = [...rest.keys()].find((cell) => reduced.has(cell));
    if (pivot === undefined) return rest;
    const factor = rest.get(pivot) ?? 0;
    for (const [cell, value] of reduced.get(pivot) ?? []) {
      const left = modulo((rest.get(cell) ?? 0) - modulo(factor * value));
      if (left === 0) rest.delete(cell);
      else rest.set(cell, left);
    }
  }
}

function scaled(row: ReadonlyMap<number, number>, factor: number): ReadonlyMap<number, number> {
  return new Map([...row].map(([cell, value]) => [cell, modulo(value * factor)]));
}

function modulo(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME;
}

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
}
