import { decidingColumns } from '@postern/subgraph-kit';
import { expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholePolicySchema } from '../../src/stack/blueprints.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';

const { closedLists, dictionary } = wholePolicySchema();
const scene = setScene();

const columns = RECORD_BLUEPRINTS.flatMap(({ resources }) => resources).flatMap((resource) =>
  [...(closedLists.get(resource.type) ?? [])].flatMap(([name, values]) => {
    const field = resource.fields[name];
    if (field?.kind !== 'COLUMN') return [];
    const { table } = decidingColumns(resource, dictionary);
    // A table has its columns as properties.
    const { name: column } = Reflect.get(resource.table, field.column) as { readonly name: string };
    return [{ attribute: `${resource.type}.${name}`, table, column, values }];
  }),
);

test('no list is shorter than what the records hold: a rule may speak of each value there is', async () => {
  const { owner } = scene.database();
  const held = await Promise.all(
    columns.map(async ({ attribute, table, column, values }) => {
      const rows = await owner.run<{ value: string }>({
        text: `SELECT DISTINCT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`,
        values: [],
      });
      return {
        attribute,
        others: rows.map(({ value }) => value).filter((v) => !values.includes(v)),
      };
    }),
  );
  expect(held.length).toBeGreaterThan(15);
  expect(held.filter(({ others }) => others.length > 0)).toEqual([]);
});
