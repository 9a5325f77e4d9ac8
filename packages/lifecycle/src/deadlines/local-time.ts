import { Temporal } from 'temporal-polyfill';

/** Every agreement is of partnerships in England, so days begin and end by London's clock. */
const ZONE = 'Europe/London';

/** What the clocks of London show at an instant. */
export function localTime(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
}

/** The day that it is in London at an instant. */
export function localDay(at: Date): Temporal.PlainDate {
  return localTime(at).toPlainDate();
}

/** The instant at which a day begins in London. */
export function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(ZONE).epochMilliseconds);
}

/** The instant at which a day is over in London. */
export function endOf(day: Temporal.PlainDate): Date {
  return startOf(day.add({ days: 1 }));
}
