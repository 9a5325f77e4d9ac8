import type { RequestContext } from '@postern/subgraph-kit';
import type { TestSubgraph } from './federation.ts';

/** Notes a release as a subgraph does, so that the ledger has something to record. */
function note(context: RequestContext, type: string, id: string): void {
  context.manifest.identify({ accountId: 'account-1', agencyId: 'agency-1', policyVersion: 3 });
  context.manifest.row(type, id);
  context.manifest.released(`${type}.id`, 'OPERATIONAL');
  context.manifest.released(`${type}.reference`, 'OPERATIONAL');
}

const ids = (prefix: string, count: number): { id: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index + 1}` }));

const episodes: TestSubgraph = {
  name: 'episodes',
  typeDefs: `
    type Query {
      episodes(first: Int, after: String): EpisodeConnection!
      episode(id: ID!): Episode
      node(id: ID!): Node
      things: [Thing]
      status: Status
    }
    type EpisodeConnection { edges: [EpisodeEdge!]! }
    type EpisodeEdge { cursor: String! node: Episode! }
    interface Node { id: ID! }
    union Thing = Episode | Action
    enum Status { OPEN CLOSED }
    type Episode implements Node @key(fields: "id") {
      id: ID!
      reference: String
      status: Status
      family: Family
      lead: Practitioner
      team: [Practitioner]
      grid: [[Family]]
      actions(kind: String): [Action!]
      parent: Node
    }
    type Action implements Node @key(fields: "id") { id: ID! text: String! owner: Practitioner }
    type Family @key(fields: "id", resolvable: false) { id: ID! }
    type Practitioner @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Query: {
      episodes: (_: unknown, { first = 20 }: { first?: number }) => ({
        edges: ids('e', first).map((node) => ({ cursor: `after ${node.id}`, node })),
      }),
      episode: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : { id }),
      node: (_: unknown, { id }: { id: string }) => ({ id }),
      things: () => [{ id: 'e1' }, null, { id: 'a1' }],
      status: () => 'OPEN',
    },
    Node: {
      __resolveType: ({ id }: { id: string }) => (id.startsWith('a') ? 'Action' : 'Episode'),
    },
    Thing: {
      __resolveType: ({ id }: { id: string }) => (id.startsWith('a') ? 'Action' : 'Episode'),
    },
    Episode: {
      reference: ({ id }: { id: string }, _: unknown, context: RequestContext) => {
        note(context, 'Episode', id);
        return `EH-${id}`;
      },
      status: () => 'OPEN',
      family: ({ id }: { id: string }) => ({ id: `f${id.slice(1)}` }),
      lead: () => ({ id: 'p1' }),
      team: () => [{ id: 'p1' }, null, { id: 'p2' }, { id: 'gone' }],
      grid: () => [[{ id: 'f1' }, null], null, [{ id: 'f2' }, { id: 'f1' }]],
      actions: (_: unknown, { kind = 'any' }: { kind?: string }) => [{ id: `a-${kind}` }],
      parent: () => ({ id: 'a9' }),
    },
    Action: {
      text: ({ id }: { id: string }) => (id === 'a-broken' ? null : `do ${id}`),
      owner: () => ({ id: 'p2' }),
    },
  },
};

const families: TestSubgraph = {
  name: 'families',
  typeDefs: `
    type Query { family(id: ID!): Family }
    type Family @key(fields: "id") {
      id: ID!
      reference: String
      members: [Person!]
      named(name: String): String
      worker: Practitioner
    }
    type Person @key(fields: "id") { id: ID! givenName: String worker: Practitioner }
    type Practitioner @key(fields: "id", resolvable: false) { id: ID! }
    type Agency @key(fields: "id") { id: ID! families: [Family!] }
  `,
  resolvers: {
    Query: { family: (_: unknown, { id }: { id: string }) => ({ id }) },
    Family: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      reference: ({ id }: { id: string }) => `FAM-${id}`,
      members: ({ id }: { id: string }) => ids(`${id}-m`, 2),
      named: (_: unknown, { name = 'none' }: { name?: string }) => `named ${name}`,
      worker: () => ({ id: 'p2' }),
    },
    Person: { givenName: ({ id }: { id: string }) => `Given ${id}`, worker: () => ({ id: 'p1' }) },
    Agency: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      families: () => ids('f', 2),
    },
  },
};

const partners: TestSubgraph = {
  name: 'partners',
  typeDefs: `
    type Query { agency(id: ID!): Agency echo(value: JSON): JSON }
    scalar JSON
    type Practitioner @key(fields: "id") { id: ID! name: String agency: Agency! }
    type Agency @key(fields: "id") { id: ID! name: String }
  `,
  resolvers: {
    Query: {
      agency: (_: unknown, { id }: { id: string }) => ({ id }),
      echo: (_: unknown, { value }: { value: unknown }) => value,
    },
    Practitioner: {
      __resolveReference: ({ id }: { id: string }) => (id === 'gone' ? null : { id }),
      name: ({ id }: { id: string }) => `Practitioner ${id}`,
      agency: ({ id }: { id: string }) => ({ id: `g${id.slice(1)}` }),
    },
    Agency: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id }: { id: string }) => `Agency ${id}`,
    },
  },
};

/** Three subgraphs shaped as the real ones are, over values in memory. */
export const casework: readonly TestSubgraph[] = [episodes, families, partners];

/** A subgraph of aggregates, without record types. */
export const aggregates: readonly TestSubgraph[] = [
  {
    name: 'reporting',
    typeDefs:
      'type Query { episodesOpened: [MonthCount!]! } type MonthCount { month: String! count: Int }',
    resolvers: { Query: { episodesOpened: () => [{ month: '2026-10', count: 12 }] } },
  },
];
