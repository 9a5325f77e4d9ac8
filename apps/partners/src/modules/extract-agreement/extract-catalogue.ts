/** Of whom one line is: a family, by its last episode in the time, or a person of one. */
export const EXTRACT_UNITS = ['FAMILY', 'PERSON'] as const;
export type ExtractUnit = (typeof EXTRACT_UNITS)[number];

/** A line for each, under a pseudonym of that extract; or how many there are of each kind, and no line of anybody. */
export const EXTRACT_FORMS = ['ROWS', 'STATISTICS'] as const;
export type ExtractForm = (typeof EXTRACT_FORMS)[number];

/** By which way whoever is named hands on what they downloaded here; each is secure (SOM-8.1, DEV-A4-mth). */
export const SECURE_METHODS = [
  'KEPT_HERE',
  'SECURE_EMAIL',
  'ENCRYPTED_DOCUMENT',
  'NOMINATED_TRANSFER_TOOL',
] as const;
export type SecureMethod = (typeof SECURE_METHODS)[number];

/** What an extract may hold, each so coarse that it names nobody; what is not here is in none, whatever an agreement says (DEV-A7d). */
export const EXTRACT_FIELDS = [
  'OPENED',
  'CLOSED',
  'LOCALITY',
  'LEVEL_OF_NEED',
  'LEAD_AGENCY_KIND',
  'CHILDREN',
  'YOUNGEST_AGE_BAND',
  'AGE_BAND',
  'SEX',
  'END_REASON',
  'NEEDS',
  'NEEDS_MET',
] as const;
export type ExtractField = (typeof EXTRACT_FIELDS)[number];

/** What is said of one unit only. */
const OF_ONE: Readonly<Partial<Record<ExtractField, ExtractUnit>>> = {
  CHILDREN: 'FAMILY',
  YOUNGEST_AGE_BAND: 'FAMILY',
  AGE_BAND: 'PERSON',
  SEX: 'PERSON',
};

/** Whether a field can be said of a unit. */
export function isOf(field: ExtractField, unit: ExtractUnit): boolean {
  return (OF_ONE[field] ?? unit) === unit;
}

/** So many families at least are alike in all that might be known of them elsewhere; fewer nobody can agree on. */
export const SMALLEST_CLASS = 10;
export const LARGEST_CLASS = 1_000;
