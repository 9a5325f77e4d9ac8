import type { ClassKey } from '@postern/policy';

/** Some fields of one record type that rules speak of together. */
export interface Part {
  readonly resource: string;
  /** What a rule's name calls it; null where it is all there is of the type. */
  readonly called: string | null;
  readonly covers:
    | { readonly fields: readonly string[] }
    | { readonly classes: readonly ClassKey[] };
}

/** All fields of these classes. */
export function classesOf(resource: string, ...classes: readonly ClassKey[]): Part {
  return { resource, called: null, covers: { classes } };
}

/** These fields and no more: one that is added later is nobody's until a rule names it. */
export function fieldsOf(resource: string, called: string, fields: readonly string[]): Part {
  return { resource, called, covers: { fields } };
}
