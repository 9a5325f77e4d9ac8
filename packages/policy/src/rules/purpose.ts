/** Why data is used (SHR-2.2b, SHR-2.1, SHR-3.9.3; STA-1.2, SHR-6a, SOM-2.2, SHR-3.3.4a, SHR-8.3.8f, SHR-3.5L-m). */
export const PURPOSES = [
  'UNDERSTAND_NEEDS',
  'ENGAGE_FAMILY',
  'CHOOSE_SUPPORT',
  'COORDINATE_SUPPORT',
  'TRACK_OUTCOMES',
  'MATCH_DATA',
  'PROFESSIONAL_CONVERSATION',
  'SAFEGUARDING',
  'PLANNING_AND_REPORTING',
  'REVIEW',
  'AUDIT',
  'ASSURANCE',
  'EVALUATION',
  'ADMINISTRATION',
  'RIGHTS',
] as const;
export type Purpose = (typeof PURPOSES)[number];

const KNOWN: ReadonlySet<string> = new Set(PURPOSES);

/** Narrows text to a purpose of use. */
export function isPurpose(text: string): text is Purpose {
  return KNOWN.has(text);
}
