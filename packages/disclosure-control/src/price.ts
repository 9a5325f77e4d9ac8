import type { LatticeCell } from './lattice.ts';
import { countOf } from './measurement.ts';
import type { Problem } from './problem.ts';
import { at, nominalOf } from './problem.ts';
import type { DisclosureProfile } from './profile.ts';

const ZERO = 10;
const TOTAL = 30;
/** Next to nothing: nobody sees it. */
const WORKED_OUT = 0.01;

/**
 * What hiding a cell costs its readers: one for a cell inside, a little more the larger its count; a zero, that most
 * readers would guess, costs more, and a total most. Infinity where it cannot be hidden.
 */
export function costOfHiding(cell: LatticeCell, profile: DisclosureProfile): number {
  return price(cell, nominalOf(countOf(cell.measured) ?? 0, profile));
}

/** The same for each cell of a problem. */
export function pricesOf({ cells, nominal }: Problem): Float64Array {
  return Float64Array.from(cells, (cell, index) => price(cell, at(nominal, index)));
}

function price({ standing, isTotal, isWorkedOut, measured }: LatticeCell, nominal: number): number {
  if (standing.kind !== 'NEW' || countOf(measured) === null) return Number.POSITIVE_INFINITY;
  if (isWorkedOut === true) return WORKED_OUT;
  return (isTotal ? TOTAL : nominal === 0 ? ZERO : 1) + (0.3 * nominal) / (nominal + 50);
}
