/** Names longer than this are no slip of the hand. */
const LONGEST = 60;
const MOST_LISTED = 12;

/** What would be right among known names: the nearest, where one is near, otherwise the list. */
export function oneOf(known: Iterable<string>, found: unknown, what: string): string {
  const names = [...known];
  const near = typeof found === 'string' ? nearestOf(names, found) : undefined;
  if (near !== undefined) return `${what}; did you mean ${near}?`;
  if (names.length === 0) return `${what}; there is none`;
  const listed = names.slice(0, MOST_LISTED).join(', ');
  return names.length > MOST_LISTED
    ? `${what}: ${listed} and ${names.length - MOST_LISTED} more`
    : `${what}: ${listed}`;
}

/** As {@link oneOf}, with the list beside the nearest: where there are few, and each is worth knowing. */
export function oneOfThese(known: readonly string[], found: string, what: string): string {
  const near = nearestOf(known, found);
  const listed = oneOf(known, undefined, what);
  return near === undefined ? listed : `${listed}; did you mean ${near}?`;
}

/** The known name with the fewest changes from the text; undefined where none is near. */
export function nearestOf(known: readonly string[], text: string): string | undefined {
  if (text.length > LONGEST || text === '') return undefined;
  const most = Math.max(1, Math.floor(text.length / 3));
  let best: string | undefined;
  let fewest = most + 1;
  for (const name of known) {
    if (Math.abs(name.length - text.length) >= fewest) continue;
    const changes = changesBetween(name.toLowerCase(), text.toLowerCase());
    if (changes >= fewest) continue;
    best = name;
    fewest = changes;
  }
  return best;
}

/** Levenshtein's distance. */
function changesBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + same,
        ),
      );
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
