const DAY_MS = 86_400_000;

/** So many days of 24 hours later; a fraction of one, too. */
export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
