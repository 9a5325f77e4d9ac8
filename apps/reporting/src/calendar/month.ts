/** A calendar month as `YYYY-MM`; months compare as their texts do. */
export type Month = string;

const MONTH = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/;

export function isMonth(value: unknown): value is Month {
  return typeof value === 'string' && MONTH.test(value);
}

/** The month so many months later, or earlier where negative. */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The month a `date` falls in. */
export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

const IN_ENGLAND = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The last month that has ended, by the calendar of the United Kingdom. */
export function lastClosedMonth(now: Date): Month {
  return addMonths(monthOf(IN_ENGLAND.format(now)), -1);
}
