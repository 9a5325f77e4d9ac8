import type { Dated } from './dated.ts';
import { sinceTheBeginning } from './dated.ts';

/** An authority under which offence data may be handled (UK GDPR Art 10; DPA 2018 s10(5), s11(2)). */
export interface OffenceAuthority extends Dated {
  /** Agency kinds that hold it; null for any. */
  readonly kinds: readonly string[] | null;
  /** Whether a paragraph of Schedule 1 has to complete it. */
  readonly needsParagraph: boolean;
}

/** The two authorities of Article 10. A register of convictions across families is kept under neither here. */
export const OFFENCE_AUTHORITIES = {
  OFFICIAL_AUTHORITY: {
    ...sinceTheBeginning('UK GDPR Art 10'),
    kinds: ['POLICE'],
    needsParagraph: false,
  },
  SCHEDULE_1_CONDITION: {
    ...sinceTheBeginning('DPA 2018 s10(5)'),
    kinds: null,
    needsParagraph: true,
  },
} as const satisfies Readonly<Record<string, OffenceAuthority>>;

/** Purposes that Part 3 of the Data Protection Act 2018 governs, and not the UK GDPR under which everything here is shared (STA-3.1e). */
export const LAW_ENFORCEMENT_PURPOSES = [
  'LAW_ENFORCEMENT',
  'CRIME_PREVENTION',
  'CRIME_INVESTIGATION',
  'PROSECUTION',
  'EXECUTION_OF_PENALTIES',
] as const;
