import { describe, expect, test } from 'vitest';
import type { TestSubgraph } from './federation.ts';
import { federate } from './federation.ts';
import type { Answer } from './gateway-under-test.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

/** Runs one query on a supergraph of its own; returns the answer and what was asked of whom. */
async function answerOf(subgraphs: readonly TestSubgraph[], query: string) {
  const gateway = await GatewayUnderTest.start({ records: federate(subgraphs) });
  try {
    const answer: Answer = await gateway.ask(query);
    return { answer, calls: gateway.federation.calls };
  } finally {
    await gateway.close();
  }
}

describe('the executor serves Federation 2 beyond what this project’s schemas use', () => {
  test('compound keys with nested objects', async () => {
    const { answer, calls } = await answerOf(
      [
        {
          name: 'a',
          typeDefs: `type Query { place: Place }
            type Place @key(fields: "id zone { code }") { id: ID! zone: Zone name: String }
            type Zone @shareable { code: Int }`,
          resolvers: { Query: { place: () => ({ id: '1', name: 'Hall', zone: { code: 7 } }) } },
        },
        {
          name: 'b',
          typeDefs: `type Place @key(fields: "id zone { code }") { id: ID! zone: Zone open: Boolean }
            type Zone @shareable { code: Int }`,
          resolvers: {
            Place: {
              open: ({ id, zone }: { id: string; zone: { code: number } }) =>
                id === '1' && zone.code === 7,
            },
          },
        },
      ],
      '{ place { name open } }',
    );
    expect(answer.body.data).toEqual({ place: { name: 'Hall', open: true } });
    expect(calls[1]?.variables).toEqual({
      representations: [{ __typename: 'Place', id: '1', zone: { code: 7 } }],
    });
  });

  test('@requires, with the required field’s name taken by an alias', async () => {
    const { answer } = await answerOf(
      [
        {
          name: 'a',
          typeDefs:
            'type Query { items: [Item] } type Item @key(fields: "id") { id: ID! weight: Int }',
          resolvers: {
            Query: {
              items: () => [
                { id: '1', weight: 3 },
                { id: '2', weight: null },
              ],
            },
          },
        },
        {
          name: 'b',
          typeDefs: `type Item @key(fields: "id") { id: ID! weight: Int @external
            fee(per: Int): Int @requires(fields: "weight") }`,
          resolvers: {
            Item: {
              fee: ({ weight }: { weight: number | null }, { per = 1 }: { per?: number }) =>
                (weight ?? 0) * per,
            },
          },
        },
      ],
      '{ items { weight: id fee twice: fee(per: 2) } }',
    );
    expect(answer.body.data).toEqual({
      items: [
        { weight: '1', fee: 3, twice: 6 },
        { weight: '2', fee: 0, twice: 0 },
      ],
    });
  });

  test('an interface that another subgraph knows as an object', async () => {
    const { answer, calls } = await answerOf(
      [
        {
          name: 'a',
          typeDefs: `type Query { media: [Medium] } interface Medium @key(fields: "id") { id: ID! title: String }
            type Book implements Medium @key(fields: "id") { id: ID! title: String pages: Int }
            type Film implements Medium @key(fields: "id") { id: ID! title: String }`,
          resolvers: {
            Query: {
              media: () => [
                { __typename: 'Book', id: 'b1', title: 'Kites', pages: 90 },
                { __typename: 'Film', id: 'f1', title: 'Tides' },
              ],
            },
          },
        },
        {
          name: 'b',
          typeDefs: `type Medium @interfaceObject @key(fields: "id") { id: ID! stars: Int }`,
          resolvers: { Medium: { stars: ({ id }: { id: string }) => (id === 'b1' ? 5 : 4) } },
        },
      ],
      '{ media { __typename title stars ... on Book { pages } } }',
    );
    expect(answer.body.data).toEqual({
      media: [
        { __typename: 'Book', title: 'Kites', stars: 5, pages: 90 },
        { __typename: 'Film', title: 'Tides', stars: 4 },
      ],
    });
    expect(calls[1]?.variables).toEqual({
      representations: [
        { __typename: 'Medium', id: 'b1' },
        { __typename: 'Medium', id: 'f1' },
      ],
    });
  });

  test('a shared field is taken from wherever the plan already is', async () => {
    const shared = 'type Place @key(fields: "id") { id: ID! name: String @shareable';
    const { answer, calls } = await answerOf(
      [
        {
          name: 'a',
          typeDefs: `type Query { place: Place } ${shared} }`,
          resolvers: { Query: { place: () => ({ id: '1', name: 'Hall' }) } },
        },
        {
          name: 'b',
          typeDefs: `${shared} open: Boolean }`,
          resolvers: { Place: { open: () => true } },
        },
      ],
      '{ place { name } }',
    );
    expect(answer.body.data).toEqual({ place: { name: 'Hall' } });
    expect(calls).toHaveLength(1);
  });

  test('an enum value that the public schema hides reads as null', async () => {
    const { answer } = await answerOf(
      [
        {
          name: 'a',
          typeDefs: 'type Query { states: [State] } enum State { OPEN SECRET @inaccessible }',
          resolvers: { Query: { states: () => ['OPEN', 'SECRET'] } },
        },
      ],
      '{ states }',
    );
    expect(answer.body.data).toEqual({ states: ['OPEN', null] });
  });

  test('mutations run one after another', async () => {
    const order: string[] = [];
    const rename =
      (by: string) =>
      (_: unknown, { to }: { to: string }) => {
        order.push(`${by} ${to}`);
        return to;
      };
    const { answer } = await answerOf(
      [
        {
          name: 'a',
          typeDefs: 'type Query { a: Int } type Mutation { renameA(to: String): String }',
          resolvers: { Mutation: { renameA: rename('a') } },
        },
        {
          name: 'b',
          typeDefs: 'type Query { b: Int } type Mutation { renameB(to: String): String }',
          resolvers: { Mutation: { renameB: rename('b') } },
        },
      ],
      'mutation { first: renameA(to: "1") renameB(to: "2") last: renameA(to: "3") }',
    );
    expect(answer.body.data).toEqual({ first: '1', renameB: '2', last: '3' });
    expect(order).toEqual(['a 1', 'b 2', 'a 3']);
  });
});

describe('a subgraph that answers what it may not', () => {
  const typeDefs = `type Query { episode: Episode list: [Episode] open: Open }
    interface Open { id: ID! }
    type Episode implements Open @key(fields: "id") { id: ID! reference: String level: Int }`;
  const other = { name: 'b', typeDefs: 'type Episode @key(fields: "id") { id: ID! more: String }' };

  test.each([
    ['no data', '{ episode { id } }', {}],
    ['null data', '{ episode { id } }', { data: null }],
    ['a list for its data', '{ episode { id } }', { data: [] }],
    ['a text for an object', '{ episode { id } }', { data: { episode: 'text' } }],
    ['an object for a list', '{ list { id } }', { data: { list: { id: '1' } } }],
    ['an object for a text', '{ episode { reference } }', { data: { episode: { reference: {} } } }],
    ['a text for a number', '{ episode { level } }', { data: { episode: { level: '1' } } }],
    [
      'no type in a place where it matters',
      '{ open { id ... on Episode { reference } } }',
      { data: { open: { id: '1' } } },
    ],
    [
      'an unknown type in an open place',
      '{ open { id } }',
      { data: { open: { __typename: 'X' } } },
    ],
    ['nothing at all', '{ episode { id } }', null],
  ])('%s: an error with a code, no data', async (_, query, given) => {
    const execute = (): Promise<never> => Promise.resolve(given as never);
    const { answer } = await answerOf([{ name: 'a', typeDefs, execute }, other], query);
    expect(answer.status).toBe(500);
    expect(answer.body.data).toBeNull();
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_ANSWER_INVALID' });
  });

  test.each([
    ['too few entities', []],
    ['no list of entities', {}],
    ['an entity that is no object', ['text']],
  ])('%s: an error with a code, no data', async (_, entities) => {
    const first = () => Promise.resolve({ data: { episode: { __typename: 'Episode', id: '1' } } });
    const second = () => Promise.resolve({ data: { _entities: entities } });
    const { answer } = await answerOf(
      [
        { name: 'a', typeDefs, execute: first },
        { ...other, execute: second },
      ],
      '{ episode { more } }',
    );
    expect(answer.body.data).toBeNull();
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_ANSWER_INVALID' });
  });

  test('names of prototypes in what it sends change no prototype', async () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"episode":{"__typename":"Episode","id":"1","__proto__":{"polluted":1},"toString":{"polluted":1}}}',
    ) as Record<string, unknown>;
    const entity = JSON.parse(
      '{"more":"m","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":{"polluted":1}}',
    ) as Record<string, unknown>;
    const { answer } = await answerOf(
      [
        { name: 'a', typeDefs, execute: () => Promise.resolve({ data: hostile }) },
        { ...other, execute: () => Promise.resolve({ data: { _entities: [entity] } }) },
      ],
      '{ episode { id more } }',
    );
    expect(answer.text).toBe('{"data":{"episode":{"id":"1","more":"m"}}}');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((Object as unknown as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
