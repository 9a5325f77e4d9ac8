/** Live from the instant it starts until just before the instant it ends; no end is for ever. */
export function isLive(from: Date, until: Date | null, now: Date): boolean {
  return hasHappened(from, now) && isAhead(until, now);
}

/** At this instant or before it; what has no time has not happened. */
export function hasHappened(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() <= now.getTime();
}

/** After this instant, or never. */
export function isAhead(at: Date | null, now: Date): boolean {
  return at === null || at.getTime() > now.getTime();
}

/** Valid on the whole of its first and of its last day; all three are `YYYY-MM-DD`. */
export function isValidOn(from: string, until: string, today: string): boolean {
  return from <= today && today <= until;
}

/** Valid from the whole of its first day until just before the day it ends, or for ever; all are `YYYY-MM-DD`. */
export function isCurrentOn(from: string, ends: string | null, today: string): boolean {
  return from <= today && (ends === null || ends > today);
}

/** The same day of the year before; of 29 February the last day that February has. */
export function yearBefore(day: string): string {
  const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace(/29$/, '28') : before;
}

/** So many days after a day of the calendar, which has as many of them whatever becomes of the clocks; both are `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const after = new Date(`${day}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + days);
  return after.toISOString().slice(0, 10);
}

const SWEDISH_WRITTEN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The day of an instant in London, `YYYY-MM-DD`, as days are written in Sweden. */
export function londonDay(now: Date): string {
  return SWEDISH_WRITTEN.format(now);
}
