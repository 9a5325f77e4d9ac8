/** How carefully a field is held. */
export const DATA_CLASSES = [
  'PUBLIC',
  'OPERATIONAL',
  'PERSONAL',
  'RESTRICTED',
  'SPECIAL_CATEGORY',
  'CRIMINAL_OFFENCE',
  'WORKFORCE',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** What kind of restricted or special-category data a field holds. */
export const DATA_CATEGORIES = {
  RESTRICTED: [
    'EDUCATION',
    'HOUSING',
    'FINANCE',
    'EMPLOYMENT',
    'IDENTIFIER',
    'SOCIAL_CARE',
    'MATCHING',
  ],
  SPECIAL_CATEGORY: ['HEALTH', 'DISABILITY', 'ETHNICITY', 'RELIGION', 'SUBSTANCE_USE'],
} as const;
export type RestrictedCategory = (typeof DATA_CATEGORIES.RESTRICTED)[number];
export type SpecialCategory = (typeof DATA_CATEGORIES.SPECIAL_CATEGORY)[number];

/** A class with its category where it has one: the unit that a rule permits and a justification unlocks. */
export type ClassKey =
  | Exclude<DataClass, 'RESTRICTED' | 'SPECIAL_CATEGORY'>
  | `RESTRICTED:${RestrictedCategory}`
  | `SPECIAL_CATEGORY:${SpecialCategory}`;

/** Every class key there is. */
export const CLASS_KEYS: readonly ClassKey[] = DATA_CLASSES.flatMap((dataClass): ClassKey[] => {
  if (dataClass === 'RESTRICTED')
    return DATA_CATEGORIES.RESTRICTED.map((c) => `RESTRICTED:${c}` as const);
  if (dataClass === 'SPECIAL_CATEGORY')
    return DATA_CATEGORIES.SPECIAL_CATEGORY.map((c) => `SPECIAL_CATEGORY:${c}` as const);
  return [dataClass];
});

const KNOWN: ReadonlySet<string> = new Set(CLASS_KEYS);

/** Whether a justification can unlock a class; what everybody at work may know, and what is public, needs none and has none. */
export function isJustifiable(dataClass: ClassKey): boolean {
  return dataClass !== 'PUBLIC' && dataClass !== 'OPERATIONAL' && dataClass !== 'WORKFORCE';
}

/** Narrows text to a class key; an unknown class is refused by whoever asks. */
export function isClassKey(text: string): text is ClassKey {
  return KNOWN.has(text);
}
