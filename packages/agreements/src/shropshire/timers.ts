import type { Timer } from '../terms/timer.ts';
import { timer } from '../terms/timer.ts';

const WORKING = { unit: 'DAY', days: 'WORKING' } as const;

/** Every figure of the agreement. */
export const SHROPSHIRE_TIMERS: readonly Timer[] = [
  timer('FAMILY_REMOVAL', 'A partner’s access ends at the family’s request', 'SHR-8.2.1i', {
    value: 48,
    unit: 'HOUR',
    startsAt: 'the host team is told',
  }),
  timer('SUPPORT_ENDED', 'Access ends when a partner’s support does', 'SHR-8.2.1h', {
    value: null,
    unit: 'HOUR',
    startsAt: 'the partner’s notice',
  }),
  timer('CHANGED_CIRCUMSTANCES', 'Changed circumstances are recorded', 'SHR-4.4b', {
    value: 2,
    ...WORKING,
    startsAt: 'the change is known',
  }),
  timer('ERROR_REPORT', 'An error that one cannot edit is reported', 'SHR-4.5', {
    value: 2,
    ...WORKING,
    startsAt: 'it is found',
  }),
  timer(
    'BREACH_OWN_OFFICER',
    'A breach is told to one’s own data protection officer',
    'SHR-11.3.2',
    {
      value: 24,
      unit: 'HOUR',
      startsAt: 'the incident',
    },
  ),
  timer(
    'BREACH_HOST_OFFICER',
    'A breach is told to the host’s data protection officer',
    'SHR-11.3.3',
    {
      value: 24,
      unit: 'HOUR',
      startsAt: 'the incident',
    },
  ),
  timer('BREACH_COMMISSIONER', 'A serious breach is told to the Commissioner', 'SHR-11.3.4', {
    value: 72,
    unit: 'HOUR',
    startsAt: 'one becomes aware of it',
    fixed: true,
  }),
  timer('ORIGINATOR_CONSULTATION', 'Whoever supplied data asked for is consulted', 'SHR-10.1.3', {
    value: 5,
    unit: 'DAY',
    startsAt: 'the request is received',
  }),
  timer('DORMANT_ACCOUNT', 'An account without an open episode is disabled', 'SHR-8.3.7e', {
    value: 12,
    unit: 'MONTH',
    startsAt: 'the last open episode ends',
  }),
  timer('AUDIT_ACCESS', 'An auditor’s access ends when the audit completes', 'SHR-6b', {
    value: null,
    unit: 'MONTH',
    startsAt: 'access is given',
  }),
  timer('CHILD_CO_SIGNS', 'A competent child who is supported directly signs, too', 'SHR-3.4.3c', {
    value: 13,
    unit: 'YEARS_OF_AGE',
  }),
  timer('NOTICE_OF_LEAVING', 'Written notice ends a party’s part', 'SHR-13', {
    value: 1,
    unit: 'MONTH',
    startsAt: 'the notice',
    fixed: true,
  }),
  timer('REVIEW_CYCLE', 'The agreement is reviewed', 'SHR-0-rev', { value: 3, unit: 'YEAR' }),
  timer('REPORTS_MONTHLY', 'Reports are made each month or each quarter', 'SHR-8.2.2f', {
    value: 12,
    unit: 'TIMES_A_YEAR',
  }),
  timer('TEAM_SHARING', 'The team around the family shares up to daily', 'SHR-8.2.2f', {
    value: 365,
    unit: 'TIMES_A_YEAR',
  }),
  timer('ADVICE_SHARING', 'Consultation, panel and front door share as needed', 'SHR-8.2.2f', {
    value: null,
    unit: 'TIMES_A_YEAR',
  }),
  timer('STRATEGIC_SHARING', 'Strategic work shares for each task', 'SHR-8.2.2f', {
    value: null,
    unit: 'TIMES_A_YEAR',
  }),
  timer('DATA_CLEANSE', 'Data is cleansed', 'SHR-8.3.8e', { value: 1, unit: 'TIMES_A_YEAR' }),
  timer('LIABILITY_CAP', 'Liability is capped', 'SHR-9.2–9.5', {
    value: 50_000,
    unit: 'POUND',
    startsAt: 'the loss',
    fixed: true,
  }),
  timer('LIABILITY_PERIOD', 'The cap looks back', 'SHR-9.2–9.5', {
    value: 6,
    unit: 'MONTH',
    startsAt: 'the loss',
    fixed: true,
  }),
  timer('TEAM_FROM_LEVEL', 'A team can be recommended from this level of need', 'SHR-3.6.2a', {
    value: 2,
    unit: 'LEVEL_OF_NEED',
  }),
  timer('TEAM_TO_LEVEL', 'A team can be recommended up to this level of need', 'SHR-3.6.2a', {
    value: 3,
    unit: 'LEVEL_OF_NEED',
  }),
];
