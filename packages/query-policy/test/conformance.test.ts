import { isFault } from '@postern/errors';
import type { Condition, DataDictionary } from '@postern/policy';
import { abilityFor, decideField, parseRule, RuleProblem } from '@postern/policy';
import type { RuleSet } from '@postern/testkit';
import {
  CONFORMANCE_HOLDER,
  conformanceDictionary,
  conformanceSources,
  REOPENING_SETS,
  storedRules,
} from '@postern/testkit';
import type { Column } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { PgColumnBuilderBase } from 'drizzle-orm/pg-core';
import { boolean, doublePrecision, integer, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RowBinding } from '../src/index.ts';
import { compileStatement, conditionOn, conditionSql } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';

/** Sets that compare lists or documents, which SQL reads otherwise. */
const UNCOMPILED = {
  own: ['contains'],
  shared: ['tags-contains-scalar', 'tags-in', 'tags-ne', 'tags-nin', 'parent-null'],
};

const connection = accessDatabase();

describe.each(conformanceSources())('against CASL’s own decisions: the $name sets', (source) => {
  const { name: schema, rows, sets } = source;
  const dictionary = conformanceDictionary(source);
  const attributes = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = pgSchema(schema).table(
    'r',
    Object.fromEntries(attributes.map((name) => [name, columnFor(rows.map((row) => row[name]))])),
  );
  const columns = new Map<string, Column>(
    attributes.map((name) => [name, (table as unknown as Record<string, Column>)[name] as Column]),
  );
  const scalars = new Map([...columns].filter(([, column]) => column.dataType !== 'json'));
  const binding: RowBinding = {
    link: { kind: 'NONE' },
    rowId: sql`NULL::uuid`,
    attribute: (name) => {
      const column = scalars.get(name);
      return column === undefined ? undefined : sql`${column}`;
    },
  };
  const outcomes = new Map<string, readonly string[] | 'UNSAVED' | 'UNCOMPILED'>();

  beforeAll(async () => {
    const defined = [...columns].map(([name, column]) => `"${name}" ${column.getSQLType()}`);
    await connection().script(
      `CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.r (${defined.join(', ')})`,
    );
    await connection().run({
      text: `INSERT INTO ${schema}.r SELECT * FROM jsonb_populate_recordset(NULL::${schema}.r, $1::jsonb)`,
      values: [JSON.stringify(rows)],
    });
    for (const set of sets) outcomes.set(set.name, await outcomeOf(set));
  });

  async function outcomeOf(set: RuleSet): Promise<readonly string[] | 'UNSAVED' | 'UNCOMPILED'> {
    const condition = conditionFor(set, dictionary);
    if (condition === null) return 'UNSAVED';
    try {
      const where = conditionSql(conditionOn(condition, binding), binding);
      const { text: statement, bind } = compileStatement(
        sql`SELECT id FROM ${table} WHERE ${where} ORDER BY id`,
      );
      const found = await connection().run<{ id: string }>({ text: statement, values: bind({}) });
      return found.map((row) => row.id);
    } catch (fault) {
      if (isFault(fault) && fault.code === 'POLICY_CORRUPT') return 'UNCOMPILED';
      throw fault;
    }
  }

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

/** The decision on R.id, or null where a rule of the set is refused when it is saved. */
function conditionFor(set: RuleSet, dictionary: DataDictionary): Condition | null {
  try {
    const rules = storedRules(set).map((stored) => parseRule(stored, dictionary));
    return decideField(abilityFor(rules, CONFORMANCE_HOLDER, dictionary), 'R', 'id').released;
  } catch (problem) {
    if (problem instanceof RuleProblem) return null;
    throw problem;
  }
}

/** The narrowest column that holds the values; lists and documents become JSON. */
function columnFor(values: readonly unknown[]): PgColumnBuilderBase {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.every((value) => typeof value === 'string')) return text();
  if (present.every((value) => typeof value === 'boolean')) return boolean();
  if (present.every((value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31))
    return integer();
  if (present.every((value) => typeof value === 'number')) return doublePrecision();
  return jsonb();
}
