import type { Age } from './part.ts';

/** Somebody whom an agency would be kept from, or not: who they are, and who speaks for them. */
export interface Spoken {
  readonly personId: string;
  readonly age: Age;
  /** Whether they are asked themselves. */
  readonly speaks: boolean;
  /** Those who are responsible for them, or gave their word for them. */
  readonly spokenForBy: readonly string[];
}

/**
 * Whom an agency is kept from where these people ask for it: themselves, and every child of whom nobody else speaks. One parent
 * alone keeps nobody from a child for whom the other speaks, too.
 */
export function boundBy(asking: ReadonlySet<string>, all: readonly Spoken[]): readonly string[] {
  const adults = all.filter(({ age }) => age === 'ADULT').map(({ personId }) => personId);
  const isBound = ({ personId, speaks, spokenForBy }: Spoken): boolean => {
    if (speaks) return asking.has(personId);
    const speakers = spokenForBy.length > 0 ? spokenForBy : adults;
    return speakers.length > 0 && speakers.every((one) => asking.has(one));
  };
  return all.filter(isBound).map(({ personId }) => personId);
}
