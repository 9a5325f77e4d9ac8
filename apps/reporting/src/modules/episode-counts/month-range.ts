import type { ClientFacts } from '@postern/errors';
import { Refusal } from '@postern/errors';
import type { Month } from './month.ts';
import { addMonths, isMonth } from './month.ts';
import type { PublishedSpan } from './published-cells.ts';

/** The most months one answer holds. */
const MOST_MONTHS = 120;

/** Reads an argument of type `Month`; absent is null. Throws Refusal ARGUMENT_INVALID for anything but YYYY-MM. */
export function monthArgument(argument: 'from' | 'to', value: unknown): Month | null {
  if (value === null || value === undefined) return null;
  if (!isMonth(value)) throw new Refusal('ARGUMENT_INVALID', { argument, expected: 'YYYY-MM' });
  return value;
}

/** Months asked for, both included. */
export interface MonthRange {
  readonly from: Month;
  readonly to: Month;
}

/**
 * The range an answer covers: as asked, and where nothing is asked, what is published. Null when neither says.
 * Throws Refusal ARGUMENT_INVALID for a range that ends before it begins or is longer than 120 months.
 */
export function rangeOf(
  asked: { readonly from: Month | null; readonly to: Month | null },
  published: PublishedSpan | null,
): MonthRange | null {
  const to = asked.to ?? latest(published?.last ?? null, asked.from);
  if (to === null) return null;
  const earliest = addMonths(to, 1 - MOST_MONTHS);
  const from = asked.from ?? startWithin(earliest, to, published);
  if (from > to) throw invalid({ expected: 'no later than "to"' });
  if (from < earliest) throw invalid({ mostMonths: MOST_MONTHS });
  return { from, to };
}

function latest(a: Month | null, b: Month | null): Month | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function startWithin(earliest: Month, to: Month, published: PublishedSpan | null): Month {
  if (published === null || published.first > to) return to;
  return published.first < earliest ? earliest : published.first;
}

function invalid(facts: ClientFacts): Refusal {
  return new Refusal('ARGUMENT_INVALID', { argument: 'from', ...facts });
}
