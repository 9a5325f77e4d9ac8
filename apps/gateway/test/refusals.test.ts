import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRefusal } from './expect-refusal.ts';
import type { Asking } from './gateway-under-test.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({ production: true });
});
afterAll(() => gateway.close());

const nested = (levels: number): string => {
  const open = 'parent { ... on Episode { '.repeat(levels);
  return `{ episode(id: "e1") { ${open} id ${'} }'.repeat(levels)} } }`;
};

const bomb = (levels: number): string => {
  const fragments = Array.from(
    { length: levels },
    (_, level) =>
      `fragment F${level} on Episode { ...F${level + 1} family { id } ...F${level + 1} }`,
  );
  return `{ episodes(first: 1) { edges { node { ...F0 } } } } ${fragments.join(' ')}
    fragment F${levels} on Episode { id }`;
};

const aliased = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: status`).join(' ')} }`;

const refused: readonly [string, string, Asking, number, string][] = [
  ['no token', '{ status }', { headers: { authorization: undefined } }, 401, 'TOKEN_MISSING'],
  [
    'an expired token',
    '{ status }',
    { headers: { authorization: 'Bearer expired' } },
    401,
    'TOKEN_EXPIRED',
  ],
  [
    'no token for introspection',
    '{ __schema { queryType { name } } }',
    { headers: { authorization: undefined } },
    401,
    'TOKEN_MISSING',
  ],
  [
    'no token for reporting',
    '{ episodesOpened { month } }',
    { path: '/reporting/graphql', headers: { authorization: undefined } },
    401,
    'TOKEN_MISSING',
  ],
  [
    'no purpose',
    '{ status }',
    { headers: { 'purpose-of-use': undefined } },
    400,
    'PURPOSE_REQUIRED',
  ],
  [
    'an unknown purpose',
    '{ status }',
    { headers: { 'purpose-of-use': 'CURIOSITY' } },
    400,
    'PURPOSE_UNKNOWN',
  ],
  [
    'two purposes',
    '{ status }',
    { headers: { 'purpose-of-use': 'UNDERSTAND_NEEDS, SAFEGUARDING' } },
    400,
    'PURPOSE_UNKNOWN',
  ],
  [
    'the purpose of aggregates for records',
    '{ status }',
    { headers: { 'purpose-of-use': 'PLANNING_AND_REPORTING' } },
    400,
    'PURPOSE_UNKNOWN',
  ],
  [
    'an unknown purpose for reporting',
    '{ episodesOpened { month } }',
    { path: '/reporting/graphql', headers: { 'purpose-of-use': 'CURIOSITY' } },
    400,
    'PURPOSE_UNKNOWN',
  ],
  ['a malformed query', '{ status', {}, 400, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ statu }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an unknown argument',
    '{ episode(ide: "1", id: "1") { id } }',
    {},
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'introspection in production',
    '{ __schema { queryType { name } } }',
    {},
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a field of entities',
    '{ _entities(representations: []) { __typename } }',
    {},
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a subgraph’s SDL', '{ _service { sdl } }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a cycle of fragments',
    '{ episode(id: "1") { ...A } } fragment A on Episode { ...B } fragment B on Episode { ...A }',
    {},
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['@defer', '{ episode(id: "1") { ... @defer { id } } }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a subscription', 'subscription { status }', {}, 400, 'BAD_REQUEST'],
  ['a missing variable', 'query ($id: ID!) { episode(id: $id) { id } }', {}, 400, 'BAD_USER_INPUT'],
  [
    'a variable of the wrong type',
    'query ($n: Int) { episodes(first: $n) { edges { cursor } } }',
    { variables: { n: 'many' } },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'an operation that is not there',
    'query A { status }',
    { operationName: 'B' },
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'several operations, none named',
    'query A { status } query B { status }',
    {},
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['a query thirteen levels deep', nested(12), {}, 400, 'QUERY_TOO_DEEP'],
  [
    'a page beyond the maximum',
    '{ episodes(first: 101) { edges { cursor } } }',
    {},
    400,
    'ARGUMENT_INVALID',
  ],
  [
    'a page beyond the maximum by variable',
    'query ($n: Int) { episodes(first: $n) { edges { cursor } } }',
    { variables: { n: 101 } },
    400,
    'ARGUMENT_INVALID',
  ],
  [
    'too many aliases',
    `{ episode(id: "1") { ${Array.from({ length: 51 }, (_, index) => `a${index}: id`).join(' ')} } }`,
    {},
    400,
    'QUERY_TOO_COSTLY',
  ],
  ['too many root fields', aliased(11), {}, 400, 'QUERY_TOO_COSTLY'],
  ['too many tokens', `{ ${'status '.repeat(4_001)} }`, {}, 400, 'QUERY_TOO_COSTLY'],
  ['a fragment bomb', bomb(13), {}, 400, 'QUERY_TOO_COSTLY'],
  ['an alias with two underscores', '{ __proto__: status }', {}, 400, 'NAME_RESERVED'],
  [
    'a nested alias with two underscores in a fragment',
    '{ episode(id: "1") { ...A } } fragment A on Episode { __id: id }',
    {},
    400,
    'NAME_RESERVED',
  ],
  [
    'a variable with two underscores',
    'query ($__proto__: ID!) { episode(id: $__proto__) { id } }',
    { variables: { a: 1 } },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'an optional variable with two underscores',
    'query ($__kind: String) { episode(id: "1") { actions(kind: $__kind) { id } } }',
    {},
    400,
    'NAME_RESERVED',
  ],
  [
    'an operation name with two underscores',
    'query __ApolloGetServiceDefinition__ { status }',
    {},
    400,
    'NAME_RESERVED',
  ],
];

describe('refuses', () => {
  test.each(refused)('%s', async (_, query, asking, status, code) => {
    const before = gateway.federation.calls.length;
    expectRefusal(await gateway.ask(query, asking), status, code);
    expect(gateway.federation.calls.length).toBe(before);
  });

  test('a fragment bomb that would be written out to more fields than there are atoms', async () => {
    const answer = await gateway.ask(bomb(250));
    expect(answer.status).toBe(400);
    expect(answer.body.data ?? null).toBeNull();
  });

  test('rows multiplied beyond the cost limit, and says which limit', async () => {
    const strict = await GatewayUnderTest.start({ limits: { cost: 100 } });
    const query = 'query ($n: Int) { episodes(first: $n) { edges { cursor node { id } } } }';
    const cheap = await strict.ask(query, { variables: { n: 3 } });
    const dear = await strict.ask(query, { variables: { n: 60 } });
    const unstated = await strict.ask(
      '{ episodes { edges { cursor node { id reference lead { id } } } } }',
    );
    await strict.close();
    expect(cheap.status).toBe(200);
    expectRefusal(dear, 400, 'QUERY_TOO_COSTLY');
    expect(dear.body.errors?.[0]?.extensions).toMatchObject({ limit: 'cost', maximum: 100 });
    expectRefusal(unstated, 400, 'QUERY_TOO_COSTLY');
  });

  test('tells an unknown operation name from a missing one', async () => {
    const query = 'query A { status } query B { status }';
    const unknown = await gateway.ask(query, { operationName: 'C' });
    expect(unknown.body.errors?.[0]?.message).toBe('The document defines no such operation.');
    const missing = await gateway.ask(query);
    expect(missing.body.errors?.[0]?.message).toBe('The document defines several operations.');
  });

  test('names the purposes that may be declared', async () => {
    const { body } = await gateway.ask('{ status }', { headers: { 'purpose-of-use': undefined } });
    expect(body.errors?.[0]?.extensions.purposes).toEqual(['UNDERSTAND_NEEDS', 'SAFEGUARDING']);
  });

  test('challenges whoever has no good token', async () => {
    const none = await gateway.ask('{ status }', { headers: { authorization: undefined } });
    expect(none.headers.get('www-authenticate')).toBe('Bearer realm="postern"');
    const expired = await gateway.ask('{ status }', {
      headers: { authorization: 'Bearer expired' },
    });
    expect(expired.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });
});
