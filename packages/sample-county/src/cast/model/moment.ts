/** Whole days from the moment of loading; negative is the past. */
export type Days = number;

/** Turns days from one moment into the dates and instants of rows. */
export interface Moment {
  /** ISO 8601 date. */
  date(days: Days): string;
  /** ISO 8601 instant. */
  instant(days: Days): string;
  /** Date of birth of somebody who became this old 100 days ago. */
  birthday(years: number): string;
}

const DAY = 86_400_000;

/** Anchors every date of the cast, so that its cases hold whenever it is loaded. */
export function momentOf(now: Date): Moment {
  const at = (days: Days): Date => new Date(now.getTime() + days * DAY);
  const date = (days: Days): string => at(days).toISOString().slice(0, 10);
  return {
    date,
    instant: (days) => at(days).toISOString(),
    birthday: (years) => {
      const born = at(-100);
      born.setUTCFullYear(born.getUTCFullYear() - years);
      return born.toISOString().slice(0, 10);
    },
  };
}
