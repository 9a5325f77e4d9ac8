import type { Shape } from './shape.ts';
import { NO_PARAGRAPH, OFFICIAL } from './shape.ts';

const POLICE = { kind: 'POLICE', publicAuthority: true };
const POWER = { gateway: 'CDA1998_S115' };

/** Article 10, approval by another, and the paragraphs open to offence data. */
export const offences: readonly Shape[] = [
  { class: 'offence', that: 'is complete', has: {}, complete: true },
  {
    class: 'offence',
    that: 'needs no Article 9 condition',
    has: { article9: null },
    complete: true,
  },
  { class: 'offence', that: 'is approved by nobody', has: { approvedBy: null }, complete: false },
  {
    class: 'offence',
    that: 'is approved by the reader',
    has: { approvedBy: 'teacher' },
    complete: false,
  },
  { class: 'offence', that: 'cites no authority', has: { article10: null }, complete: false },
  {
    class: 'offence',
    that: 'cites an unknown authority',
    has: { article10: 'CURIOSITY' },
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites official authority for a school',
    has: OFFICIAL,
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites official authority for the police',
    has: { ...OFFICIAL, ...POWER },
    agency: POLICE,
    complete: true,
  },
  {
    class: 'offence',
    that: 'cites official authority for the police, without policy document',
    has: { ...OFFICIAL, ...POWER },
    agency: POLICE,
    policyDocument: 'NONE',
    complete: true,
  },
  {
    class: 'offence',
    that: 'cites official authority for the police, approved by the reader',
    has: { ...OFFICIAL, ...POWER, approvedBy: 'teacher' },
    agency: POLICE,
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites a condition without a paragraph',
    has: NO_PARAGRAPH,
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites a condition without a paragraph, for the police',
    has: { ...NO_PARAGRAPH, ...POWER },
    agency: POLICE,
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites paragraph 8, which offences do not have',
    has: { schedule1Paragraph: '8' },
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites paragraph 36, which is no condition by itself',
    has: { schedule1Paragraph: '36' },
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites paragraph 10',
    has: { schedule1Paragraph: '10', absenceOfConsentReason: 'WOULD_PREJUDICE_PURPOSE' },
    complete: true,
  },
  {
    class: 'offence',
    that: 'cites paragraph 10 without saying that asking would prejudice the purpose',
    has: { schedule1Paragraph: '10' },
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites paragraph 10 without policy document',
    has: { schedule1Paragraph: '10', absenceOfConsentReason: 'WOULD_PREJUDICE_PURPOSE' },
    policyDocument: 'NONE',
    complete: false,
  },
  {
    class: 'offence',
    that: 'cites paragraph 33 without policy document',
    has: { schedule1Paragraph: '33' },
    policyDocument: 'NONE',
    complete: true,
  },
  {
    class: 'offence',
    that: 'gives no reason for absent consent under paragraph 18',
    has: { absenceOfConsentReason: null },
    complete: false,
  },
];
