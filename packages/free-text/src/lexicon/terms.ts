/** Expressions by what they are about, with commas between them; how they are written: `expression.ts`. */
export type Terms = Readonly<Record<string, string>>;

/** The single expressions. */
export function expressionsOf(terms: Terms): readonly string[] {
  return Object.values(terms).flatMap((list) =>
    list
      .split(',')
      .map((expression) => expression.replace(/\|\s+/g, '|').trim().replace(/\s+/g, ' '))
      .filter((expression) => expression !== ''),
  );
}
