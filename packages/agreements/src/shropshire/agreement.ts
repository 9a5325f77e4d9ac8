import type { Agreement } from '../terms/agreement.ts';
import { citing, rolesBy } from '../terms/agreement.ts';
import { SHROPSHIRE_ITEMS } from './items.ts';
import { SHROPSHIRE_PARTIES } from './parties.ts';
import { SHROPSHIRE_TERMS } from './terms.ts';
import { SHROPSHIRE_TIMERS } from './timers.ts';

/** Shropshire Supporting Families through Early Help, information sharing agreement. */
export const SHROPSHIRE: Agreement = {
  id: 'SHROPSHIRE_ISA',
  title: 'Shropshire Supporting Families through Early Help: information sharing agreement',
  kind: 'AGREEMENT',
  versions: [
    { version: '0.10', from: '2020-04-01', reason: 'A new case management system' },
    {
      version: '0.11',
      from: '2023-03-01',
      reason: 'Changes of system, structure and programme name',
    },
    {
      version: '1.0',
      from: '2024-02-01',
      reason: 'New programme name; National Early Help Insights',
    },
    {
      version: '1.1',
      from: '2024-10-01',
      reason: 'Integration Consultation Panel; partners’ comments',
    },
  ],
  until: null,
  parties: SHROPSHIRE_PARTIES,
  purposes: {
    ...citing(
      'SHR-2.2b',
      'UNDERSTAND_NEEDS',
      'ENGAGE_FAMILY',
      'CHOOSE_SUPPORT',
      'COORDINATE_SUPPORT',
      'TRACK_OUTCOMES',
      'MATCH_DATA',
      'PROFESSIONAL_CONVERSATION',
    ),
    SAFEGUARDING: 'SHR-2.1',
    // The list of SHR-2.2b is not a closed one: statutory reviews and assurance serve the aim of 2.1.
    REVIEW: 'SHR-2.1',
    ASSURANCE: 'SHR-2.1',
    AUDIT: 'SHR-6a',
    EVALUATION: 'SHR-3.3.4a',
    PLANNING_AND_REPORTING: 'SHR-3.9.3',
    ADMINISTRATION: 'SHR-8.3.8f',
    RIGHTS: 'SHR-3.5L-m',
  },
  bases: {
    article6: { A6_1_E_PUBLIC_TASK: 'SHR-3.5L-p', A6_1_C_LEGAL_OBLIGATION: 'SHR-3.5L-d' },
    article9: { A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST: 'SHR-3.5L-p' },
    schedule1: { 6: 'SHR-3.5L-p' },
    gateways: {
      DEA2017_S35: 'SHR-3.3.4b',
      CA2004_S11: 'SHR-3.5L-f',
      ...citing('SHR-3.5L-j', 'CDA1998_S115', 'NAA1983_S8', 'CA2004_S10', 'LOCALISM2011_S1'),
    },
  },
  items: SHROPSHIRE_ITEMS,
  roles: {
    ...rolesBy('SHR-3.4.11a', 'TAF_MEMBER'),
    ...rolesBy('SHR-3.5.6a', 'EHAST_PRACTITIONER'),
    ...rolesBy('SHR-3.8.3', 'CONSULTATION_STAFF'),
    ...rolesBy('SHR-3.5.7', 'REFERRING_PRACTITIONER'),
    ...rolesBy('SHR-3.7.3a', 'PANEL_MEMBER'),
    ...rolesBy('SHR-3.4.9', 'GROUP_WORK_PROVIDER'),
    ...rolesBy('SHR-8.4.4b', 'THIRD_PARTY'),
    ...rolesBy('SHR-3.5L-e', 'OVERRIDE_HOLDER'),
    ...rolesBy('SHR-6a', 'QA_AUDITOR'),
    ...rolesBy('SHR-3.4.10b', 'SOCIAL_CARE_WORKER'),
    ...rolesBy('SHR-10.1.2', 'INFORMATION_GOVERNANCE_OFFICER'),
    ...rolesBy('SHR-3.4.3a', 'FAMILY_MEMBER'),
    ...rolesBy('SHR-3.4.3d', 'YOUNG_PERSON'),
    ...rolesBy('SHR-11.3.2', 'DATA_PROTECTION_OFFICER'),
    ...rolesBy('SHR-8.2.1c', 'CONTACT_OFFICER'),
    ...rolesBy('SHR-8.3.8f', 'ADMINISTRATOR'),
    ...rolesBy('SHR-3.5.6b', 'DATA_HUB_ANALYST'),
    ...rolesBy('SHR-3.9.2', 'ANALYST'),
    ...rolesBy('SHR-3.9.3', 'BOARD_MEMBER'),
    ...rolesBy('SHR-3.3.4a', 'EVALUATOR'),
    BUSINESS_SUPPORT: { clause: 'SHR-8.3.8d', grants: 'SHR-8.2.1g' },
    EARLY_HELP_MANAGER: { clause: 'SHR-8.2.1g', grants: 'SHR-8.2.1g' },
    LEAD_PROFESSIONAL: { clause: 'SHR-3.4.1', grants: 'SHR-8.2.1g' },
    HUB_WORKER: { clause: 'SHR-3.6.1', grants: 'SHR-8.3.7c' },
  },
  timers: SHROPSHIRE_TIMERS,
  review: {
    clause: 'SHR-12',
    firstAfter: 36,
    every: 36,
    nextOn: '2028-01-01',
    asks: [
      'Does it have the effect that was meant?',
      'Are the privacy notices accurate?',
      'Do the procedures that keep data good work?',
      'Is data kept as long as agreed, and no longer?',
      'Is it secure enough, and were breaches followed up?',
      'Do people get their data, and use their rights, easily?',
    ],
    lapsesWhenMissed: false,
  },
  controllers: [
    {
      of: 'what a party processes and discloses',
      role: 'SEPARATE',
      who: 'each party',
      clause: 'SHR-3.5L-l',
    },
    {
      of: 'what a party brings to a panel',
      role: 'SEPARATE',
      who: 'the agency that brings it',
      clause: 'SHR-3.7.3c',
    },
    { of: 'the shared system', role: 'PROCESSOR', who: 'Shropshire Council', clause: 'SHR-8.3.9' },
  ],
  contacts: [
    { name: 'Early Help service manager', says: 'audits, notice of leaving', clause: 'SHR-6d' },
    { name: 'Information governance team', says: 'audits, breaches', clause: 'SHR-6d' },
    { name: 'Supporting Families team', says: 'problems with access', clause: 'SHR-8.2.1j' },
  ],
  terms: SHROPSHIRE_TERMS,
  termination: { noticeMonths: 1, clause: 'SHR-13' },
  userAgreement: { version: '2024-10', clause: 'SHR-8.4.4a' },
};
