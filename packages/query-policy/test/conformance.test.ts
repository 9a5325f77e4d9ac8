import { existsSync, readFileSync } from 'node:fs';
import { isFault } from '@postern/errors';
import type { ClassKey, Condition, DataDictionary } from '@postern/policy';
import { abilityFor, decideField, parseRule, RuleProblem } from '@postern/policy';
import type { Column } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { PgColumnBuilderBase } from 'drizzle-orm/pg-core';
import { boolean, doublePrecision, integer, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RowBinding } from '../src/index.ts';
import { compileStatement, conditionOn, conditionSql } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';

type ConformanceRow = Readonly<Record<string, unknown>> & { readonly id: string };

interface RuleSet {
  readonly name: string;
  readonly rules: readonly {
    readonly action: string;
    readonly subject: string;
    readonly conditions?: Readonly<Record<string, unknown>>;
    readonly inverted?: boolean;
  }[];
  /** The ids CASL allows, rules in order and the last one winning. */
  readonly caslAllow: readonly string[];
}

/** Sets in which a later permission reopens a denial; deny beats allow here. */
const NARROWER = ['or-with-cannot-between', 'cannot-first-then-can', 'can-all-last'];

const OWN = {
  name: 'the project’s sets',
  schema: 'own',
  folder: new URL('../../policy/test/conformance/', import.meta.url),
  /** Sets that compare lists or documents, which SQL reads otherwise. */
  uncompiled: ['contains'],
};
const SHARED = {
  name: 'the shared sets',
  schema: 'shared',
  folder: new URL('../../../../shared/conformance/', import.meta.url),
  uncompiled: ['tags-contains-scalar', 'tags-in', 'tags-ne', 'tags-nin', 'parent-null'],
};
const sources = existsSync(new URL('rule-sets.json', SHARED.folder)) ? [OWN, SHARED] : [OWN];

const connection = accessDatabase();

describe.each(sources)('against CASL’s own decisions: $name', ({ schema, folder, uncompiled }) => {
  const rows = read<readonly ConformanceRow[]>('rows.json', folder);
  const sets = read<readonly RuleSet[]>('rule-sets.json', folder);
  const attributes = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const dictionary: DataDictionary = new Map(
    ['R', 'Q'].map((type) => [
      type,
      new Map<string, ClassKey>(attributes.map((name) => [name, 'PUBLIC'])),
    ]),
  );
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
    ).toEqual(uncompiled);
  });

  test('every set that is accepted gives CASL’s ids, or fewer where deny beats allow', () => {
    const differing = decided().filter(
      ({ found, caslAllow }) => String(found) !== String(caslAllow),
    );
    expect(differing.map((set) => set.name)).toEqual(NARROWER);
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

function read<Shape>(file: string, folder: URL): Shape {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Shape;
}

/** The decision on R.id, or null where a rule of the set is refused when it is saved. */
function conditionFor(set: RuleSet, dictionary: DataDictionary): Condition | null {
  try {
    const rules = set.rules.map(({ action, subject, conditions, inverted }) =>
      parseRule(
        {
          name: set.name,
          role: 'TAF_MEMBER',
          action,
          resource: subject,
          fields: ['id'],
          purposes: ['COORDINATE_SUPPORT'],
          effect: inverted ? 'DENY' : 'ALLOW',
          when: conditions === undefined ? 'always' : { where: conditions },
          clause: 'SHR-3.3.1',
        },
        dictionary,
      ),
    );
    const holder = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;
    return decideField(abilityFor(rules, holder, dictionary), 'R', 'id').released;
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
