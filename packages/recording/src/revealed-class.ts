import type { ClassKey } from '@postern/policy';

/** What a passage of free text may be of, as whoever splits it off says. */
export const REVEALED_CLASSES = [
  'HEALTH',
  'DISABILITY',
  'SUBSTANCE_USE',
  'ETHNICITY',
  'RELIGION',
  'OFFENCE',
] as const;
type RevealedClass = (typeof REVEALED_CLASSES)[number];

export const CLASS_OF: Readonly<Record<RevealedClass, ClassKey>> = {
  HEALTH: 'SPECIAL_CATEGORY:HEALTH',
  DISABILITY: 'SPECIAL_CATEGORY:DISABILITY',
  SUBSTANCE_USE: 'SPECIAL_CATEGORY:SUBSTANCE_USE',
  ETHNICITY: 'SPECIAL_CATEGORY:ETHNICITY',
  RELIGION: 'SPECIAL_CATEGORY:RELIGION',
  OFFENCE: 'CRIMINAL_OFFENCE',
};
