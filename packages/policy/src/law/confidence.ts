import type { Dated } from './dated.ts';
import { sinceTheBeginning } from './dated.ts';

/** What lets information go that was given in confidence. */
export interface ConfidenceRoute extends Dated {
  /** What has to stand beside it. */
  readonly asks: 'CONSENT' | 'OVERRIDING_LAW' | 'PUBLIC_INTEREST';
  /** Agency kinds it is open to; null for any. */
  readonly kinds: readonly string[] | null;
}

/** The routes of the common law of confidence; the duty survives the person's death (STA-3.1d). */
export const CONFIDENCE_ROUTES = {
  CONSENT_EXPRESS: {
    ...sinceTheBeginning('common law of confidence'),
    asks: 'CONSENT',
    kinds: null,
  },
  CONSENT_IMPLIED_DIRECT_CARE: {
    ...sinceTheBeginning('common law of confidence'),
    asks: 'CONSENT',
    kinds: ['HEALTH'],
  },
  STATUTE_OR_COURT_ORDER: {
    ...sinceTheBeginning('common law of confidence'),
    asks: 'OVERRIDING_LAW',
    kinds: null,
  },
  OVERRIDING_PUBLIC_INTEREST: {
    ...sinceTheBeginning('common law of confidence; DEV-A2i, DEV-A2j'),
    asks: 'PUBLIC_INTEREST',
    kinds: null,
  },
} as const satisfies Readonly<Record<string, ConfidenceRoute>>;

/** The questions that are answered, in this order, before confidence is overridden (DEV-A2i). */
export const PUBLIC_INTEREST_QUESTIONS = [
  'PROPORTIONATE_TO_THE_AIM',
  'VULNERABILITY',
  'IMPACT_ON_THE_PERSON',
  'EQUALLY_EFFECTIVE_ALTERNATIVE',
  'PUBLIC_SAFETY',
  'CRIME_AND_RIGHTS_OF_THE_PUBLIC',
  'OTHER_VULNERABLE_PEOPLE',
] as const;

const article8 = (name: string) => ({ ...sinceTheBeginning('ECHR Art 8(2), HRA 1998 s6'), name });

/** The aims for which a public authority may interfere with private and family life. */
export const ARTICLE_8_AIMS = {
  NATIONAL_SECURITY: article8('National security'),
  PUBLIC_SAFETY: article8('Public safety'),
  ECONOMIC_WELL_BEING: article8('Economic well-being of the country'),
  DISORDER_OR_CRIME: article8('Prevention of disorder or crime'),
  HEALTH_OR_MORALS: article8('Protection of health or morals'),
  RIGHTS_AND_FREEDOMS_OF_OTHERS: article8('Protection of the rights and freedoms of others'),
} as const satisfies Readonly<Record<string, Dated & { readonly name: string }>>;
