import { civilDay } from '@postern/policy';
import type { Day } from '@postern/scheduler';

/** SQL: the instant at which a day begins in London, by whose days facts are valid. */
export function startOfDay(day: string): string {
  return `((${day})::timestamp AT TIME ZONE 'Europe/London')`;
}

/** The day that a moment falls on in London; of a deadline at midnight, the last day that counted. */
export function dayOf(moment: Date): Day {
  return civilDay(new Date(new Date(moment).getTime() - 1)) as Day;
}
