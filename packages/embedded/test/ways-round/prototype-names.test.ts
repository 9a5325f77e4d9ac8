import { cast } from '@postern/sample-county';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { send } from '../bad-input/plain-refusal.ts';
import type { AnswerBody } from '../county-fixture.ts';
import { SUBGRAPHS } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { openWays } from './ways.ts';

const { grace } = cast.practitioners;
const { okafor } = cast.families;
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  '__defineGetter__',
];
const PERSON = { __typename: 'Person', id: okafor.persons.chidi.id };
const ENTITIES = (selection: string): string =>
  `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Person ${selection} } }`;

let ways: Ways;
beforeAll(async () => {
  ways = await openWays();
});
afterAll(() => ways?.close());

/** Its properties by name; accessors are not called. */
function ownOf(prototype: object): readonly unknown[] {
  return Reflect.ownKeys(prototype).map((key) => [
    String(key),
    Reflect.getOwnPropertyDescriptor(prototype, key)?.value,
  ]);
}

const before = [Object.prototype, Array.prototype, Function.prototype, Map.prototype].map(
  (prototype) => [prototype, ownOf(prototype)] as const,
);
afterEach(() => {
  for (const [prototype, descriptors] of before) expect(ownOf(prototype)).toEqual(descriptors);
  const plain: Record<string, unknown> = {};
  expect([plain['polluted'], plain['id'], plain['givenName'], plain['name']]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

/** Refused by a plain code, or answered with the name as a name. */
function expectRefusedOrOwn(
  { data, errors }: AnswerBody,
  read: (data: AnswerBody['data']) => object,
): void {
  if (errors !== undefined) {
    expect(errors[0]?.extensions['code']).toBeOneOf([
      'NAME_RESERVED',
      'REQUEST_MALFORMED',
      'GRAPHQL_VALIDATION_FAILED',
      'ARGUMENT_INVALID',
    ]);
    expect(data ?? null).toBeNull();
  } else expect(Object.getPrototypeOf(read(data))).toBe(Object.prototype);
}

test.each(NAMES)(
  '%s as an alias, at the root, of a record, of a list and of a leaf',
  async (name) => {
    for (const query of [
      `{ ${name}: me { id name } }`,
      `{ me { ${name}: name } }`,
      `{ me { ${name}: agency { ${name}: name } grants { ${name}: role } } }`,
      `{ episodes(first: 2) { edges { node { ${name}: family { ${name}: members { ${name}: givenName } } } } } }`,
      `{ a: me { ...F } b: episode(reference: "x") { ...G } } fragment F on Practitioner { ${name}: name } fragment G on Episode { ${name}: status }`,
    ]) {
      const { body } = await ways.gate.ask(grace, query);
      expectRefusedOrOwn(body, (data) => data);
      if (body.errors === undefined)
        expect(JSON.stringify(body.data), query).toContain(`"${name}":`);
    }
  },
);

test.each(NAMES)('%s as a variable, an operation and a fragment', async (name) => {
  const { reference } = okafor.episodes.current;
  // A literal `{ __proto__: … }` would set a prototype and send nothing.
  const variables = Object.fromEntries([[name, reference]]);
  for (const [query, operationName] of [
    [`query ($${name}: String!) { episode(reference: $${name}) { reference } }`, undefined],
    [
      `query ${name} { episode(reference: "${reference}") { reference } } query Other { me { id } }`,
      name,
    ],
    [
      `{ episode(reference: "${reference}") { ...${name} } } fragment ${name} on Episode { reference }`,
      undefined,
    ],
  ] as const) {
    const manner = { variables, ...(operationName === undefined ? {} : { operationName }) };
    const { body } = await ways.gate.ask(grace, query, manner);
    expectRefusedOrOwn(body, (data) => data.episode);
    if (body.errors === undefined) expect(body.data.episode).toEqual({ reference });
  }
});

test.each(NAMES)('%s as a key of the body, of variables and of extensions', async (name) => {
  const headers = {
    authorization: `Bearer ${await ways.gate.token(grace)}`,
    'content-type': 'application/json',
    'purpose-of-use': 'UNDERSTAND_NEEDS',
  };
  const poison = '{"polluted":true,"query":"{ me { id } }","reference":"x"}';
  for (const body of [
    `{"query":"{ me { name } }","${name}":${poison}}`,
    `{"query":"{ me { name } }","variables":{"${name}":${poison}}}`,
    `{"query":"{ me { name } }","extensions":{"${name}":${poison}}}`,
    `{"query":"query ($f: EpisodeFilter) { episodes(filter: $f) { totalCount } }","variables":{"f":{"${name}":${poison}}}}`,
  ]) {
    const answer = await send(ways.gate, { body, headers });
    expect([200, 400], body).toContain(answer.status);
    if (answer.status === 200 && body.includes('me {'))
      expect(JSON.parse(answer.text)).toEqual({ data: { me: { name: grace.name } } });
  }
});

test.each(NAMES)(
  '%s in a representation, as its key, type and id, and as an alias on it',
  async (name) => {
    const query = ENTITIES('{ id givenName }');
    const [plain, poisoned, nested] = await Promise.all(
      [
        [PERSON],
        [{ ...PERSON, ...Object.fromEntries([[name, { polluted: true, id: okafor.id }]]) }],
        [
          JSON.parse(
            `{"__typename":"Person","id":"${PERSON.id}","${name}":{"${name}":{"polluted":true}}}`,
          ),
        ],
      ].map((all) => ways.straight('families', { who: grace, query, variables: { all } })),
    );
    expect(plain?.data._entities[0].givenName).toBe('Chidi');
    for (const answer of [poisoned, nested])
      expect(answer?.code === null ? answer : plain).toEqual(plain);
    for (const forged of [
      { __typename: name, id: PERSON.id },
      { __typename: 'Person', id: name },
    ]) {
      const { data, code } = await ways.straight('families', {
        who: grace,
        query,
        variables: { all: [forged] },
      });
      expect(code === null ? data : { _entities: [null] }).toEqual({ _entities: [null] });
    }
    // In process no client reaches a subgraph but through the gate, which keeps the name back.
    if (ways.gate.shape === 'embedded') return;
    for (const subgraph of SUBGRAPHS.keys()) {
      const { data, code } = await ways.straight(subgraph, {
        who: grace,
        query: `{ ${name}: __typename }`,
      });
      if (code === null) expect(Object.keys(data)).toEqual([name]);
      else expect(code).toBeOneOf(['NAME_RESERVED', 'GRAPHQL_VALIDATION_FAILED']);
    }
  },
);

test('only the one name that makes a prototype is kept back; the others are answered', async () => {
  const { body } = await ways.gate.ask(
    grace,
    '{ constructor: me { hasOwnProperty: name } toString: __typename }',
  );
  expect(body).toEqual({
    data: { constructor: { hasOwnProperty: grace.name }, toString: 'Query' },
  });
});
