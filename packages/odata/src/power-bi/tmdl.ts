/** What a line of the Tabular Model Definition Language stands under, by as many tabs (learn.microsoft.com/analysis-services/tmdl). */
export function under(depth: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `${'\t'.repeat(depth)}${line}`));
}

/** A name that is more than a word stands between apostrophes. */
export function named(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** What is said of the object in the next line. */
export function described(description: string): readonly string[] {
  return [`/// ${description.replaceAll(/\s+/g, ' ').trim()}`];
}

/** A file of lines. */
export function file(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
