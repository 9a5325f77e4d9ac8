import { countOf } from './measurement.ts';
import type { Problem } from './problem.ts';
import { at } from './problem.ts';

const ZERO = 10;
const TOTAL = 30;
/** Next to nothing: nobody sees it. */
const WORKED_OUT = 0.01;

/**
 * What hiding each cell costs its readers, Infinity where it cannot be hidden: one for a cell inside, a little more the
 * larger its count; a zero, that most readers would guess, costs more, and a total most.
 */
export function pricesOf({ cells, nominal }: Problem): Float64Array {
  return Float64Array.from(cells, ({ standing, isTotal, isWorkedOut, measured }, index) => {
    if (standing.kind !== 'NEW' || countOf(measured) === null) return Number.POSITIVE_INFINITY;
    if (isWorkedOut === true) return WORKED_OUT;
    const count = at(nominal, index);
    return (isTotal ? TOTAL : count === 0 ? ZERO : 1) + (0.3 * count) / (count + 50);
  });
}
