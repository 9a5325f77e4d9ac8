import type { Temporal } from 'temporal-polyfill';
import { endOf, localDay } from './local-time.ts';
import type { Period } from './period.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { ORDINARY } from './working-calendar.ts';
import { onWorkingDay, workingDaysAfter } from './working-days.ts';

const MILLISECONDS_OF_AN_HOUR = 3_600_000;

/**
 * The instant from which a period is over. Hours run by the clock, through nights, weekends and changes of summer time. Days,
 * months and years are London's: the day on which it starts does not count, and it is over when the last day ends there.
 * Months and years end on the day of the same number, or on the last of a month that has none such. Where working days
 * count, it ends with one. @throws RangeError for a value that is no whole number, or negative
 */
export function deadlineAfter(
  start: Date,
  period: Period,
  calendar: WorkingCalendar = ORDINARY,
): Date {
  const { value, unit } = period;
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a period that is no count');
  if (unit === 'HOUR') return new Date(start.getTime() + value * MILLISECONDS_OF_AN_HOUR);
  return endOf(lastDay(localDay(start), period, calendar));
}

function lastDay(
  start: Temporal.PlainDate,
  { value, unit, days }: Period,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  if (unit === 'DAY' && days === 'WORKING') return workingDaysAfter(start, value, calendar);
  const day = start.add(durationOf(unit, value));
  return days === 'WORKING' ? onWorkingDay(day, calendar) : day;
}

function durationOf(unit: Period['unit'], value: number): Temporal.DurationLike {
  if (unit === 'YEAR') return { years: value };
  return unit === 'MONTH' ? { months: value } : { days: value };
}
