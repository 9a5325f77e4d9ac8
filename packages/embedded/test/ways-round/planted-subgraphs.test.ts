import { isFault } from '@postern/errors';
import type { SubgraphDefinition } from '@postern/subgraph-kit';
import { composeSupergraph, subgraphSdl } from '@postern/subgraph-kit';
import { describe, expect, test } from 'vitest';

/** The preamble as every subgraph has it. */
const PREAMBLE = subgraphSdl([]);
const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

/** One record type with a class on each field, which builds. */
const RECORD = `
  type Query { case: Case }
  type Case @key(fields: "id") {
    id: ID! @classified(as: OPERATIONAL)
    secret: String @classified(as: CRIMINAL_OFFENCE)
    ${'%FIELDS%'}
  }`;

const record = (fields = ''): string => RECORD.replace('%FIELDS%', fields);
const subgraph = (typeDefs: string, name = 'planted'): SubgraphDefinition => ({ name, typeDefs });
const importing = (...names: readonly string[]): string =>
  PREAMBLE.replace('"@composeDirective"]', `"@composeDirective", ${names.join(', ')}]`);

/** What a build tells the log of the subgraphs that it refuses; null where it takes them. */
function refusal(...subgraphs: readonly SubgraphDefinition[]): unknown {
  try {
    composeSupergraph(subgraphs);
    return null;
  } catch (error) {
    if (!isFault(error)) throw error;
    const { element, coordinate } = error.logged;
    return [error.code, element ?? coordinate];
  }
}

test('a subgraph without any of it builds', () => {
  expect(refusal(subgraph(PREAMBLE + record()))).toBeNull();
  expect(refusal(subgraph(importing('"@tag"') + record()))).toBeNull();
  const mutating = `${record()} type Mutation { add(secret: String): CaseResult }
    union CaseResult = CaseChanged | CommandRefusal type CaseChanged { case: Case } type CommandRefusal { code: String! message: String! }`;
  expect(refusal(subgraph(PREAMBLE + mutating))).toBeNull();
});

type Plant = readonly [what: string, typeDefs: string, element: string];

const OTHER = 'type Other @key(fields: "id") { id: ID! @classified(as: OPERATIONAL) }';

const INTERFACES: readonly Plant[] = [
  ['an interface', 'interface Node { id: ID! @classified(as: OPERATIONAL) }', 'Node'],
  ['an interface that is only extended', 'extend interface Node { id: ID! }', 'Node'],
  ['a union', `${OTHER} union Anything = Case | Other`, 'Anything'],
  ['a union that is only extended', 'extend union Anything = Case', 'Anything'],
  [
    'an implementer laxer than its interface',
    `interface Held { told: String @classified(as: CRIMINAL_OFFENCE) }
     type Lax implements Held @key(fields: "id") { id: ID! @classified(as: OPERATIONAL) told: String @classified(as: PUBLIC) }`,
    'Lax',
  ],
  [
    'an interface without a class over classed implementers',
    `interface Held { told: String }
     type Strict implements Held @key(fields: "id") { id: ID! @classified(as: OPERATIONAL) told: String @classified(as: CRIMINAL_OFFENCE) }`,
    'Strict',
  ],
  [
    'an interface over pages',
    `interface Paged { totalCount: Int } type CaseConnection implements Paged { edges: [Case!] totalCount: Int }`,
    'CaseConnection',
  ],
];

const UNCLASSED: readonly Plant[] = [
  ['a field without a class', record('open: String'), 'Case.open'],
  ['a class that is none', record('open: String @classified(as: NOBODYS)'), 'Case.open'],
  [
    'a category that the class does not have',
    record('open: String @classified(as: RESTRICTED, category: HEALTH)'),
    'Case.open',
  ],
  [
    'a field without a class in an extension',
    `${record()} extend type Case { open: String }`,
    'Case.open',
  ],
  [
    'a record type in the name of a page',
    `${record()} type KinConnection { surname: String }`,
    'KinConnection.surname',
  ],
  [
    'a record type in the name of an edge',
    `${record()} type KinEdge { cursor: String! surname: String }`,
    'KinEdge.surname',
  ],
  [
    'a value that a mutation answers with',
    `${record()} type Mutation { add(secret: String): String }`,
    'Mutation.add',
  ],
  [
    'a record type in the name of a result',
    `${record()} type KinChanged { case: Case surname: String }`,
    'KinChanged.surname',
  ],
  [
    'data beside why a command was refused',
    `${record()} type CommandRefusal { code: String! value: String }`,
    'CommandRefusal.value',
  ],
  ['data beside a notice', `${record()} extend type Withheld { value: String }`, 'Withheld.value'],
  [
    'a field that a rule may withhold and that cannot be null',
    record('open: String! @classified(as: PERSONAL)'),
    'Case.open',
  ],
  ['a list that cannot be null', record('open: [String!]! @classified(as: PERSONAL)'), 'Case.open'],
  [
    'such a field in an extension',
    `${record()} extend type Case { open: String! @classified(as: PERSONAL) }`,
    'Case.open',
  ],
];

const KEYS: readonly Plant[] = [
  ['another key', record().replace('"id"', '"secret"'), 'Case'],
  ['a key of two fields', record().replace('"id"', '"id secret"'), 'Case'],
  ['a second key', record().replace('@key(', '@key(fields: "secret") @key('), 'Case'],
  ['another key in an extension', `${record()} extend type Case @key(fields: "secret")`, 'Case'],
  [
    'a key by its unimported name',
    record().replace('@key(', '@federation__key(fields: "secret") @key('),
    'Case',
  ],
];

describe('a build refuses, by name', () => {
  test.each(INTERFACES)('%s', (_, types, element) => {
    expect(refusal(subgraph(PREAMBLE + record() + types))).toEqual([
      'CLASSIFICATION_INVALID',
      element,
    ]);
  });

  test.each([...UNCLASSED, ...KEYS])('%s', (_, types, element) => {
    expect(refusal(subgraph(PREAMBLE + types))).toEqual(['CLASSIFICATION_INVALID', element]);
  });

  const CARRIERS: readonly (readonly [name: string, field: string])[] = [
    ['requires', 'open: String @classified(as: PUBLIC) @NAME(fields: "secret")'],
    ['provides', 'open: Case @classified(as: PUBLIC) @NAME(fields: "secret")'],
    ['external', 'open: String @classified(as: PUBLIC) @NAME'],
    [
      'fromContext',
      'open(secret: String @NAME(field: "$case { secret }")): String @classified(as: PUBLIC)',
    ],
  ];

  test.each(CARRIERS)('@%s, imported or by its full name', (name, field) => {
    for (const [preamble, written] of [
      [importing(`"@${name}"`), name],
      [PREAMBLE, `federation__${name}`],
    ] as const)
      expect(refusal(subgraph(preamble + record(field.replace('NAME', written)))), written).toEqual(
        ['CLASSIFICATION_INVALID', 'Case.open'],
      );
  });

  test.each([
    ['context', '@NAME(name: "case")'],
    ['interfaceObject', '@NAME'],
    ['external', '@NAME'],
  ])('@%s on a type, imported or by its full name', (name, use) => {
    for (const [preamble, written] of [
      [importing(`"@${name}"`), name],
      [PREAMBLE, `federation__${name}`],
    ] as const) {
      const typeDefs = record().replace('@key', `${use.replace('NAME', written)} @key`);
      expect(refusal(subgraph(preamble + typeDefs)), written).toEqual([
        'CLASSIFICATION_INVALID',
        'Case',
      ]);
    }
  });

  test('@provides on a root field', () => {
    const typeDefs = record().replace('case: Case', 'case: Case @provides(fields: "secret")');
    expect(refusal(subgraph(importing('"@provides"') + typeDefs))).toEqual([
      'CLASSIFICATION_INVALID',
      'Query.case',
    ]);
  });
});

describe('a build refuses a directive under another name', () => {
  const classified = 'import: ["@classified"]';

  test.each([
    ['the class', PREAMBLE.replace(classified, 'import: [{ name: "@classified", as: "@held" }]')],
    ['a carrier', importing('{ name: "@requires", as: "@needs" }')],
    ['the key', PREAMBLE.replace('"@key"', '"@key", { name: "@key", as: "@by" }')],
  ])('%s, by its import', (_, preamble) => {
    expect(refusal(subgraph(preamble + record()))).toEqual([
      'CLASSIFICATION_INVALID',
      '@link(import:)',
    ]);
  });

  test('the federation, by its namespace', () => {
    const preamble = PREAMBLE.replace(`"${FEDERATION}"`, `"${FEDERATION}", as: "f"`);
    const typeDefs = record('open: String @classified(as: PUBLIC) @f__requires(fields: "secret")');
    expect(refusal(subgraph(preamble + typeDefs))).toEqual([
      'CLASSIFICATION_INVALID',
      '@link(as:)',
    ]);
  });

  test('a class that is not carried into the supergraph, or not defined', () => {
    const uncarried = PREAMBLE.replace('@composeDirective(name: "@classified")', '');
    expect(refusal(subgraph(uncarried + record()))).not.toBeNull();
    const undefinedHere = PREAMBLE.replace(/directive @classified\(.*\n/, '');
    expect(refusal(subgraph(undefinedHere + record()))).toEqual([
      'CLASSIFICATION_INVALID',
      '@classified',
    ]);
  });
});

test('a field that two subgraphs hold differently is refused by its coordinate', () => {
  const shared = (dataClass: string): string =>
    PREAMBLE +
    record(`shared: String @shareable @classified(as: ${dataClass})`)
      .replace('id: ID!', 'id: ID! @shareable')
      .replace('secret: String', 'secret: String @shareable')
      .replace('case: Case', 'case: Case @shareable');
  expect(refusal(subgraph(shared('PERSONAL')), subgraph(shared('PERSONAL'), 'other'))).toBeNull();
  expect(refusal(subgraph(shared('PERSONAL')), subgraph(shared('PUBLIC'), 'other'))).toEqual([
    'CLASSIFICATION_INVALID',
    'Case.shared',
  ]);
});
