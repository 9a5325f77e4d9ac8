import type { OwnFigure } from './own-figure.ts';

const CALENDAR = { unit: 'DAY', days: 'CALENDAR' } as const;
const WORKING = { unit: 'DAY', days: 'WORKING' } as const;
const MONTHS = { unit: 'MONTH', days: 'CALENDAR' } as const;
const HOURS = { unit: 'HOUR', days: null } as const;

/** How long access lasts, when somebody has to look at it again, and how soon people are answered. */
export const GRANT_FIGURES = {
  GRANT_LONGEST: {
    says: 'The longest that access is given for',
    because:
      'No agreement has a figure; councils with such systems give six months and then ask again.',
    value: 6,
    ...MONTHS,
  },
  GRANT_LONGEST_FOR_TASK: {
    says: 'The longest that access is given for one task',
    because: 'No agreement has a figure; two weeks are usual for one piece of work.',
    value: 14,
    ...CALENDAR,
  },
  GRANT_ENDING_WARNING: {
    says: 'How long before its end somebody is told that access ends',
    because: 'Two weeks leave time to ask again before a family is left without its worker.',
    value: 14,
    ...CALENDAR,
  },
  GRANT_REVIEW: {
    says: 'How often somebody confirms that access is still needed',
    because: 'Access that nobody looks at outlives the work it was given for.',
    value: 6,
    ...MONTHS,
  },
  GRANT_REVIEW_WARNING: {
    says: 'How long before access lapses its confirmation is asked for',
    because: 'Two weeks cover an ordinary holiday.',
    value: 14,
    ...CALENDAR,
  },
  ACCESS_REQUEST_WINDOW: {
    says: 'After how long whoever asked for access hears the outcome',
    because: 'The time of an answer tells nothing where every answer takes the same.',
    value: 2,
    ...WORKING,
  },
  ACCESS_REQUESTS_A_DAY: {
    says: 'How often one account may ask for access within 24 hours',
    because: 'A worker seldom meets more new families in a day; more are a search.',
    value: 20,
    unit: 'COUNT',
    days: null,
  },
  ACCESS_REQUEST_KEPT: {
    says: 'How long a request that nobody decided on is kept with what it tells of a family',
    because: 'After a month whoever asked has to ask again with what they know then.',
    value: 1,
    ...MONTHS,
  },
  OVERRIDE_LONGEST: {
    says: 'The longest that a safeguarding override lasts',
    because: 'It covers a weekend; what is needed longer is granted.',
    value: 72,
    ...HOURS,
  },
  OVERRIDE_USUAL: {
    says: 'How long a safeguarding override lasts where nobody says otherwise',
    because: 'A day is enough to reach somebody who can grant.',
    value: 24,
    ...HOURS,
  },
  OVERRIDES_A_DAY: {
    says: 'How many overrides one account may try within 24 hours',
    because:
      'Whoever mistypes a name at night tries again, and a worker on duty may have several emergencies; more are a search.',
    value: 10,
    unit: 'COUNT',
    days: null,
  },
  OVERRIDE_EXPLANATION: {
    says: 'By when the family is told of an override, or why not is recorded',
    because:
      'As soon as it is safe; the agreement’s own limit for other corrections is two working days.',
    value: 2,
    ...WORKING,
  },
} as const satisfies Readonly<Record<string, OwnFigure>>;
