const HOW_MANY = 3;

/** The known names that are most like what was typed, best first. */
export function nearest(typed: string, known: readonly string[]): readonly string[] {
  const asked = typed.toLowerCase();
  return known
    .map((name) => ({ name, steps: distance(asked, name.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
    .slice(0, HOW_MANY)
    .map(({ name }) => name);
}

/** Levenshtein's: letters to add, leave out or change. */
function distance(one: string, other: string): number {
  const first = Array.from({ length: other.length + 1 }, (_, i) => i);
  const last = [...one].reduce((above, letter, i) => {
    const row = [i + 1];
    for (const [j, each] of [...other].entries())
      row.push(
        Math.min(
          (above[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (above[j] ?? 0) + (letter === each ? 0 : 1),
        ),
      );
    return row;
  }, first);
  return last.at(-1) ?? 0;
}
