import { GRANT_FIGURES } from './grant-figures.ts';
import { JUSTIFICATION_FIGURES } from './justification-figures.ts';
import type { OwnFigure } from './own-figure.ts';
import { PANEL_FIGURES } from './panel-figures.ts';
import { PRACTICE_FIGURES } from './practice-figures.ts';
import { REPORTING_FIGURES } from './reporting-figures.ts';
import { WATCHING_FIGURES } from './watching-figures.ts';

/** Figures of the service's own, by the names under which a partnership chooses others (`timers` of its setting). */
export const OWN_FIGURES = {
  INFORMATION_REQUEST: {
    says: 'A request for information is answered',
    value: 10,
    unit: 'DAY',
    days: 'WORKING',
    because: 'Two working weeks; what cannot wait goes by telephone.',
  },
  INFORMATION_REQUEST_STATUTORY: {
    says: 'A request under a statutory duty to share is answered',
    value: 5,
    unit: 'DAY',
    days: 'WORKING',
    because: 'Half of the ordinary time: the duty leaves no choice but to share or to say why not.',
  },
  AUDIT_LONGEST: {
    says: 'Access for an audit or a review ends at the latest',
    value: 3,
    unit: 'MONTH',
    days: 'CALENDAR',
    because: 'The agreement names no figure and asks for an end; a quarter is a cycle of audits.',
  },
  INVITATION_VALID: {
    says: 'An invitation to an account is good',
    value: 14,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'Long enough for a holiday; a code that lies about longer is one that is lost.',
  },
  TRAINING_GRACE: {
    says: 'Training that ran out still counts',
    value: 0,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'The agreement lets nobody in without it; a partnership may bridge a few days.',
  },
  TRAINING_WARNING: {
    says: 'Training that runs out is warned of',
    value: 30,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'Modules are done in an hour and planned in a month.',
  },
  DORMANCY_WARNING: {
    says: 'An account without an open episode is warned that it will be disabled',
    value: 11,
    unit: 'MONTH',
    days: 'CALENDAR',
    because: 'A month before it is disabled.',
  },
  ROLE_REVIEW: {
    says: 'A role that somebody holds comes up for review',
    value: 12,
    unit: 'MONTH',
    days: 'CALENDAR',
    because: 'Once a year, as data is cleansed.',
  },
  ROLE_LAPSE: {
    says: 'A role that nobody confirms counts no longer',
    value: 30,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'A month to answer in, after it came up for review.',
  },
  ...GRANT_FIGURES,
  ...REPORTING_FIGURES,
  ...JUSTIFICATION_FIGURES,
  ...WATCHING_FIGURES,
  ...PRACTICE_FIGURES,
  ...PANEL_FIGURES,
} as const satisfies Readonly<Record<string, OwnFigure>>;

export type OwnFigureName = keyof typeof OWN_FIGURES;
