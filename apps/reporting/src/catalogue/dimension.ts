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
}

export const NOT_KNOWN: Member = { code: 'NOT_KNOWN', label: 'Not known' };
