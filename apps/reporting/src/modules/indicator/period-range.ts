import type { ClientFacts } from '@postern/errors';
import { Refusal } from '@postern/errors';
import type { Grain } from '../../calendar/grain.ts';
import type { Month } from '../../calendar/month.ts';
import { isMonth } from '../../calendar/month.ts';
import type { Period } from '../../calendar/period.ts';
import { addPeriods, periodOf, periodsWithin } from '../../calendar/period.ts';

/** The most periods one answer holds. */
const MOST_PERIODS = 120;

/** Reads an argument of type `Month`; absent is null. @throws Refusal ARGUMENT_INVALID for anything but YYYY-MM */
export function monthArgument(argument: 'from' | 'to', value: unknown): Month | null {
  if (value === null || value === undefined) return null;
  if (!isMonth(value)) throw new Refusal('ARGUMENT_INVALID', { argument, expected: 'YYYY-MM' });
  return value;
}

/** What is out of a grain, from its first period to its last. */
export interface PublishedSpan {
  readonly first: Period;
  readonly last: Period;
}

/**
 * The periods an answer covers: those that the months asked for lie in, and where nothing is asked, what is published.
 * @throws Refusal ARGUMENT_INVALID for a range that ends before it begins or is longer than 120 periods
 */
export function periodsOf(
  grain: Grain,
  asked: { readonly from: Month | null; readonly to: Month | null },
  published: PublishedSpan | null,
): readonly Period[] {
  const from = asked.from === null ? null : periodOf(grain, asked.from);
  const to = asked.to === null ? latest(published?.last ?? null, from) : periodOf(grain, asked.to);
  if (to === null) return [];
  const earliest = addPeriods(to, 1 - MOST_PERIODS);
  const start = from ?? startWithin(earliest, to, published);
  if (start.first > to.first) throw invalid({ expected: 'no later than "to"' });
  if (start.first < earliest.first) throw invalid({ mostPeriods: MOST_PERIODS });
  return periodsWithin(grain, start.first, to.last);
}

function latest(a: Period | null, b: Period | null): Period | null {
  if (a === null || b === null) return a ?? b;
  return a.first > b.first ? a : b;
}

function startWithin(earliest: Period, to: Period, published: PublishedSpan | null): Period {
  if (published === null || published.first.first > to.first) return to;
  return published.first.first < earliest.first ? earliest : published.first;
}

function invalid(facts: ClientFacts): Refusal {
  return new Refusal('ARGUMENT_INVALID', { argument: 'from', ...facts });
}
