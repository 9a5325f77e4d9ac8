/** The headline outcomes of the programme that data of a source can count towards (SHR-3.5.6b). */
export type Criterion =
  | 'CRIME_PREVENTION'
  | 'EARLY_YEARS_DEVELOPMENT'
  | 'FAMILY_RELATIONSHIPS'
  | 'FINANCIAL_STABILITY'
  | 'GOOD_EDUCATION'
  | 'MENTAL_AND_PHYSICAL_HEALTH'
  | 'SAFE_FROM_DOMESTIC_ABUSE'
  | 'SECURE_HOUSING'
  | 'SUBSTANCE_USE_RECOVERY';

/** One kind of entry that a source may send: by which clause, and what it counts towards. */
export interface SourceCategory {
  readonly clause: 'DEV-A7c' | 'PN-src';
  readonly criterion: Criterion;
}

/** Where data about families comes from. */
export interface Source {
  readonly title: string;
  /** Of which kinds an agency has to be that sends its data. */
  readonly agencyKinds: readonly string[];
  /** A key of `PURPOSE_LOCKS`: the law under which its data is taken in, where one fixes the purpose. */
  readonly purposeLock: 'WRA2012_S131' | null;
  /** Kinds of entries about a person, and nothing else. */
  readonly categories: Readonly<Record<string, SourceCategory>>;
}

const SCHOOLED = { clause: 'PN-src', criterion: 'GOOD_EDUCATION' } as const;
const CRIME = { clause: 'PN-src', criterion: 'CRIME_PREVENTION' } as const;
const ABUSE = { clause: 'PN-src', criterion: 'SAFE_FROM_DOMESTIC_ABUSE' } as const;
const MEANS = { clause: 'PN-src', criterion: 'FINANCIAL_STABILITY' } as const;
const HEALTH = { clause: 'DEV-A7c', criterion: 'MENTAL_AND_PHYSICAL_HEALTH' } as const;
const EARLY = { clause: 'PN-src', criterion: 'EARLY_YEARS_DEVELOPMENT' } as const;

/** Which categories each source may send, as families are told (PN-src), and health as Devon declares it (DEV-A7c). */
export const SOURCES = {
  POLICE: {
    title: 'Police data',
    agencyKinds: ['POLICE'],
    purposeLock: null,
    categories: { POLICE_INCIDENT: CRIME, DOMESTIC_ABUSE: ABUSE },
  },
  YOUTH_JUSTICE: {
    title: 'Youth justice team',
    agencyKinds: ['COUNCIL', 'POLICE'],
    purposeLock: null,
    categories: { YOUTH_JUSTICE: CRIME },
  },
  SCHOOL_CENSUS: {
    title: 'School census',
    agencyKinds: ['COUNCIL', 'SCHOOL'],
    purposeLock: null,
    categories: {
      ATTENDANCE: SCHOOLED,
      SCHOOL_EXCLUSION: SCHOOLED,
      SPECIAL_EDUCATIONAL_NEED: SCHOOLED,
      FINANCE: MEANS,
      SCHOOL_BEHAVIOUR: { ...SCHOOLED, clause: 'DEV-A7c' },
    },
  },
  EARLY_YEARS: {
    title: 'Early years',
    agencyKinds: ['COUNCIL', 'EARLY_YEARS'],
    purposeLock: null,
    categories: { ATTENDANCE: EARLY, SPECIAL_EDUCATIONAL_NEED: EARLY },
  },
  SOCIAL_CARE_SYSTEM: {
    title: 'Social-care system',
    agencyKinds: ['COUNCIL'],
    purposeLock: null,
    categories: {
      SOCIAL_CARE: { clause: 'PN-src', criterion: 'FAMILY_RELATIONSHIPS' },
      DOMESTIC_ABUSE: ABUSE,
    },
  },
  WORK_AND_PENSIONS: {
    title: 'Department for Work and Pensions',
    agencyKinds: ['GOVERNMENT'],
    // What the department passes on finds and helps households, and the council alone has it (DEV-A1-131).
    purposeLock: 'WRA2012_S131',
    categories: { EMPLOYMENT: MEANS, FINANCE: MEANS },
  },
  HOUSING: {
    title: 'Housing providers and housing options',
    agencyKinds: ['COUNCIL', 'HOUSING'],
    purposeLock: null,
    categories: { HOUSING: { clause: 'PN-src', criterion: 'SECURE_HOUSING' }, FINANCE: MEANS },
  },
  NEET: {
    title: 'Young people not in education, employment or training',
    agencyKinds: ['COUNCIL'],
    purposeLock: null,
    categories: { EMPLOYMENT: SCHOOLED },
  },
  HEALTH: {
    title: 'Health services',
    agencyKinds: ['HEALTH'],
    purposeLock: null,
    categories: {
      HEALTH_CONDITION: HEALTH,
      MENTAL_HEALTH: HEALTH,
      SUBSTANCE_USE: { clause: 'DEV-A7c', criterion: 'SUBSTANCE_USE_RECOVERY' },
    },
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;

/** Their names. */
export const SOURCE_NAMES = Object.keys(SOURCES) as [SourceName, ...SourceName[]];

/** Every category that is declared to families, whichever source it comes from. */
export const DECLARED_CATEGORIES: ReadonlySet<string> = new Set(
  Object.values(SOURCES).flatMap(({ categories }) => Object.keys(categories)),
);

/** What a source may send of a category; null where it may send none. */
export function categoryOf(source: SourceName, category: string): SourceCategory | null {
  const { categories }: Source = SOURCES[source];
  return Object.hasOwn(categories, category) ? (categories[category] ?? null) : null;
}
