import type {
  FactTables,
  FamilyAgreementFact,
  JustificationFact,
  Standing,
} from '../../src/index.ts';

type AgencyFact = FactTables['agency'][number];

/** One justification that differs in one respect from a complete one. */
export interface Shape {
  readonly class: 'health' | 'ethnicity' | 'offence' | 'identifier' | 'ordinary' | 'operational';
  readonly that: string;
  readonly has: Partial<JustificationFact>;
  readonly agency?: Partial<AgencyFact> & { readonly publicAuthority?: boolean };
  /** A standing that the agency holds today. */
  readonly standing?: Standing;
  readonly agreement?: Partial<FamilyAgreementFact>;
  readonly policyDocument?: 'VALID' | 'NONE' | 'UNTIL_TODAY' | 'UNTIL_YESTERDAY' | 'FROM_TOMORROW';
  readonly complete: boolean;
}

/** No Schedule 1 paragraph, and so no reason that one asks for. */
export const NO_PARAGRAPH = { schedule1Paragraph: null, absenceOfConsentReason: null };

/** The authority of a police force over offence data, which needs no other condition. */
export const OFFICIAL = {
  article10: 'OFFICIAL_AUTHORITY',
  article9: null,
  ...NO_PARAGRAPH,
} as const;
