import type { Purpose } from '../rules/purpose.ts';
import type { Dated } from './dated.ts';
import { sinceTheBeginning } from './dated.ts';

/** A condition of Article 9, and what completes it. */
export interface Article9Condition extends Dated {
  /** The official short name. */
  readonly name: string;
  /** Needs a basis in UK law, which is a paragraph of Schedule 1 (DPA 2018 s10). */
  readonly needsUkLaw: boolean;
  /** Only for whoever owes the secrecy of Article 9(3) (DPA 2018 s11(1)). */
  readonly needsSecrecy: boolean;
  /** The purposes it is for; null for any. */
  readonly purposes: readonly Purpose[] | null;
}

const condition = (letter: string, name: string) => ({
  ...sinceTheBeginning(`UK GDPR Art 9(2)(${letter})`),
  name,
  needsUkLaw: false,
  needsSecrecy: false,
  purposes: null,
});
const completedByUkLaw = (letter: string, name: string) => ({
  ...condition(letter, name),
  needsUkLaw: true,
});

/** The condition that ends with the family's yes. */
export const ARTICLE_9_CONSENT = 'A9_2_A_EXPLICIT_CONSENT';

/** Purposes for which nothing is decided about any particular person (DPA 2018 s19; DEV-A2f). */
export const RESEARCH_PURPOSES: readonly Purpose[] = ['PLANNING_AND_REPORTING', 'EVALUATION'];

/** Agency kinds whose workers are health or social-work professionals, or act under one. */
export const KINDS_UNDER_SECRECY: readonly string[] = ['HEALTH', 'COUNCIL'];

/** The conditions of Article 9(2) UK GDPR. */
export const ARTICLE_9 = {
  A9_2_A_EXPLICIT_CONSENT: condition('a', 'Explicit consent'),
  A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION: completedByUkLaw(
    'b',
    'Employment, social security and social protection',
  ),
  A9_2_C_VITAL_INTERESTS: condition('c', 'Vital interests'),
  A9_2_D_NOT_FOR_PROFIT_BODIES: condition('d', 'Not-for-profit bodies'),
  A9_2_E_MADE_PUBLIC_BY_DATA_SUBJECT: condition('e', 'Made public by the data subject'),
  A9_2_F_LEGAL_CLAIMS_OR_JUDICIAL_ACTS: condition('f', 'Legal claims or judicial acts'),
  A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST: completedByUkLaw(
    'g',
    'Reasons of substantial public interest',
  ),
  A9_2_H_HEALTH_OR_SOCIAL_CARE: {
    ...completedByUkLaw('h', 'Health or social care'),
    needsSecrecy: true,
  },
  A9_2_I_PUBLIC_HEALTH: completedByUkLaw('i', 'Public health'),
  A9_2_J_ARCHIVING_RESEARCH_STATISTICS: {
    ...completedByUkLaw('j', 'Archiving, research and statistics'),
    purposes: RESEARCH_PURPOSES,
  },
} as const satisfies Readonly<Record<string, Article9Condition>>;
