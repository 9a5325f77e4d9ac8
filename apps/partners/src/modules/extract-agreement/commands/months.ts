import { z } from 'zod';

/** A month, `YYYY-MM`: an extract is of whole months, since of a day one could tell who began then. */
export const month = z.string().regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/, 'a month as YYYY-MM');

export function firstDay(of: string): string {
  return `${of}-01`;
}

export function lastDay(of: string): string {
  const next = new Date(`${of}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  return next.toISOString().slice(0, 10);
}
