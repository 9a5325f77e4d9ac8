import type { Agreement } from '../terms/agreement.ts';
import { citing, rolesBy } from '../terms/agreement.ts';
import { timer } from '../terms/timer.ts';

/** Somerset Safeguarding Children Partnership, tier 1 information sharing arrangement. */
export const SOMERSET: Agreement = {
  id: 'SOMERSET_SSCP_TIER_1',
  title: 'Somerset Safeguarding Children Partnership: tier 1 information sharing arrangement',
  kind: 'AGREEMENT',
  versions: [
    { version: '1.1', from: '2021-09-16', reason: 'First draft' },
    { version: '1.2', from: '2021-10-08', reason: 'The business unit’s comments' },
    { version: '1.3', from: '2022-01-11', reason: 'Data protection officers’ comments' },
    { version: '1.4', from: '2022-08-24', reason: 'Signed off by the executive' },
  ],
  until: null,
  parties: [
    { name: 'Somerset County Council', kind: 'COUNCIL', clause: 'SOM-0' },
    { name: 'NHS Somerset Integrated Care Board', kind: 'HEALTH', clause: 'SOM-0' },
    { name: 'Avon and Somerset Constabulary', kind: 'POLICE', clause: 'SOM-0' },
  ],
  purposes: {
    SAFEGUARDING: 'SOM-1.8',
    ...citing('SOM-2.2', 'REVIEW', 'AUDIT', 'ASSURANCE'),
    // The business unit runs access (SOM-8.7).
    ADMINISTRATION: 'SOM-8.7',
    RIGHTS: 'SOM-10.1',
  },
  bases: {
    article6: citing('SOM-6.12/13', 'A6_1_C_LEGAL_OBLIGATION', 'A6_1_E_PUBLIC_TASK'),
    article9: {
      ...citing(
        'SOM-6.14',
        'A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION',
        'A9_2_H_HEALTH_OR_SOCIAL_CARE',
      ),
      A9_2_J_ARCHIVING_RESEARCH_STATISTICS: 'SOM-6.16',
    },
    schedule1: citing('SOM-6.15', '1', '2'),
    gateways: {
      CSPR_REGS_2018_PART3: 'SOM-6.3',
      ...citing(
        'SOM-6.4–6.11',
        'CA2004_S16E',
        'CA2004_S10',
        'CA2004_S11',
        'CHILDCARE2006_PART1',
        'CHILDCARE2006_PART3',
        'LGA2000_S2',
        'HCA2022_S25',
      ),
    },
  },
  items: citing(
    'SOM-6.13.2',
    'Person.id',
    'Person.ageBand',
    'Person.gender',
    'Episode.assessment',
    'Episode.plan',
    'Episode.meetings',
    'Person.safeguardingConcerns',
    'SPECIAL_CATEGORY:HEALTH',
  ),
  roles: {
    ...rolesBy('SOM-8.6', 'SAFEGUARDING_REVIEWER'),
    ...rolesBy('SOM-2.2', 'QA_AUDITOR'),
    ...rolesBy('SOM-6.14.3', 'ANALYST'),
    BUSINESS_UNIT: { clause: 'SOM-8.7', grants: 'SOM-8.7' },
  },
  timers: [
    timer('SOMERSET_ERROR_REPORT', 'An error is notified', 'SOM-7.1', {
      value: null,
      unit: 'HOUR',
      startsAt: 'it is found',
    }),
    timer('SOMERSET_BREACH_PARTIES', 'A breach is told to the other parties', 'SOM-11.4', {
      value: null,
      unit: 'HOUR',
      startsAt: 'one becomes aware of it',
    }),
    timer('SOMERSET_FIRST_REVIEW', 'The arrangement is first reviewed', 'SOM-12a', {
      value: 6,
      unit: 'MONTH',
      startsAt: 'its publication',
    }),
    timer('SOMERSET_REVIEW', 'The arrangement is reviewed after that', 'SOM-12a', {
      value: 1,
      unit: 'TIMES_A_YEAR',
    }),
  ],
  review: {
    clause: 'SOM-12a',
    firstAfter: 6,
    every: 12,
    nextOn: '2023-02-24',
    asks: ['Is it still needed?', 'Does it work as meant?', 'Are its benefits reached?'],
    lapsesWhenMissed: false,
  },
  controllers: [],
  contacts: [
    {
      name: 'Partnership business unit',
      says: 'runs access; is told of breaches',
      clause: 'SOM-11.2',
    },
    { name: 'Information governance teams', says: 'one for each body', clause: 'SOM-11.4' },
  ],
  terms: [
    { name: 'Tier', says: 'sharing itself is described in use cases', clause: 'SOM-0' },
    { name: 'Focus', says: 'systems and process, not the individual', clause: 'SOM-1.5' },
    { name: 'Use', says: 'for its purposes only', clause: 'SOM-5.1' },
    {
      name: 'Standard',
      says: 'read-only, by user name, for approved users and their stage',
      clause: 'SOM-8.6',
    },
    { name: 'Ending', says: 'records are amended and the status made known', clause: 'SOM-12b' },
  ],
  termination: { noticeMonths: null, clause: 'SOM-12b' },
  userAgreement: { version: '2022-08', clause: 'SOM-8.8' },
};
