import { buildSchema, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { operationOf } from '../src/operation/operation.ts';
import type { Weight } from '../src/request/weight.ts';
import { weigh } from '../src/request/weight.ts';

const schema = buildSchema(`
  type Query { rows(first: Int = 10): RowConnection plain: Row list(last: Int): [Row] }
  type RowConnection { edges: [Edge] } type Edge { node: Row }
  type Row { id: ID next: Row more: RowConnection content: Base64 }
  scalar Base64
`);

function weightOf(query: string, variables: Record<string, unknown> = {}): Weight {
  const document = parse(query);
  const node = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (node?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
  return weigh(operationOf(document, node), { schema, variables, pageSize: 100 });
}

test.each([
  ['{ plain { id next { id } } }', {}, 4, 3],
  ['{ rows(first: 3) { edges { node { id } } } }', {}, 10, 4],
  ['{ rows { edges { node { id } } } }', {}, 31, 4],
  ['query ($n: Int) { rows(first: $n) { edges { node { id } } } }', { n: 5 }, 16, 4],
  ['query ($n: Int) { rows(first: $n) { edges { node { id } } } }', {}, 31, 4],
  ['{ plain { more { edges { node { id } } } } }', {}, 62, 5],
  ['{ rows(first: 2) { edges { node { more { edges { node { id } } } } } } }', {}, 127, 7],
  ['{ list(last: 4) { id } }', {}, 5, 2],
  ['{ plain { content } }', {}, 2_001, 2],
  ['{ plain { a: content b: content } }', {}, 4_001, 2],
  ['{ list(last: 3) { content id } }', {}, 200_101, 2],
  ['{ rows(first: 0) { edges { cursor: __typename } } }', {}, 3, 3],
  ['{ plain { ...F ...F } } fragment F on Row { id next { id } }', {}, 7, 3],
])('%s %o costs %i at depth %i', (query, variables, cost, depth) => {
  expect(weightOf(query, variables)).toMatchObject({ cost, depth });
});

test('a fragment is weighed once, however often fragments spread fragments', () => {
  const levels = 200;
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Row { ...F${level + 1} ...F${level + 1} }`,
  );
  const bomb = `{ plain { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Row { id }`;
  expect(weightOf(bomb).cost).toBe(1 + 2 ** levels);
});

test('introspection is weighed apart', () => {
  const weight = weightOf('{ __schema { types { name fields { name } } } plain { id } }');
  expect(weight).toMatchObject({
    depth: 2,
    cost: 2,
    introspectionDepth: 4,
    introspectionFields: 5,
  });
});
