import type { Dated } from './dated.ts';
import { DUAA_2025, sinceTheBeginning } from './dated.ts';

/** A basis of Article 6, and who may not rely on it. */
export interface Article6Basis extends Dated {
  /** The official short name. */
  readonly name: string;
  /** Whether a justification may cite it; no agreement uses a contract. */
  readonly offered: boolean;
  /** Barred to a public authority performing its tasks. */
  readonly barredToPublicAuthorities: boolean;
  /** The day from which the task has to be the controller's own (DUAA 2025 s70(2)); null where that is not asked. */
  readonly ownTaskFrom: string | null;
  /** Whether the basis asks which recognised interest it is. */
  readonly asksInterest: boolean;
}

const BASIS = {
  offered: true,
  barredToPublicAuthorities: false,
  ownTaskFrom: null,
  asksInterest: false,
} as const;

/** The basis that ends with the family's yes. */
export const ARTICLE_6_CONSENT = 'A6_1_A_CONSENT';

/** The lawful bases of Article 6(1) UK GDPR. */
export const ARTICLE_6 = {
  A6_1_A_CONSENT: { ...BASIS, ...sinceTheBeginning('UK GDPR Art 6(1)(a)'), name: 'Consent' },
  A6_1_B_CONTRACT: {
    ...BASIS,
    ...sinceTheBeginning('UK GDPR Art 6(1)(b)'),
    name: 'Contract',
    offered: false,
  },
  A6_1_C_LEGAL_OBLIGATION: {
    ...BASIS,
    ...sinceTheBeginning('UK GDPR Art 6(1)(c)'),
    name: 'Legal obligation',
  },
  A6_1_D_VITAL_INTERESTS: {
    ...BASIS,
    ...sinceTheBeginning('UK GDPR Art 6(1)(d)'),
    name: 'Vital interests',
  },
  A6_1_E_PUBLIC_TASK: {
    ...BASIS,
    ...sinceTheBeginning('UK GDPR Art 6(1)(e)'),
    name: 'Public task',
    ownTaskFrom: DUAA_2025,
  },
  A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS: {
    ...BASIS,
    from: DUAA_2025,
    until: null,
    source: 'UK GDPR Art 6(1)(ea), DUAA 2025 s70',
    name: 'Recognised legitimate interests',
    barredToPublicAuthorities: true,
    asksInterest: true,
  },
  A6_1_F_LEGITIMATE_INTERESTS: {
    ...BASIS,
    ...sinceTheBeginning('UK GDPR Art 6(1)(f)'),
    name: 'Legitimate interests',
    barredToPublicAuthorities: true,
  },
} as const satisfies Readonly<Record<string, Article6Basis>>;

const annex1 = (name: string) => ({
  name,
  from: DUAA_2025,
  until: null,
  source: 'UK GDPR Annex 1',
});

/** The recognised legitimate interests of Annex 1; they ask for necessity and for no balancing. */
export const RECOGNISED_INTERESTS = {
  DISCLOSURE_FOR_ANOTHERS_PUBLIC_TASK: annex1('Disclosure for another’s public task'),
  NATIONAL_SECURITY_PUBLIC_SECURITY_DEFENCE: annex1(
    'National security, public security and defence',
  ),
  EMERGENCIES: annex1('Emergencies'),
  CRIME: annex1('Crime'),
  SAFEGUARDING_VULNERABLE_INDIVIDUALS: annex1('Safeguarding vulnerable individuals'),
} as const satisfies Readonly<Record<string, Dated & { readonly name: string }>>;
