import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GatewayUnderTest } from './gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
beforeEach(() => {
  gateway.federation.calls.length = 0;
});
afterAll(() => gateway.close());

async function dataOf(query: string, variables?: unknown): Promise<unknown> {
  const { body, status } = await gateway.ask(query, { variables });
  expect(body.errors).toBeUndefined();
  expect(status).toBe(200);
  return body.data;
}

describe('entities', () => {
  test('cross three subgraphs and back, with one call per step however many rows', async () => {
    const query = `query ($first: Int) { episodes(first: $first) { edges { cursor node {
      reference family { reference members { givenName worker { name agency { name } } } }
      lead { name agency { name } } actions { text owner { name } } } } } }`;
    await gateway.ask(query, { variables: { first: 2 } });
    const callsForTwo = gateway.federation.calls.length;
    gateway.federation.calls.length = 0;
    const data = await dataOf(query, { first: 50 });
    expect(gateway.federation.calls.length).toBe(callsForTwo);
    const edges = (data as { episodes: { edges: unknown[] } }).episodes.edges;
    expect(edges).toHaveLength(50);
    expect(edges[49]).toEqual({
      cursor: 'after e50',
      node: {
        reference: 'EH-e50',
        family: {
          reference: 'FAM-f50',
          members: [1, 2].map((member) => ({
            givenName: `Given f50-m${member}`,
            worker: { name: 'Practitioner p1', agency: { name: 'Agency g1' } },
          })),
        },
        lead: { name: 'Practitioner p1', agency: { name: 'Agency g1' } },
        actions: [{ text: 'do a-any', owner: { name: 'Practitioner p2' } }],
      },
    });
  });

  test('are asked for once each, by __typename and key alone', async () => {
    await dataOf('{ episodes(first: 5) { edges { node { reference lead { name } } } } }');
    const call = gateway.federation.calls.find(({ subgraph }) => subgraph === 'partners');
    const representations = Object.values(call?.variables ?? {}).flat();
    expect(representations).toEqual([{ __typename: 'Practitioner', id: 'p1' }]);
  });

  test('may be null in lists, missing, and in lists of lists', async () => {
    const data = await dataOf('{ episode(id: "e1") { team { name } grid { reference } } }');
    expect(data).toEqual({
      episode: {
        team: [{ name: 'Practitioner p1' }, null, { name: 'Practitioner p2' }, { name: null }],
        grid: [
          [{ reference: 'FAM-f1' }, null],
          null,
          [{ reference: 'FAM-f2' }, { reference: 'FAM-f1' }],
        ],
      },
    });
  });

  test('that are missing empty what may not be null, up to the nearest place that may', async () => {
    const data = await dataOf('{ episode(id: "e1") { id team { agency { id } } } }');
    expect(data).toEqual({
      episode: { id: 'e1', team: [{ agency: { id: 'g1' } }, null, { agency: { id: 'g2' } }, null] },
    });
  });

  test('nest: a key brought by one subgraph leads to a third', async () => {
    const data = await dataOf(
      '{ episode(id: "e1") { lead { agency { name families { reference worker { name } } } } } }',
    );
    const worker = { name: 'Practitioner p2' };
    expect(data).toEqual({
      episode: {
        lead: {
          agency: {
            name: 'Agency g1',
            families: [
              { reference: 'FAM-f1', worker },
              { reference: 'FAM-f2', worker },
            ],
          },
        },
      },
    });
  });

  test('asked for with different arguments in two places stay apart', async () => {
    const data = await dataOf(`{
      a: episode(id: "e1") { lead { agency { families { v: named(name: "a") } } } }
      b: episode(id: "e2") { lead { agency { families { v: named(name: "b") } } } }
    }`);
    const families = (name: string) => ({
      lead: { agency: { families: [{ v: `named ${name}` }, { v: `named ${name}` }] } },
    });
    expect(data).toEqual({ a: families('a'), b: families('b') });
  });

  test('none found means no call at all', async () => {
    const data = await dataOf('{ episode(id: "none") { family { reference } } }');
    expect(data).toEqual({ episode: null });
    expect(gateway.federation.calls.map(({ subgraph }) => subgraph)).toEqual(['episodes']);
  });
});

describe('names', () => {
  test('an alias that is a key field’s name never becomes the key', async () => {
    const data = await dataOf(
      '{ episode(id: "e1") { id: reference family { id: reference worker { id: name agency { id: name } } } } }',
    );
    expect(data).toEqual({
      episode: {
        id: 'EH-e1',
        family: {
          id: 'FAM-f1',
          worker: { id: 'Practitioner p2', agency: { id: 'Agency g2' } },
        },
      },
    });
    const keys = gateway.federation.calls.flatMap(({ variables }) =>
      Object.values(variables).flat(),
    );
    expect(keys.every((key) => /^[fpg]\d$/.test((key as { id: string }).id))).toBe(true);
  });

  test('aliases named like members of Object.prototype are ordinary', async () => {
    const data = await dataOf(`{ constructor: episode(id: "e1") { toString: reference
      hasOwnProperty: lead { valueOf: name constructor: agency { toJSON: name then: id } } } }`);
    expect(JSON.stringify(data)).toBe(
      '{"constructor":{"toString":"EH-e1","hasOwnProperty":{"valueOf":"Practitioner p1","constructor":{"toJSON":"Agency g1","then":"g1"}}}}',
    );
  });

  test('variables named like the plan’s own stay the client’s', async () => {
    const query = `query ($representations: ID!, $toString: String) {
      episode(id: $representations) { family { named(name: $toString) } } }`;
    expect(await dataOf(query, { representations: 'e1', toString: 'x' })).toEqual({
      episode: { family: { named: 'named x' } },
    });
    expect(await dataOf(query, { representations: 'e1' })).toEqual({
      episode: { family: { named: 'named none' } },
    });
  });

  test('an aliased __typename and one beside other fields', async () => {
    expect(
      await dataOf('{ __typename episode(id: "e1") { kind: __typename family { __typename } } }'),
    ).toEqual({
      __typename: 'Query',
      episode: { kind: 'Episode', family: { __typename: 'Family' } },
    });
    expect(await dataOf('{ q: __typename }')).toEqual({ q: 'Query' });
  });
});

describe('open types', () => {
  test('interfaces and unions answer by the object’s own type', async () => {
    const data = await dataOf(`{
      node(id: "a5") { id ... on Episode { reference } ... on Action { v: id owner { name } } }
      things { __typename ... on Node { id } ... on Episode { v: id lead { name } } ...A }
    } fragment A on Action { v: id text owner { name } }`);
    expect(data).toEqual({
      node: { id: 'a5', v: 'a5', owner: { name: 'Practitioner p2' } },
      things: [
        { __typename: 'Episode', id: 'e1', v: 'e1', lead: { name: 'Practitioner p1' } },
        null,
        {
          __typename: 'Action',
          id: 'a1',
          v: 'a1',
          text: 'do a1',
          owner: { name: 'Practitioner p2' },
        },
      ],
    });
  });

  test('an interface asked only for its own fields needs no type from the client', async () => {
    expect(await dataOf('{ node(id: "e1") { id } }')).toEqual({ node: { id: 'e1' } });
  });

  test('nested in one another', async () => {
    expect(
      await dataOf(
        '{ node(id: "e1") { ... on Episode { parent { id ... on Action { text } } } } }',
      ),
    ).toEqual({ node: { parent: { id: 'a9', text: 'do a9' } } });
  });
});

describe('selections', () => {
  test('the same field twice is merged, through fragments too', async () => {
    expect(
      await dataOf(`{ episode(id: "e1") { family { reference } ...E family { members { id } } } }
        fragment E on Episode { reference family { worker { name } } }`),
    ).toEqual({
      episode: {
        family: {
          reference: 'FAM-f1',
          worker: { name: 'Practitioner p2' },
          members: [{ id: 'f1-m1' }, { id: 'f1-m2' }],
        },
        reference: 'EH-e1',
      },
    });
  });

  test.each([
    { yes: true, data: { episode: { family: { reference: 'FAM-f1' }, reference: 'EH-e1' } } },
    { yes: false, data: { episode: { lead: { name: 'Practitioner p1', id: 'p1' } } } },
  ])('conditions by variable: $yes', async ({ yes, data }) => {
    const query = `query ($yes: Boolean!) { episode(id: "e1") {
      family @include(if: $yes) { reference }
      lead @skip(if: $yes) { ...P }
      ... @include(if: $yes) { reference }
    } } fragment P on Practitioner { name @skip(if: $yes) id }`;
    expect(await dataOf(query, { yes })).toEqual(data);
    const askedPartners = gateway.federation.calls.some(({ subgraph }) => subgraph === 'partners');
    expect(askedPartners).toBe(!yes);
  });

  test('conditions with literals and defaults', async () => {
    const query = `query ($no: Boolean = false, $kind: String = "home") { episode(id: "e1") {
      id @skip(if: true) reference @include(if: true) status @include(if: $no) actions(kind: $kind) { id } } }`;
    expect(await dataOf(query)).toEqual({
      episode: { reference: 'EH-e1', actions: [{ id: 'a-home' }] },
    });
  });

  test('the operation named is the one that runs', async () => {
    const query = 'query A { status } query B { family(id: "f1") { id } }';
    const { body } = await gateway.ask(query, { operationName: 'B' });
    expect(body.data).toEqual({ family: { id: 'f1' } });
  });

  test('introspection is answered beside data, and without asking a subgraph when alone', async () => {
    expect(
      await dataOf('{ __schema { queryType { name } } status t: __type(name: "Person") { name } }'),
    ).toEqual({
      __schema: { queryType: { name: 'Query' } },
      status: 'OPEN',
      t: { name: 'Person' },
    });
    gateway.federation.calls.length = 0;
    expect(
      await dataOf(
        'query ($name: String!) { ...T __typename } fragment T on Query { __type(name: $name) { kind } }',
        {
          name: 'Person',
        },
      ),
    ).toEqual({ __type: { kind: 'OBJECT' }, __typename: 'Query' });
    expect(gateway.federation.calls).toEqual([]);
  });
});

describe('values', () => {
  test('JSON passes through, and its keys touch no prototype', async () => {
    const query = 'query ($value: JSON) { echo(value: $value) }';
    const { text } = await gateway.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { value: { deep: [{ toString: 1 }] } } }),
    });
    expect(text).toBe('{"data":{"echo":{"deep":[{"toString":1}]}}}');
  });
});
