import type { Day } from '@postern/scheduler';

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
});

/** The day that a moment falls on in London; of a deadline at midnight, the last day that counted. */
export function dayOf(moment: Date): Day {
  return LONDON.format(new Date(moment).getTime() - 1) as Day;
}
