import type { Agreement } from '../terms/agreement.ts';
import { citing, rolesBy } from '../terms/agreement.ts';
import { timer } from '../terms/timer.ts';
import { DEVON_PARTIES } from './parties.ts';

/** Devon, working practice agreement for the sharing of information to support early help; it cites the 1998 Act, whose successors stand here. */
export const DEVON: Agreement = {
  id: 'DEVON_WPA',
  title: 'Devon early help: working practice agreement',
  kind: 'AGREEMENT',
  versions: [{ version: '2015', from: '2015-09-01', reason: 'First agreement' }],
  until: null,
  parties: DEVON_PARTIES,
  purposes: {
    ...citing(
      'DEV-4.2',
      'UNDERSTAND_NEEDS',
      'COORDINATE_SUPPORT',
      'TRACK_OUTCOMES',
      'MATCH_DATA',
      'EVALUATION',
    ),
    ...citing('DEV-A4-3', 'ENGAGE_FAMILY'),
    ...citing('DEV-A4-4', 'CHOOSE_SUPPORT', 'PROFESSIONAL_CONVERSATION'),
    ADMINISTRATION: 'DEV-A3-req',
    RIGHTS: 'DEV-A3-sar1',
  },
  bases: {
    article6: {
      A6_1_A_CONSENT: 'DEV-A3-con1',
      ...citing(
        'DEV-A2e',
        'A6_1_C_LEGAL_OBLIGATION',
        'A6_1_D_VITAL_INTERESTS',
        'A6_1_E_PUBLIC_TASK',
        'A6_1_F_LEGITIMATE_INTERESTS',
      ),
    },
    article9: citing(
      'DEV-A2e',
      'A9_2_A_EXPLICIT_CONSENT',
      'A9_2_C_VITAL_INTERESTS',
      'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
      'A9_2_J_ARCHIVING_RESEARCH_STATISTICS',
    ),
    schedule1: { 4: 'DEV-A2f', ...citing('DEV-A2e', '6', '10') },
    gateways: {
      ...citing('DEV-A1-CA89', 'CA1989_S17', 'CA1989_S47'),
      ...citing('DEV-A1-CA04', 'CA2004_S10', 'CA2004_S11'),
      ...citing('DEV-A1-CDA', 'CDA1998_S17', 'CDA1998_S115'),
      ...citing('DEV-A1-DPA', 'DPA2018_SCH2_P2_CRIME', 'DPA2018_SCH2_P5_LEGAL'),
      EDA2002_S175: 'DEV-A1-EDU',
      ...citing('DEV-A1-LG', 'LGA1972_S111', 'LGA2000_S2', 'LOCALISM2011_S1'),
      ...citing('DEV-A1-NHS', 'NHSA2006_S82', 'NHSA2006_S201'),
      NHSA2006_14Z23: 'DEV-A1-14Z',
      ...citing('DEV-A1-131', 'WRA2012_S131', 'SSI_REGS_2012_R5'),
    },
  },
  items: {
    ...citing(
      'DEV-A7c',
      'Person.socialCare',
      'Person.policeIncidents',
      'Person.employment',
      'Person.domesticAbuse',
      'Person.substanceUse',
      'Person.attendance',
      'Person.behaviour',
      'Person.safeguardingConcerns',
      'Person.healthConditions',
    ),
    ...citing('DEV-A4-2', 'Family.members', 'Family.households'),
  },
  roles: {
    ...rolesBy('DEV-A3-acc2', 'LEAD_PROFESSIONAL'),
    ...rolesBy('DEV-A4-4', 'TAF_MEMBER'),
    ...rolesBy('DEV-A4-1', 'DATA_HUB_ANALYST'),
    ...rolesBy('DEV-1.2b', 'CONTACT_OFFICER'),
    ...rolesBy('DEV-A3-rev', 'INFORMATION_GOVERNANCE_OFFICER'),
    ...rolesBy('DEV-A7d', 'EVALUATOR'),
    ...rolesBy('DEV-A3-con1', 'FAMILY_MEMBER', 'YOUNG_PERSON'),
    ADMINISTRATOR: { clause: 'DEV-A3-san', grants: 'DEV-A3-req' },
  },
  timers: [
    timer('DEVON_ERROR_REPORT', 'An error is told to the lead professional', 'DEV-A3-acc2', {
      value: null,
      unit: 'HOUR',
      startsAt: 'it is found',
    }),
    timer('DEVON_BREACH_PARTNERS', 'A breach is told to the other parties', 'DEV-A3-br2', {
      value: null,
      unit: 'HOUR',
      startsAt: 'one becomes aware of it',
    }),
    timer(
      'RETENTION_TO_AGE',
      'Data is kept to the end of the year of this birthday',
      'DEV-A3-ret',
      {
        value: 25,
        unit: 'YEARS_OF_AGE',
        startsAt: 'the day of birth',
      },
    ),
    timer('UNDER_THRESHOLD', 'Data on families under the threshold is deleted', 'DEV-A3-12m', {
      value: 12,
      unit: 'MONTH',
      startsAt: 'it is received',
    }),
    timer('DEVON_FIRST_REVIEW', 'The agreement is first reviewed', 'DEV-A3-rev', {
      value: 6,
      unit: 'MONTH',
      startsAt: 'the signature',
    }),
    timer('DEVON_REVIEW', 'The agreement is reviewed after that', 'DEV-A3-rev', {
      value: 1,
      unit: 'TIMES_A_YEAR',
    }),
  ],
  review: {
    clause: 'DEV-A3-rev',
    firstAfter: 6,
    every: 12,
    nextOn: null,
    asks: ['Has law or guidance changed?'],
    lapsesWhenMissed: false,
  },
  controllers: [
    { of: 'the shared systems', role: 'SOLE', who: 'Devon County Council', clause: 'DEV-A3-ctl' },
  ],
  contacts: [
    { name: 'Partnership contact officer', says: 'one for each partner', clause: 'DEV-1.2b' },
    {
      name: 'Information governance manager',
      says: 'holds and reviews the agreement',
      clause: 'DEV-A3-rev',
    },
  ],
  terms: [
    {
      name: 'Scope',
      says: 'binds every member of staff who shares personal data',
      clause: 'DEV-1.1',
    },
    {
      name: 'Standard',
      says: 'fair, lawful, necessary, proportionate, relevant, accurate, timely, secure',
      clause: 'DEV-3.4',
    },
    { name: 'Compliance', says: 'each partner answers for its own', clause: 'DEV-3.5' },
    { name: 'Liability', says: 'whoever breaches indemnifies the others', clause: 'DEV-5.1' },
    { name: 'Liability', says: 'losses are to be kept small', clause: 'DEV-5.2' },
    {
      name: 'Joining',
      says: 'a new partner is bound by a supplemental agreement',
      clause: 'DEV-5.3',
    },
    { name: 'Publication', says: 'may be published', clause: 'DEV-A3-foi' },
  ],
  termination: null,
  userAgreement: { version: '2015-09', clause: 'DEV-A3-ua' },
};
