import { CLAUSE_IDS } from '@postern/agreements';
import { CATALOGUE } from '@postern/reporting';
import { expect, test } from 'vitest';

test('each indicator says which clauses it is for, and there are such clauses', () => {
  const known = new Set<string>(CLAUSE_IDS);
  for (const { id, clauses } of CATALOGUE) {
    expect([id, clauses.length > 0]).toEqual([id, true]);
    expect([id, clauses.filter((clause) => !known.has(clause))]).toEqual([id, []]);
  }
});
