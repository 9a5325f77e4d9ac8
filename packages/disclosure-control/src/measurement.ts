import { Fault } from '@postern/errors';

/**
 * What was measured for one cell, before protection: `count` families or persons (never rows of a record), and, where
 * the table knows it, how many agencies contributed to it.
 */
export type Measurement =
  | { readonly kind: 'COUNT'; readonly count: number; readonly contributors?: number }
  | { readonly kind: 'NOT_APPLICABLE' }
  | { readonly kind: 'UNAVAILABLE' };

/** The count of a measurement that has one, else null; refuses what is not a whole number of families. */
export function countOf(measurement: Measurement): number | null {
  if (measurement.kind !== 'COUNT') return null;
  if (!Number.isSafeInteger(measurement.count) || measurement.count < 0) {
    throw new Fault('INTERNAL', { logged: { expected: 'a whole count of zero or more' } });
  }
  return measurement.count;
}
