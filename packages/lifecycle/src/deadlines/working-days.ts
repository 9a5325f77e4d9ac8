import type { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.ts';
import { localDay, localTime, startOf } from './local-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { ORDINARY } from './working-calendar.ts';

const FRIDAY = 5;
const FIRST_HOUR = 8;
const LAST_HOUR = 18;

/** Whether people work on the day that it is in London: no weekend, no bank holiday. */
export function isWorkingDay(at: Date, calendar: WorkingCalendar = ORDINARY): boolean {
  return works(localDay(at), calendar);
}

/** The instant at which the next working day after the present one begins in London. */
export function startOfNextWorkingDay(at: Date, calendar: WorkingCalendar = ORDINARY): Date {
  return startOf(onWorkingDay(localDay(at).add({ days: 1 }), calendar));
}

/** Whether it is a working day between eight and eighteen o'clock in London; for the report of use out of hours. */
export function isWithinWorkingHours(at: Date, calendar: WorkingCalendar = ORDINARY): boolean {
  const { hour } = localTime(at);
  return works(localDay(at), calendar) && hour >= FIRST_HOUR && hour < LAST_HOUR;
}

/** The day itself, or where nobody works on it the next on which they do. */
export function onWorkingDay(
  day: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let found = day;
  while (!works(found, calendar)) found = found.add({ days: 1 });
  return found;
}

/** The day so many working days after another, which does not count itself. */
export function workingDaysAfter(
  start: Temporal.PlainDate,
  value: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let day = start;
  for (let counted = 0; counted < value; counted += 1)
    day = onWorkingDay(day.add({ days: 1 }), calendar);
  return onWorkingDay(day, calendar);
}

function works(day: Temporal.PlainDate, { extra, not }: WorkingCalendar): boolean {
  const name = day.toString();
  if (day.dayOfWeek > FRIDAY || extra.includes(name)) return false;
  return !bankHolidays(day.year).has(name) || not.includes(name);
}
