import type { Comparison, Scalar } from '@postern/policy';
import { evaluate } from '@postern/policy';
import { sql } from 'drizzle-orm';
import type { PgColumnBuilderBase } from 'drizzle-orm/pg-core';
import { boolean, doublePrecision, integer, pgSchema, text } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileStatement, conditionSql } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';

/** What an operator is tried on: the type of the one column of a store, and every value that a row of it has. */
interface Kind {
  readonly column: () => PgColumnBuilderBase;
  readonly type: string;
  readonly values: readonly Scalar[];
  /** What rules compare with; of another type too, which equals nothing. */
  readonly operands: readonly Scalar[];
}

const KINDS: readonly Kind[] = [
  {
    column: text,
    type: 'text',
    values: [null, '', 'oak', 'Oak', 'oak ', '1', 'true', '%', "'"],
    operands: [null, '', 'oak', '1', '%', "'", 1, true],
  },
  {
    column: integer,
    type: 'integer',
    values: [null, -2, -1, 0, 1, 2],
    operands: [null, -1, 0, 1, 0.5, -1.5, '1', false],
  },
  {
    column: doublePrecision,
    type: 'double precision',
    values: [null, -2.5, -1e-7, 0, 0.5, 1, 1e300],
    operands: [null, -1e-7, 0, 0.5, 1e300, '0'],
  },
  {
    column: boolean,
    type: 'boolean',
    values: [null, true, false],
    operands: [null, true, false, 'true', 1],
  },
];

const EQUALITIES = ['$eq', '$ne'] as const;
const LISTS = ['$in', '$nin'] as const;
const ORDERS = ['$lt', '$lte', '$gt', '$gte'] as const;

/** Every comparison of a kind: each operator with each operand, alone and among others. */
function comparisonsOf({ operands }: Kind): readonly Comparison[] {
  const compare = (operator: Comparison['operator'], value: Comparison['value']): Comparison => ({
    kind: 'COMPARE',
    attribute: 'value',
    operator,
    value,
  });
  return [
    ...EQUALITIES.flatMap((operator) => operands.map((value) => compare(operator, value))),
    ...LISTS.flatMap((operator) => [
      compare(operator, []),
      compare(operator, operands),
      ...operands.flatMap((value) => [
        compare(operator, [value]),
        compare(operator, [value, null]),
      ]),
    ]),
    ...(operands.some((value) => value === 0)
      ? ORDERS.flatMap((operator) =>
          operands.flatMap((value) =>
            typeof value === 'number' ? [compare(operator, value)] : [],
          ),
        )
      : []),
  ];
}

const connection = accessDatabase();

beforeAll(() => connection().script('CREATE SCHEMA stores'));

describe('one store per case, over every operator', () => {
  test.each(KINDS.map((kind, index) => [kind.type, kind, index] as const))(
    '%s',
    async (_type, kind, index) => {
      const selected: { none: number; some: number; all: number } = { none: 0, some: 0, all: 0 };
      for (const [number, comparison] of comparisonsOf(kind).entries()) {
        const name = `store_${index}_${number}`;
        const store = pgSchema('stores').table(name, { id: integer(), value: kind.column() });
        await connection().script(`CREATE TABLE stores.${name} (id integer, value ${kind.type})`);
        await connection().run({
          text: `INSERT INTO stores.${name} SELECT * FROM jsonb_populate_recordset(NULL::stores.${name}, $1::jsonb)`,
          values: [JSON.stringify(kind.values.map((value, id) => ({ id, value })))],
        });
        for (const condition of [comparison, { kind: 'NOT', part: comparison } as const]) {
          const holds = conditionSql(condition, {
            link: { kind: 'NONE' },
            rowId: sql`NULL::uuid`,
            attribute: () => sql`${(store as unknown as { value: typeof store.id }).value}`,
          });
          const { text: statement, bind } = compileStatement(
            sql`SELECT ${store.id} AS id FROM ${store} WHERE ${holds} ORDER BY 1`,
          );
          const found = await connection().run<{ id: number }>({
            text: statement,
            values: bind({}),
          });
          const expected = kind.values.flatMap((value, id) =>
            evaluate(condition, { type: 'Store', attributes: { value }, holds: () => false })
              ? [id]
              : [],
          );
          expect([condition, found.map(({ id }) => id)]).toEqual([condition, expected]);
          selected[
            expected.length === 0 ? 'none' : expected.length === kind.values.length ? 'all' : 'some'
          ] += 1;
        }
      }
      expect(selected.some).toBeGreaterThan(10);
    },
  );
});
