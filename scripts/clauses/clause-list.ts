import { readFileSync } from 'node:fs';

const FILE = new URL('../../packages/agreements/data/clauses.tsv', import.meta.url);

/** How a clause is kept: enforced at the gate, by workflow, or by a document. */
export type Enforcement = 'E' | 'W' | 'D';

/** One rule of the agreements. */
export interface Clause {
  readonly id: string;
  readonly enforcement: Enforcement;
}

/** The list is not as it should be. */
export class ClauseListInvalid extends Error {
  override readonly name = 'ClauseListInvalid';
}

/** Every clause, in the order of the list. @throws ClauseListInvalid */
export function readClauses(text: string = readFileSync(FILE, 'utf8')): readonly Clause[] {
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => {
    const [id = '', enforcement = ''] = line.split('\t');
    if (id === '' || !isEnforcement(enforcement))
      throw new ClauseListInvalid(`clauses.tsv has a line that is no clause: ${line.slice(0, 40)}`);
    return { id, enforcement };
  });
}

function isEnforcement(text: string): text is Enforcement {
  return text === 'E' || text === 'W' || text === 'D';
}
