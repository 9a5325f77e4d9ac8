import type { OwnFigure } from './own-figure.ts';

/** How tools read protected numbers that nobody signs in for. */
export const REPORTING_FIGURES = {
  REPORTING_KEY_LONGEST: {
    says: 'A key or service for reporting tools ends at the latest',
    value: 90,
    unit: 'DAY',
    days: 'CALENDAR',
    because:
      'A key travels in addresses and lies in files; a quarter bounds what one that was lost opens.',
  },
  REPORTING_KEY_OVERLAP: {
    says: 'A key that was replaced still opens for',
    value: 7,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'A week reaches every report that is refreshed daily or weekly.',
  },
  REPORTING_CREDENTIALS_MOST: {
    says: 'Keys and services that one analyst may answer for at a time',
    value: 10,
    unit: 'COUNT',
    days: null,
    because: 'One for each tool; what nobody can count nobody looks after.',
  },
} as const satisfies Readonly<Record<string, OwnFigure>>;
