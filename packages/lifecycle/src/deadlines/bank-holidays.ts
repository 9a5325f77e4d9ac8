import { Temporal } from 'temporal-polyfill';
import { easterSunday } from './easter.ts';
import { PROCLAIMED } from './proclaimed-holidays.ts';

const MONDAY = 1;
const FRIDAY = 5;
const DAYS_OF_A_WEEK = 7;

const known = new Map<number, ReadonlySet<string>>();

/** The bank holidays of England and Wales in a year from 1978 on, as `2026-12-25`, substitute days in place of weekends. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const found = known.get(year) ?? holidaysOf(year);
  known.set(year, found);
  return found;
}

function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const { added = [], moved = [] } = PROCLAIMED[year] ?? {};
  const days = [
    ...onWeekdays([dayOf(year, 1, 1)]),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstMonday(dayOf(year, 5, 1)),
    lastMonday(dayOf(year, 5, 31)),
    lastMonday(dayOf(year, 8, 31)),
    ...onWeekdays([dayOf(year, 12, 25), dayOf(year, 12, 26)]),
  ].map(String);
  return new Set([...days.filter((day) => !moved.includes(day)), ...added]);
}

/** Each of the days, or where it is at a weekend the next weekday that is none of the others. */
function onWeekdays(days: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] {
  const kept = days.filter((day) => day.dayOfWeek <= FRIDAY);
  for (const day of days.filter((each) => each.dayOfWeek > FRIDAY)) {
    let substitute = day;
    while (substitute.dayOfWeek > FRIDAY || kept.some((each) => each.equals(substitute)))
      substitute = substitute.add({ days: 1 });
    kept.push(substitute);
  }
  return kept;
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

function firstMonday(first: Temporal.PlainDate): Temporal.PlainDate {
  return first.add({ days: (MONDAY - first.dayOfWeek + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK });
}

function lastMonday(last: Temporal.PlainDate): Temporal.PlainDate {
  return last.subtract({ days: last.dayOfWeek - MONDAY });
}
