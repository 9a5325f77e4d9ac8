import type { ProtectedCell } from '@postern/disclosure-control';
import { NOT_APPLICABLE, SUPPRESSED } from '@postern/disclosure-control';
import type { Measure } from '../catalogue/indicator.ts';

const TENTHS = 10;

/** A percentage of two protected counts, to one decimal; where either is hidden, so is it. */
export function percentage(of: ProtectedCell, from: ProtectedCell): ProtectedCell {
  if (from.kind === 'VALUE' && from.value === 0) return NOT_APPLICABLE;
  if (from.kind !== 'VALUE') return from;
  return scaled(of, 100 / from.value);
}

/** A protected count for each 10,000 of a population; not applicable where nobody's population is known. */
export function rate(of: ProtectedCell, population: number | null): ProtectedCell {
  return population === null ? NOT_APPLICABLE : scaled(of, 10_000 / population);
}

/** An amount of what is counted in a protected cell: given only where the count is, and not applicable where that is nobody. */
export function amountOf(of: ProtectedCell, amount: number | null): ProtectedCell {
  if (of.kind !== 'VALUE') return of;
  if (of.value === 0) return NOT_APPLICABLE;
  return amount === null ? SUPPRESSED : { kind: 'VALUE', value: amount };
}

function scaled(of: ProtectedCell, factor: number): ProtectedCell {
  if (of.kind !== 'VALUE') return of;
  return { kind: 'VALUE', value: Math.round(of.value * factor * TENTHS) / TENTHS };
}

/** What a derived measure is made of at one place. */
export interface Parts {
  /** The protected cell of a count at the place. */
  count(measure: string): ProtectedCell;
  readonly population: number | null;
  /** Of what a count counted, as measured. */
  amount(kind: 'MEDIAN' | 'MEAN', measure: string): number | null;
}

/** A measure of protected parts only. */
export function derive(measure: Exclude<Measure, { kind: 'COUNT' }>, parts: Parts): ProtectedCell {
  const of = parts.count(measure.of);
  switch (measure.kind) {
    case 'PERCENTAGE':
      return percentage(of, parts.count(measure.from));
    case 'RATE_PER_10000':
      return rate(of, parts.population);
    case 'MEDIAN':
    case 'MEAN':
      return amountOf(of, parts.amount(measure.kind, measure.of));
  }
}
