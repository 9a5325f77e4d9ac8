import type { Agreement, Party } from '../terms/agreement.ts';
import { citing, rolesBy } from '../terms/agreement.ts';
import { timer } from '../terms/timer.ts';

function named(kind: Party['kind'], ...names: readonly string[]): readonly Party[] {
  return names.map((name) => ({ name, kind, clause: 'STA-0' }));
}

/** Staffordshire Safeguarding Children Board, information sharing agreement. */
export const STAFFORDSHIRE: Agreement = {
  id: 'STAFFORDSHIRE_SSCB_ISA',
  title: 'Staffordshire Safeguarding Children Board: information sharing agreement',
  kind: 'AGREEMENT',
  versions: [
    { version: '1.0', from: '2023-06-20', reason: 'First version' },
    { version: '1.1', from: '2024-01-04', reason: 'Working Together 2023' },
  ],
  until: null,
  parties: [
    ...named('COUNCIL', 'Staffordshire County Council'),
    ...named('POLICE', 'Staffordshire Police'),
    ...named('HEALTH', 'Staffordshire and Stoke-on-Trent Integrated Care Board'),
    ...named(
      'HEALTH',
      'University Hospitals of North Midlands NHS Trust',
      'University Hospitals of Derby and Burton NHS Trust',
      'Midlands Partnership NHS Foundation Trust',
      'North Staffordshire Combined Healthcare NHS Trust',
    ),
    ...named(
      'GOVERNMENT',
      'Probation Service',
      'Cafcass',
      'Youth Offending Service',
      'Werrington Young Offender Institution',
    ),
    { name: 'Schools and colleges', kind: 'SCHOOL', clause: 'STA-1.0' },
    { name: 'Third sector', kind: 'VOLUNTARY', clause: 'STA-1.0' },
  ],
  purposes: {
    SAFEGUARDING: 'STA-3.2',
    REVIEW: 'STA-1.2',
    AUDIT: 'STA-1.2',
    ASSURANCE: 'STA-2.2e',
    RIGHTS: 'STA-8.0a',
  },
  bases: {
    article6: citing('STA-3.1a', 'A6_1_C_LEGAL_OBLIGATION', 'A6_1_E_PUBLIC_TASK'),
    article9: citing('STA-3.1a', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST'),
    schedule1: citing('STA-3.1a', '18'),
    gateways: citing(
      'STA-3.1b',
      'CDA1998_S115',
      'ASBCPA2014',
      'DVCVA2004',
      'CA1989_S47',
      'CA2004_S11',
      'NHSA2006_S82',
      'CSWA2017',
    ),
  },
  items: citing(
    'STA-4.1a',
    'Person.givenName',
    'Person.familyName',
    'Person.dateOfBirth',
    'Person.gender',
    'Person.nhsNumber',
    'Person.ethnicity',
    'Person.religion',
    'Person.disabilities',
    'Person.healthConditions',
    'Person.socialCareStatus',
    'Person.investigations',
    'Person.safeguardingConcerns',
    'Family.address',
    'Family.members',
  ),
  roles: {
    ...rolesBy('STA-1.2', 'SAFEGUARDING_REVIEWER', 'QA_AUDITOR'),
    ...rolesBy('STA-2.2e', 'BOARD_MEMBER', 'ANALYST'),
    ...rolesBy('STA-8.0a', 'INFORMATION_GOVERNANCE_OFFICER', 'DATA_PROTECTION_OFFICER'),
  },
  timers: [
    timer('REVIEW_ONLINE', 'A statutory practice review stays online', 'STA-6.1b', {
      value: 1,
      unit: 'YEAR',
      startsAt: 'it is published',
    }),
    timer('BOARD_FIRST_REVIEW', 'The agreement is first reviewed', 'STA-9.0c', {
      value: 6,
      unit: 'MONTH',
      startsAt: 'the first signature',
    }),
    timer('BOARD_REVIEW', 'The agreement is reviewed after that', 'STA-9.0c', {
      value: 1,
      unit: 'TIMES_A_YEAR',
    }),
  ],
  review: {
    clause: 'STA-9.0c',
    firstAfter: 6,
    every: 12,
    nextOn: null,
    asks: [],
    lapsesWhenMissed: false,
  },
  controllers: [
    { of: 'what a body holds and brings', role: 'SEPARATE', who: 'each body', clause: 'STA-2.1a' },
    {
      of: 'the board’s own analysis and reports',
      role: 'JOINT',
      who: 'council, police and care board',
      clause: 'STA-2.1a',
    },
  ],
  contacts: [
    {
      name: 'Staffordshire County Council',
      says: 'the one contact for data protection',
      clause: 'STA-2.1b',
    },
  ],
  terms: [
    {
      name: 'Approval',
      says: 'by the three statutory partners, again after a significant change',
      clause: 'STA-1.3a',
    },
    { name: 'Publication', says: 'published; others are asked to sign', clause: 'STA-1.3c' },
    { name: 'Standard', says: 'accurate, timely, secure and confidential', clause: 'STA-2.2a' },
    { name: 'Standard', says: 'policies, training, firewalls, access control', clause: 'STA-6.0a' },
    {
      name: 'Law',
      says: 'compatible with the right to private life; no law was found that blocks it',
      clause: 'STA-3.1f',
    },
    { name: 'Conduct', says: 'the employer alone decides on discipline', clause: 'STA-7.1b' },
  ],
  termination: { noticeMonths: null, clause: 'STA-9.0c' },
  userAgreement: { version: '2024-01', clause: 'STA-11c' },
};
