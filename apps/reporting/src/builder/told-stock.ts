import type { Measurement } from '@postern/disclosure-control';
import { mayStandFor } from '@postern/disclosure-control';
import type { Month } from '../calendar/month.ts';
import { addMonths } from '../calendar/month.ts';
import type { Period } from '../calendar/period.ts';
import { addPeriods, periodsWithin } from '../calendar/period.ts';
import type { Place } from '../catalogue/place.ts';
import { profileNamed } from '../published/profiles.ts';
import type { EditionLattice } from './edition-lattice.ts';
import { keyFor } from './key-for.ts';

/** How many months a reader is held to lead stocks through. */
const CHAIN = 12;

/** The months that end with a period. */
export function chainOf({ last }: Period): readonly Period[] {
  return periodsWithin('MONTH', firstOfChain(last), last);
}

function firstOfChain(last: Month): Month {
  return addMonths(last, 1 - CHAIN);
}

/**
 * The month whose cell tells of a stock: where nothing came or went, it is told as it was the month before, so that saying it again
 * says nothing new.
 */
export function monthTelling(edition: EditionLattice, month: Period, place: Place): Period {
  const { definition, period, measured, published } = edition;
  if (definition.movement === undefined) return month;
  const { opened, closed, open } = definition.movement;
  const count = (measure: string, at: Period): number =>
    numberOf(measured.at(keyFor(definition, measure, at, place)));
  const profile = profileNamed(definition.profile);
  const first = firstOfChain(period.last);
  let telling = month;
  while (telling.first > first) {
    const before = addPeriods(telling, -1);
    const as = published.get(keyFor(definition, open, before, place));
    const isSame =
      count(opened, telling) === 0 &&
      count(closed, telling) === 0 &&
      count(open, before) === count(open, telling);
    // What was recorded late may have made another number of it.
    if (!isSame || as === undefined || !mayStandFor(as, count(open, month), profile)) break;
    telling = before;
  }
  return telling;
}

function numberOf(measurement: Measurement): number {
  return measurement.kind === 'COUNT' ? measurement.count : 0;
}
