import type { Grain } from './grain.ts';
import type { Month } from './month.ts';
import { addMonths, lastClosedMonth } from './month.ts';

/** A month, a quarter (from April, July, October or January) or a year (from April). */
export interface Period {
  readonly grain: Grain;
  readonly first: Month;
  readonly last: Month;
}

const MONTHS: Readonly<Record<Grain, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The period of a grain that a month lies in. */
export function periodOf(grain: Grain, month: Month): Period {
  const length = MONTHS[grain];
  const sinceApril = (Number(month.slice(5)) + 8) % 12;
  return startingAt(grain, addMonths(month, -(sinceApril % length)));
}

/** Every period of a grain that lies in the months from one to another, both included. */
export function periodsWithin(grain: Grain, from: Month, to: Month): readonly Period[] {
  const periods: Period[] = [];
  const around = periodOf(grain, from);
  for (
    let period = around.first < from ? nextPeriod(around) : around;
    period.last <= to;
    period = nextPeriod(period)
  )
    periods.push(period);
  return periods;
}

/** The next period of the same grain. */
export function nextPeriod({ grain, last }: Period): Period {
  return startingAt(grain, addMonths(last, 1));
}

/** The period so many periods later, or earlier where negative. */
export function addPeriods({ grain, first }: Period, count: number): Period {
  return startingAt(grain, addMonths(first, count * MONTHS[grain]));
}

/** The last period of a grain that has ended, by the calendar of the United Kingdom. */
export function lastClosed(grain: Grain, now: Date): Period {
  const month = lastClosedMonth(now);
  const period = periodOf(grain, month);
  return period.last <= month ? period : addPeriods(period, -1);
}

/** The periods that a quarter or a year is made of: months of a quarter, quarters of a year; a month has none. */
export function partsOf({ grain, first, last }: Period): readonly Period[] {
  if (grain === 'MONTH') return [];
  return periodsWithin(grain === 'YEAR' ? 'QUARTER' : 'MONTH', first, last);
}

/** The day a period begins on, as PostgreSQL's `date` has it. */
export function startOf({ first }: Period): string {
  return `${first}-01`;
}

/** The day a period ends on. */
export function endOf({ last }: Period): string {
  const day = new Date(`${addMonths(last, 1)}-01T00:00:00Z`);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
}

function startingAt(grain: Grain, first: Month): Period {
  return { grain, first, last: addMonths(first, MONTHS[grain] - 1) };
}
