import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { essence } from './essence.ts';
import { library } from './library.ts';
import { ServedSupergraph } from './served-supergraph.ts';

let served: ServedSupergraph;
beforeAll(async () => {
  served = await ServedSupergraph.start(library);
});
afterAll(() => served?.close());

describe('conditions', () => {
  const query = `query ($a: Boolean!, $b: Boolean = false) {
    media { id ... @include(if: $a) { ... on Book @skip(if: $b) { pages stars }
      ... on Medium { creator { name @include(if: $b) born @skip(if: $b) } title @skip(if: $a) } } }
    found { ...F @include(if: $a) ...F @skip(if: $b) }
  } fragment F on Person { name friend @include(if: $b) { name } }`;

  test.each([
    { a: true, b: true },
    { a: true, b: false },
    { a: false, b: true },
    { a: false, b: false },
    { a: true },
  ])('in one another, by variables: %j', async (variables) => {
    const expected = await served.expected(query, variables);
    expect(essence(await served.ask(query, variables))).toEqual(essence(expected));
  });
});

test('a variable named like those of the plan stays the client’s', async () => {
  const query = `query ($_all_0: Boolean!, $b: Boolean!) { people { id ... @include(if: $_all_0) {
    born @include(if: $b) label(loud: $_all_0) } } }`;
  const variables = { _all_0: true, b: false };
  const expected = await served.expected(query, variables);
  expect(essence(await served.ask(query, variables))).toEqual(essence(expected));
});

test('names of prototypes are names like others, `__proto__` too', async () => {
  const query = `query ($__proto__: Boolean = true, $constructor: Int = 1) {
    __proto__: media { __proto__: id constructor: reviews(most: $constructor) { __proto__: text }
      toString: creator @include(if: $__proto__) { __proto__: __typename hasOwnProperty: name } }
    valueOf: __schema { __proto__: queryType { name } } }`;
  const answer = JSON.stringify(essence(await served.ask(query)));
  expect(answer).toBe(JSON.stringify(essence(await served.expected(query))));
  expect(answer).toContain('{"__proto__":"b1","constructor":[{"__proto__":"good b1"}]');
});

test('a null may be given for a variable with a default', async () => {
  const query = 'query ($loud: Boolean = true) { someone { label(loud: $loud) } }';
  for (const variables of [{}, { loud: null }, { loud: false }]) {
    const expected = await served.expected(query, variables);
    expect(essence(await served.ask(query, variables))).toEqual(essence(expected));
  }
});

test('a plan that cannot be used is an error with a code, and nothing is asked', async () => {
  for (const { asked } of Object.values(served.subgraphs)) asked.length = 0;
  const query = `query ($a: Boolean!) { found { ... on Medium { creator { friend { works {
    ... on Film @skip(if: $a) { creator { __typename } } ... on Lent { due } } } } } } }`;
  const { data = null, errors } = await served.ask(query, { a: false });
  expect(data).toBeNull();
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['PLAN_FAILED']);
  expect(Object.values(served.subgraphs).flatMap(({ asked }) => asked)).toEqual([]);
});

test.each([
  ['a field that is not there', '{ media { nothing } }'],
  ['a variable of another type', 'query ($id: ID!) { medium(id: $id) { id } }'],
  ['no such operation', 'mutation { anything }'],
])('%s is an error without data', async (_, query) => {
  const { data, errors } = await served.ask(query);
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
});
