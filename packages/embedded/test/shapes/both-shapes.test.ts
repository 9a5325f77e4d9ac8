import { sampleAccounts } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenShape } from '../county-fixture.ts';
import { openShape, SHAPES } from '../county-fixture.ts';
import type { LedgerRow } from '../ledger/ledger-rows.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';

const CASELOAD = `query Caseload { me { id name } episodes(first: 30) { totalCount edges { node { id reference status
  needs { description concerns { id } } leadProfessional { name } team { name } withheld { coordinate code }
  family { id reference address members { id givenName healthConditions { name } convictions { offence } } } } } } }`;

let shapes: readonly OpenShape[];
beforeAll(async () => {
  shapes = await Promise.all(SHAPES.map((shape) => openShape(shape)));
});
afterAll(async () => {
  for (const shape of shapes ?? []) await shape.close();
});

const SETS = ['grants', 'justifications', 'persons', 'families', 'episodes'] as const;

/** A row without what differs from one request to the next, and its lists as the sets that they are. */
function comparable(row: LedgerRow): Readonly<Record<string, unknown>> {
  const { id: _, ...rest } = row;
  const sets = Object.fromEntries(SETS.map((name) => [name, row[name].toSorted()]));
  const { at: __, ...kept } = { at: null, ...rest } as Record<string, unknown>;
  return { ...kept, ...sets };
}

test.each(sampleAccounts.map((account) => [account.name, account] as const))(
  '%s gets the same bytes in both shapes, and one and the same row is on the ledger',
  async (_, account) => {
    const seen = [];
    for (const { gate, database } of shapes) {
      let said: readonly unknown[] = [];
      const rows = await recordedBy(database.owner, async () => {
        const { status, text } = await gate.ask(account, CASELOAD);
        said = [status, text];
      });
      seen.push({ said, rows: rows.map(comparable) });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]?.rows.length).toBeLessThanOrEqual(1);
  },
);
