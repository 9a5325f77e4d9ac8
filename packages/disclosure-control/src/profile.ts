/** How one output is protected; immutable once published under its name and version. */
export interface DisclosureProfile {
  readonly name: string;
  readonly version: number;
  /** Counts from 1 to this are suppressed; a true zero is shown. */
  readonly suppressUpTo: number;
  /** Other counts are rounded to the nearest multiple, halves up. */
  readonly roundTo: number;
  /** A count made by fewer agencies is suppressed, where the table states its contributors. */
  readonly minimumContributors: number;
  /** Totals count each family once and are rounded on their own, not summed from rounded cells. */
  readonly totals: 'ROUNDED_INDEPENDENTLY';
}

/** Hospital statistics rule in England since 2018; the default of every output. */
export const NHS_7_5: DisclosureProfile = {
  name: 'NHS_7_5',
  version: 1,
  suppressUpTo: 7,
  roundTo: 5,
  minimumContributors: 2,
  totals: 'ROUNDED_INDEPENDENTLY',
};

/** The 10-5 rule for integrated data; for cuts by special category. */
export const TEN_FIVE: DisclosureProfile = {
  ...NHS_7_5,
  name: 'TEN_FIVE',
  suppressUpTo: 9,
};

/** Regional and national education statistics: nearest ten. */
export const DFE_10: DisclosureProfile = {
  ...NHS_7_5,
  name: 'DFE_10',
  suppressUpTo: 5,
  roundTo: 10,
};

/** Qualification statistics: fewer than five suppressed. */
export const OFQUAL_5: DisclosureProfile = {
  ...NHS_7_5,
  name: 'OFQUAL_5',
  suppressUpTo: 4,
};
