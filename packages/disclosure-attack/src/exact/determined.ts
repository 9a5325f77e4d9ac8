import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Fraction } from './fraction.ts';
import { divide, fraction, isZero, multiply, subtract, ZERO } from './fraction.ts';

/** One equation: what multiplies each unknown, and what it comes to. */
interface Equation {
  readonly terms: Map<number, Fraction>;
  constant: Fraction;
}

/**
 * The unknowns that the equations alone determine, and to what: exact row reduction over fractions, without any use of
 * bounds. Relations that hold only within an interval take no part.
 */
export function determinedBy({ unknowns, relations }: Knowledge): ReadonlyMap<string, Fraction> {
  const index = new Map(unknowns.map(({ key }, at) => [key, at]));
  const known = new Map(
    unknowns.flatMap(({ low, high }, at) => (low === high ? [[at, low] as const] : [])),
  );
  const pivots = new Map<number, Equation>();
  for (const { terms, low, high } of relations) {
    if (low !== high) continue;
    const equation: Equation = { terms: new Map(), constant: fraction(BigInt(low)) };
    for (const { key, times } of terms) {
      const at = index.get(key);
      if (at === undefined) throw new RangeError('A relation names an unknown that is none.');
      const value = known.get(at);
      if (value === undefined) add(equation, at, fraction(BigInt(times)));
      else equation.constant = subtract(equation.constant, fraction(BigInt(times) * BigInt(value)));
    }
    place(equation, pivots);
  }
  const found = new Map<string, Fraction>();
  for (const [pivot, { terms, constant }] of pivots) {
    const unknown = unknowns[pivot];
    if (terms.size === 1 && unknown !== undefined) found.set(unknown.key, constant);
  }
  return found;
}

/** Brings an equation into the reduced form, and the others into the form that it allows. */
function place(equation: Equation, pivots: Map<number, Equation>): void {
  for (const at of [...equation.terms.keys()]) {
    const pivot = pivots.get(at);
    if (pivot !== undefined) eliminate(equation, at, pivot);
  }
  const [first] = equation.terms;
  if (first === undefined) return;
  const [at, by] = first;
  for (const [key, times] of equation.terms) equation.terms.set(key, divide(times, by));
  equation.constant = divide(equation.constant, by);
  for (const other of pivots.values()) eliminate(other, at, equation);
  pivots.set(at, equation);
}

function eliminate(from: Equation, at: number, pivot: Equation): void {
  const times = from.terms.get(at);
  if (times === undefined) return;
  for (const [key, value] of pivot.terms) add(from, key, subtract(ZERO, multiply(times, value)));
  from.constant = subtract(from.constant, multiply(times, pivot.constant));
}

function add({ terms }: Equation, at: number, value: Fraction): void {
  const sum = subtract(value, subtract(ZERO, terms.get(at) ?? ZERO));
  if (isZero(sum)) terms.delete(at);
  else terms.set(at, sum);
}
