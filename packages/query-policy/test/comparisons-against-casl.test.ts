import { isFault } from '@postern/errors';
import type {
  ClassKey,
  Condition,
  ConditionTemplate,
  DataDictionary,
  PolicyAbility,
  Scalar,
} from '@postern/policy';
import { abilityFor, decideField, parseRule } from '@postern/policy';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  doublePrecision,
  integer,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RowBinding } from '../src/index.ts';
import { compileStatement, conditionSql } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';
import { id } from './county.ts';
import { comparisons, conditionsOver, HOSTILE_TEXTS } from './random-condition.ts';

const tree = pgSchema('sample').table('tree', {
  id: integer().primaryKey(),
  label: text(),
  note: text(),
  count: integer(),
  ratio: doublePrecision(),
  flag: boolean(),
  reference: uuid(),
  planted: date(),
  felledAt: timestamp('felled_at', { withTimezone: true }),
  tags: text().array(),
});
type Tree = Readonly<
  Record<'label' | 'note' | 'count' | 'ratio' | 'flag' | 'reference' | 'planted', Scalar>
> & {
  readonly id: number;
};

const CREATE = `CREATE SCHEMA sample; CREATE TABLE sample.tree (id integer PRIMARY KEY, label text, note text, count integer,
  ratio double precision, flag boolean, reference uuid, planted date, felled_at timestamptz, tags text[])`;

const BINDING: RowBinding = {
  link: { kind: 'NONE' },
  rowId: sql`NULL::uuid`,
  attribute: (name) => (Object.hasOwn(tree, name) ? sql`${tree[name as keyof Tree]}` : undefined),
};
const DICTIONARY: DataDictionary = new Map([
  [
    'Tree',
    new Map<string, ClassKey>(
      [...Object.keys(tree), 'shape'].map((name) => [name, 'PUBLIC'] as const),
    ),
  ],
]);

const nullable = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 3 });
const TREES: readonly Tree[] = fc
  .sample(
    fc.record({
      label: nullable(fc.constantFrom(...HOSTILE_TEXTS)),
      note: nullable(fc.constantFrom(...HOSTILE_TEXTS)),
      count: nullable(fc.constantFrom(-2, -1, 0, 1, 2, 3)),
      ratio: nullable(fc.constantFrom(-2.5, -1e-7, 0, 0.5, 1, 2.5, 1e300)),
      flag: nullable(fc.boolean()),
      reference: nullable(fc.constantFrom(id(10, 1), id(10, 171))),
      planted: nullable(fc.constantFrom('2024-02-29', '2025-03-10')),
    }),
    { numRuns: 80, seed: 20250310 },
  )
  .map((drawn, index) => ({ ...drawn, id: index }));

const connection = accessDatabase();
beforeAll(async () => {
  await connection().script(CREATE);
  await connection().run({
    text: 'INSERT INTO sample.tree SELECT * FROM jsonb_populate_recordset(NULL::sample.tree, $1::jsonb)',
    values: [JSON.stringify(TREES)],
  });
});

function abilityWith(when: unknown): PolicyAbility {
  const rule = parseRule(
    {
      name: 'drawn',
      role: '*',
      action: 'read',
      resource: 'Tree',
      fields: ['id'],
      purposes: ['COORDINATE_SUPPORT'],
      effect: 'ALLOW',
      when,
      clause: 'SHR-3.3.1',
    },
    DICTIONARY,
  );
  return abilityFor([rule], { roles: [], purpose: 'COORDINATE_SUPPORT' }, DICTIONARY);
}

function conditionOf(when: unknown): Condition {
  return decideField(abilityWith(when), 'Tree', 'id').disclosed;
}

function byCasl(when: unknown): readonly number[] {
  const { casl } = abilityWith(when);
  return TREES.filter((attributes) =>
    casl.can('read', { type: 'Tree', attributes, holds: () => false }, 'id'),
  ).map((one) => one.id);
}

async function bySql(when: unknown): Promise<readonly number[]> {
  const condition = conditionSql(conditionOf(when), BINDING);
  const { text: statement, bind } = compileStatement(
    sql`SELECT ${tree.id} AS id, (${condition}) AS holds, (${condition}) IS NOT NULL AS known FROM ${tree} ORDER BY 1`,
  );
  const rows = await connection().run<{ id: number; holds: boolean | null; known: boolean }>({
    text: statement,
    values: bind({}),
  });
  expect(rows).toHaveLength(TREES.length);
  expect(rows.filter((row) => !row.known)).toEqual([]);
  return rows.filter((row) => row.holds).map((row) => row.id);
}

const drawn = conditionsOver(
  comparisons({
    plain: ['label', 'label', 'note', 'flag', 'reference', 'planted'],
    numeric: ['count', 'ratio'],
  }),
);

test('SQL holds on the rows CASL holds on, and is never null', async () => {
  const seen = { none: 0, some: 0, all: 0 };
  await fc.assert(
    fc.asyncProperty(drawn, async (when) => {
      const found = await bySql(when);
      expect(found).toEqual(byCasl(when));
      seen[found.length === 0 ? 'none' : found.length === TREES.length ? 'all' : 'some'] += 1;
    }),
    { numRuns: 400 },
  );
  expect(seen.some).toBeGreaterThan(150);
  expect(seen.none).toBeGreaterThan(5);
  expect(seen.all).toBeGreaterThan(5);
});

test('a list is one value of the statement, however many stand in it, and null another test', () => {
  const texts = Array.from({ length: 100 }, (_, i) => `of ${i}`);
  const compiled = (operator: '$in' | '$nin', values: readonly Scalar[]) => {
    const condition = conditionSql(
      conditionOf({ where: { label: { [operator]: values } } }),
      BINDING,
    );
    const { text: statement, bind } = compileStatement(condition);
    return { statement, values: bind({}) };
  };
  for (const operator of ['$in', '$nin'] as const) {
    const [few, many] = [compiled(operator, ['of 1']), compiled(operator, texts)];
    expect(many.statement).toBe(few.statement);
    expect([few.values, many.values]).toEqual([[['of 1']], [texts]]);
    expect(compiled(operator, [...texts, null, 4, true]).values).toEqual([texts]);
    expect(compiled(operator, [4, true]).values).toEqual([]);
  }
});

describe('every single comparison', () => {
  const values: readonly Scalar[] = [
    null,
    true,
    0,
    -1,
    2.5,
    '1',
    '',
    "O'Oak",
    id(10, 1),
    '2025-03-10',
  ];
  const attributes = ['label', 'count', 'ratio', 'flag', 'reference', 'planted'] as const;
  test.each(attributes)('of %s, with values of every type', async (name) => {
    const tests = values.flatMap((value) => [
      { $eq: value },
      { $ne: value },
      { $in: [value, 'x', null] },
      { $nin: [value, 1] },
    ]);
    for (const one of tests)
      for (const when of [{ where: { [name]: one } }, { not: { where: { [name]: one } } }])
        expect([when, await bySql(when)]).toEqual([when, byCasl(when)]);
  });

  test.each(['count', 'ratio'])('of the order of %s', async (name) => {
    for (const operator of ['$lt', '$lte', '$gt', '$gte'])
      for (const value of [-1, -0.5, 0, 0.5, 1, 1e300])
        for (const where of [{ where: { [name]: { [operator]: value } } }])
          for (const when of [where, { not: where }])
            expect([when, await bySql(when)]).toEqual([when, byCasl(when)]);
  });
});

describe('a comparison that SQL would read otherwise is refused when it is compiled', () => {
  const refused: readonly (readonly [string, ConditionTemplate])[] = [
    ['the order of text', { where: { label: { $gt: 3 } } }],
    ['the order of truth', { where: { flag: { $lte: 0 } } }],
    ['the order of days', { where: { planted: { $lt: 1 } } }],
    ['an instant', { where: { felledAt: '2025-03-10T12:00:00Z' } }],
    ['the order of instants', { where: { felledAt: { $gte: 0 } } }],
    ['the absence of an instant', { where: { felledAt: null } }],
    ['a list', { where: { tags: 'old' } }],
    ['the absence of a list', { where: { tags: null } }],
    ['an attribute without a column', { where: { shape: 'round' } }],
  ];
  test.each(refused)('%s', (_name, when) => {
    for (const condition of [conditionOf(when), conditionOf({ not: when })])
      expect(() => conditionSql(condition, BINDING)).toThrow(
        expect.objectContaining({ code: 'POLICY_CORRUPT' }),
      );
  });

  test('without repeating the value that the rule holds', () => {
    const condition = conditionOf({ where: { tags: 'Ottoline Quill' } });
    try {
      conditionSql(condition, BINDING);
    } catch (fault) {
      if (!isFault(fault)) throw fault;
      expect(JSON.stringify([fault.message, fault.logged])).not.toContain('Ottoline');
      return;
    }
    throw new Error('the comparison was compiled');
  });
});
