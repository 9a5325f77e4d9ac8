import { AGENCY_KINDS } from '@postern/access-facts';

/** By what a count may be cut. Each is a fixed list of members; LOCALITY and WARD are levels of one place, a ward lies in one locality. */
export const DIMENSIONS = [
  'LOCALITY',
  'WARD',
  'AGENCY_KIND',
  'LEVEL_OF_NEED',
  'AGE_BAND',
  'OUTCOME',
  'CLOSURE_REASON',
  'DURATION_BAND',
  'ENTRY_ROUTE',
  'ETHNICITY',
  'DISABILITY',
  'LANGUAGE',
  'DATA_CLASS',
  'PROGRAMME',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One of the values of a dimension; every list ends with one for what is not known. */
export interface Member {
  readonly code: string;
  readonly label: string;
  /** Of a ward, the code of its locality. */
  readonly within?: string;
  /** Of a locality or ward, the code that the Office for National Statistics gave it. */
  readonly officialCode?: string;
  /** Of a locality or ward, how many people aged 0 to 17 live there. */
  readonly population?: number;
}

export const NOT_KNOWN: Member = { code: 'NOT_KNOWN', label: 'Not known' };

/** Dimensions whose members are the same everywhere; localities and wards are the county's own. */
export type FixedDimension = Exclude<Dimension, 'LOCALITY' | 'WARD'>;

/** The members of the fixed dimensions. */
export const FIXED_MEMBERS: Readonly<Record<FixedDimension, readonly Member[]>> = {
  AGENCY_KIND: listed(AGENCY_KINDS),
  LEVEL_OF_NEED: [
    { code: '1', label: 'Level 1: universal' },
    { code: '2', label: 'Level 2: early help' },
    { code: '3', label: 'Level 3: targeted early help' },
    { code: '4', label: 'Level 4: specialist or statutory' },
    NOT_KNOWN,
  ],
  AGE_BAND: [
    { code: 'UNBORN', label: 'Unborn' },
    { code: '0_4', label: '0 to 4' },
    { code: '5_10', label: '5 to 10' },
    { code: '11_15', label: '11 to 15' },
    { code: '16_17', label: '16 to 17' },
    NOT_KNOWN,
  ],
  OUTCOME: listed([
    'GOOD_EDUCATION',
    'EARLY_YEARS_DEVELOPMENT',
    'MENTAL_AND_PHYSICAL_HEALTH',
    'SUBSTANCE_USE_RECOVERY',
    'FAMILY_RELATIONSHIPS',
    'SAFE_FROM_ABUSE_AND_EXPLOITATION',
    'CRIME_PREVENTION',
    'SAFE_FROM_DOMESTIC_ABUSE',
    'SECURE_HOUSING',
    'FINANCIAL_STABILITY',
  ]),
  CLOSURE_REASON: listed([
    'OUTCOMES_MET',
    'STEP_UP',
    'MOVED',
    'DISENGAGED',
    'DECLINED_OR_WITHDREW',
    'NO_FURTHER_ACTION',
    'DECEASED',
    'OTHER',
  ]),
  DURATION_BAND: [
    { code: '0_30', label: '30 days or fewer' },
    { code: '31_90', label: '31 to 90 days' },
    { code: '91_180', label: '91 to 180 days' },
    { code: '181_365', label: '181 to 365 days' },
    { code: '366', label: 'More than 365 days' },
    NOT_KNOWN,
  ],
  ENTRY_ROUTE: listed([
    'PARTNER',
    'FAMILY',
    'POLICE',
    'HEALTH',
    'EDUCATION',
    'SOCIAL_CARE',
    'OTHER',
  ]),
  ETHNICITY: listed(['ASIAN', 'BLACK', 'MIXED', 'WHITE', 'OTHER']),
  DISABILITY: [{ code: 'DISABLED', label: 'A disability is recorded' }, NOT_KNOWN],
  LANGUAGE: [
    { code: 'ENGLISH', label: 'English' },
    { code: 'OTHER', label: 'Another first language' },
    NOT_KNOWN,
  ],
  DATA_CLASS: listed(['RESTRICTED', 'SPECIAL_CATEGORY', 'CRIMINAL_OFFENCE']),
  PROGRAMME: [NOT_KNOWN],
};

function listed(codes: readonly string[]): readonly Member[] {
  return [...codes.map((code) => ({ code, label: sentence(code) })), NOT_KNOWN];
}

function sentence(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
