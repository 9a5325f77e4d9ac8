import type { Purpose } from '../rules/purpose.ts';
import type { ARTICLE_9 } from './article-9.ts';
import { RESEARCH_PURPOSES } from './article-9.ts';
import type { Dated } from './dated.ts';
import { sinceTheBeginning } from './dated.ts';

/** Why there is no consent: it cannot be given, cannot reasonably be had, or asking would undo what it is for. */
export const ABSENCE_OF_CONSENT_REASONS = [
  'CANNOT_BE_GIVEN',
  'CANNOT_REASONABLY_BE_OBTAINED',
  'WOULD_PREJUDICE_PROTECTION',
  'WOULD_PREJUDICE_PURPOSE',
] as const;
export type AbsenceOfConsentReason = (typeof ABSENCE_OF_CONSENT_REASONS)[number];

/** A condition of Schedule 1 to the Data Protection Act 2018. */
export interface Schedule1Condition extends Dated {
  readonly title: string;
  readonly part: 1 | 2 | 3;
  /** Needs an appropriate policy document (Part 4). */
  readonly needsPolicyDocument: boolean;
  /** One of the 28 that are open to criminal-offence data. */
  readonly openToOffences: boolean;
  /** The Article 9 condition that it completes; null in Part 3. */
  readonly completes: keyof typeof ARTICLE_9 | null;
  /** The reasons of which one says why there is no consent; null where the paragraph asks for none. */
  readonly absenceReasons: readonly AbsenceOfConsentReason[] | null;
  /** Whom the paragraph is about, where it says so. Age and risk are not among the facts that access rests on. */
  readonly subject: 'UNDER_18_OR_ADULT_AT_RISK' | null;
  /** Rests on the yes of the person. */
  readonly consent: boolean;
  /** The purposes it is for; null for any. */
  readonly purposes: readonly Purpose[] | null;
}

type Facts = Pick<Schedule1Condition, 'title'> & Partial<Schedule1Condition>;

const PLAIN = {
  needsPolicyDocument: false,
  openToOffences: true,
  absenceReasons: null,
  subject: null,
  consent: false,
  purposes: null,
} as const;

const part = (number: 1 | 2 | 3, paragraph: number, facts: Facts): Schedule1Condition => ({
  ...PLAIN,
  ...sinceTheBeginning(`DPA 2018 Sch 1 para ${paragraph}`),
  part: number,
  completes: number === 2 ? 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST' : null,
  ...(number === 2 ? { needsPolicyDocument: true } : {}),
  ...facts,
});
const one = (paragraph: number, facts: Facts) => part(1, paragraph, facts);
const two = (paragraph: number, title: string, facts: Partial<Schedule1Condition> = {}) =>
  part(2, paragraph, { title, ...facts });
const three = (paragraph: number, title: string, facts: Partial<Schedule1Condition> = {}) =>
  part(3, paragraph, { title, ...facts });

const NOT_FOR_OFFENCES = { openToOffences: false } as const;

/** The conditions of Schedule 1 by paragraph; paragraph 5 and Part 4 are rules about them and no conditions. */
export const SCHEDULE_1: Readonly<Record<string, Schedule1Condition>> = {
  1: one(1, {
    title: 'Employment, social security and social protection',
    needsPolicyDocument: true,
    completes: 'A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION',
  }),
  2: one(2, {
    title: 'Health or social care purposes',
    completes: 'A9_2_H_HEALTH_OR_SOCIAL_CARE',
  }),
  3: one(3, { title: 'Public health', completes: 'A9_2_I_PUBLIC_HEALTH' }),
  4: one(4, {
    title: 'Research etc',
    completes: 'A9_2_J_ARCHIVING_RESEARCH_STATISTICS',
    purposes: RESEARCH_PURPOSES,
  }),
  6: two(6, 'Statutory etc and government purposes'),
  7: two(7, 'Administration of justice and parliamentary purposes'),
  8: two(8, 'Equality of opportunity or treatment', NOT_FOR_OFFENCES),
  9: two(9, 'Racial and ethnic diversity at senior levels', NOT_FOR_OFFENCES),
  10: two(10, 'Preventing or detecting unlawful acts', {
    absenceReasons: ['WOULD_PREJUDICE_PURPOSE'],
  }),
  11: two(11, 'Protecting the public against dishonesty etc'),
  12: two(12, 'Regulatory requirements relating to unlawful acts and dishonesty etc'),
  13: two(13, 'Journalism etc'),
  14: two(14, 'Preventing fraud'),
  15: two(15, 'Suspicion of terrorist financing or money laundering'),
  16: two(16, 'Support for individuals with a particular disability', NOT_FOR_OFFENCES),
  17: two(17, 'Counselling etc', {
    absenceReasons: ['CANNOT_BE_GIVEN', 'CANNOT_REASONABLY_BE_OBTAINED', 'WOULD_PREJUDICE_PURPOSE'],
  }),
  18: two(18, 'Safeguarding of children and of individuals at risk', {
    absenceReasons: [
      'CANNOT_BE_GIVEN',
      'CANNOT_REASONABLY_BE_OBTAINED',
      'WOULD_PREJUDICE_PROTECTION',
    ],
    subject: 'UNDER_18_OR_ADULT_AT_RISK',
  }),
  19: two(19, 'Safeguarding of economic well-being of certain individuals', {
    ...NOT_FOR_OFFENCES,
    absenceReasons: [
      'CANNOT_BE_GIVEN',
      'CANNOT_REASONABLY_BE_OBTAINED',
      'WOULD_PREJUDICE_PROTECTION',
    ],
  }),
  20: two(20, 'Insurance', NOT_FOR_OFFENCES),
  21: two(21, 'Occupational pensions', NOT_FOR_OFFENCES),
  22: two(22, 'Political parties', NOT_FOR_OFFENCES),
  23: two(23, 'Elected representatives responding to requests'),
  24: two(24, 'Disclosure to elected representatives'),
  25: two(25, 'Informing elected representatives about prisoners'),
  26: two(26, 'Publication of legal judgments'),
  27: two(27, 'Anti-doping in sport'),
  28: two(28, 'Standards of behaviour in sport'),
  29: three(29, 'Consent', { consent: true }),
  30: three(30, 'Protecting individual’s vital interests'),
  31: three(31, 'Processing by not-for-profit bodies'),
  32: three(32, 'Personal data in the public domain'),
  33: three(33, 'Legal claims'),
  34: three(34, 'Judicial acts'),
  35: three(35, 'Administration of accounts used in indecency offences involving children'),
  // Widens the conditions of Part 2 and is none by itself.
  36: three(36, 'Extension of conditions in Part 2', NOT_FOR_OFFENCES),
  37: three(37, 'Extension of insurance conditions'),
};
