import type { Dated } from './dated.ts';
import { sinceTheBeginning } from './dated.ts';

/** A body of the Children Act 2004 and the agency kind or standing by which it is known here. */
export interface ChildrenActBody extends Dated {
  readonly kind: string | null;
}

const partner = (kind: string | null) => ({ ...sinceTheBeginning('CA 2004 s10(4)'), kind });

/** The relevant partners of section 10; where the kind is null the agency holds the standing `CA2004_S10_PARTNER`. */
export const RELEVANT_PARTNERS = {
  DISTRICT_COUNCIL: partner('COUNCIL'),
  POLICE: partner('POLICE'),
  PROBATION: partner(null),
  YOUTH_OFFENDING_TEAM: partner(null),
  ICB: partner(null),
  ESA2008_S68_PROVIDER: partner(null),
  MAINTAINED_SCHOOL_GOVERNING_BODY: partner('SCHOOL'),
  S342_SPECIAL_SCHOOL_PROPRIETOR: partner('SCHOOL'),
  CTC_OR_ACADEMY_PROPRIETOR: partner('SCHOOL'),
  FE_INSTITUTION_GOVERNING_BODY: partner(null),
} as const satisfies Readonly<Record<string, ChildrenActBody>>;

/** What the well-being of section 10(2) is made of. */
export const WELL_BEING_HEADS = [
  'HEALTH_EMOTIONAL',
  'PROTECTION',
  'EDUCATION_TRAINING_RECREATION',
  'CONTRIBUTION',
  'SOCIAL_ECONOMIC',
] as const;

const section11 = (kind: string | null) => ({ ...sinceTheBeginning('CA 2004 s11(1)'), kind });

/** The bodies of section 11; where the kind is null the agency holds the standing `CA2004_S11_BODY`. Schools are under the Education Act 2002 instead. */
export const SECTION_11_BODIES = {
  COUNCIL: section11('COUNCIL'),
  POLICE: section11('POLICE'),
  NHS_ENGLAND: section11(null),
  ICB: section11(null),
  NHS_TRUST: section11(null),
  BRITISH_TRANSPORT_POLICE: section11('POLICE'),
  PROBATION: section11(null),
  YOUTH_OFFENDING_TEAM: section11(null),
  PRISON_OR_SECURE_CENTRE: section11(null),
  CONTRACTOR_THROUGH_ITS_COMMISSIONER: section11(null),
} as const satisfies Readonly<Record<string, ChildrenActBody>>;
