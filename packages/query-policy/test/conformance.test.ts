import type { RuleSet } from '@postern/testkit';
import { conformanceSources, REOPENING_SETS } from '@postern/testkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import type { Outcome } from './conformance-table.ts';
import { ConformanceTable } from './conformance-table.ts';

/** Sets that compare lists or documents, which SQL reads otherwise. */
const UNCOMPILED = {
  own: ['contains'],
  shared: ['tags-contains-scalar', 'tags-in', 'tags-ne', 'tags-nin', 'parent-null'],
};

const connection = accessDatabase();

describe.each(conformanceSources())('against CASL’s own decisions: the $name sets', (source) => {
  const { rows, sets } = source;
  const table = new ConformanceTable(connection, source, source.name);
  const outcomes = new Map<string, Outcome>();

  beforeAll(async () => {
    await table.store();
    for (const set of sets) outcomes.set(set.name, await table.outcomeOf(set));
  });

  const decided = (): readonly (RuleSet & { readonly found: readonly string[] })[] =>
    sets.flatMap((set) => {
      const found = outcomes.get(set.name);
      return Array.isArray(found) ? [{ ...set, found: found as readonly string[] }] : [];
    });

  test('what SQL reads otherwise is refused when it is compiled', () => {
    expect(
      sets.map((set) => set.name).filter((name) => outcomes.get(name) === 'UNCOMPILED'),
    ).toEqual(UNCOMPILED[source.name]);
  });

  test('every set that is accepted gives CASL’s ids, or fewer where deny beats allow', () => {
    const differing = decided().filter(
      ({ found, caslAllow }) => String(found) !== String(caslAllow),
    );
    expect(differing.map((set) => set.name)).toEqual(REOPENING_SETS);
  });

  test('never an id more', () => {
    for (const { name, found, caslAllow } of decided())
      expect([name, found.filter((id) => !caslAllow.includes(id))]).toEqual([name, []]);
  });

  test('the sets are neither all empty nor all total, and most are decided', () => {
    expect(decided().length).toBeGreaterThan(sets.length / 2);
    const partial = decided().filter(({ found }) => found.length > 0 && found.length < rows.length);
    expect(partial.length).toBeGreaterThan(15);
  });
});
