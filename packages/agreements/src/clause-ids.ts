import { readFileSync } from 'node:fs';

const LIST = new URL('../data/clauses.tsv', import.meta.url);

/** The id of every clause of the agreements: what a rule may cite. */
export const CLAUSE_IDS: ReadonlySet<string> = new Set(
  readFileSync(LIST, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '')
    .filter((id) => id !== ''),
);
