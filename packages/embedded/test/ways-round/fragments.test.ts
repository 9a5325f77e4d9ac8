import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Asking } from '../county-fixture.ts';
import { RECORDS, SUBGRAPHS } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { openWays } from './ways.ts';

const { grace, niamh, marcus } = cast.practitioners;
const READERS: readonly (Asking & { readonly name: string })[] = [
  grace,
  niamh,
  marcus,
  cast.familyAccounts.noor,
];
const PERSON = RECORDS.own('Person');
const PLAIN = caseload(PERSON);

/** Where a fragment could stand for what is asked of each person; each with what it needs beside the operation. */
interface Spelling {
  readonly what: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

function caseload(person: string, head = 'query'): string {
  return `${head} { episodes(first: 4) { edges { node { id reference family { id reference members ${person} } } } } }`;
}

const inner = PERSON.slice(1, -1);
const NAMED = `fragment P on Person ${PERSON}`;
const SPELLINGS: readonly Spelling[] = [
  { what: 'inline', query: caseload(`{ ... on Person ${PERSON} }`) },
  { what: 'inline without a type', query: caseload(`{ ... ${PERSON} }`) },
  { what: 'inline in inline', query: caseload(`{ ... { ... on Person { ... ${PERSON} } } }`) },
  { what: 'named', query: `${caseload('{ ...P }')} ${NAMED}` },
  { what: 'named before its use', query: `${NAMED} ${caseload('{ ...P }')}` },
  { what: 'named twice', query: `${caseload('{ ...P ...P ... { ...P } }')} ${NAMED}` },
  {
    what: 'named through another',
    query: `${caseload('{ ...O }')} fragment O on Person { ... on Person { ...P } } ${NAMED}`,
  },
  {
    what: 'of the fields above it',
    query: `{ ...Q } fragment Q on Query ${caseload('{ ...P }').slice('query '.length)} ${NAMED}`,
  },
  { what: 'beside the plain fields', query: `${caseload(`{ ${inner} ...P }`)} ${NAMED}` },
  {
    what: 'in one of several operations',
    query: `${caseload('{ ...P }', 'query Mine')} query Other { me { id } } ${NAMED}`,
    operationName: 'Mine',
  },
  {
    what: 'included by a literal',
    query: `${caseload('{ ...P @include(if: true) ... @skip(if: true) { id } }')} ${NAMED}`,
  },
  {
    what: 'included by a variable',
    query: `${caseload('{ ...P @include(if: $yes) @skip(if: $no) }', 'query ($yes: Boolean!, $no: Boolean!)')} ${NAMED}`,
    variables: { yes: true, no: false },
  },
  {
    what: 'included by a default',
    query: caseload(
      `{ ... on Person @include(if: $yes) @skip(if: $no) ${PERSON} }`,
      'query ($yes: Boolean = true, $no: Boolean = false)',
    ),
  },
];

/** The same persons, with nothing asked of them. */
const LEFT_OUT: readonly Spelling[] = [
  { what: 'skipped by a literal', query: `${caseload('{ id ...P @skip(if: true) }')} ${NAMED}` },
  {
    what: 'not included by a variable',
    query: caseload(`{ id ... @include(if: $yes) ${PERSON} }`, 'query ($yes: Boolean!)'),
    variables: { yes: false },
  },
  {
    what: 'skipped by a default',
    query: caseload(`{ id ... on Person @skip(if: $no) ${PERSON} }`, 'query ($no: Boolean = true)'),
  },
  {
    what: 'skipped and included at once',
    query: `${caseload('{ id ...P @skip(if: true) @include(if: true) }')} ${NAMED}`,
  },
];

let ways: Ways;
beforeAll(async () => {
  ways = await openWays();
});
afterAll(() => ways?.close());

const ask = (who: Asking, { query, variables = {}, operationName }: Spelling): Promise<Answer> =>
  ways.gate.ask(who, query, {
    variables,
    purpose: who === cast.familyAccounts.noor ? 'UNDERSTAND_NEEDS' : 'COORDINATE_SUPPORT',
    ...(operationName === undefined ? {} : { operationName }),
  });

describe.each(READERS.map((who) => [who.name, who] as const))('%s', (_, who) => {
  test('is given the same and told the same however a fragment spells it', async () => {
    const plain = await ask(who, { what: 'plain', query: PLAIN });
    for (const spelling of SPELLINGS) {
      const { body } = await ask(who, spelling);
      expect(
        body.errors?.map(({ message }) => message),
        spelling.what,
      ).toEqual(plain.body.errors?.map(({ message }) => message));
      expect(body.data ?? null, spelling.what).toEqual(plain.body.data ?? null);
      expect(body.extensions, spelling.what).toEqual(plain.body.extensions);
    }
  });

  test('is given nothing of what is left out, and it is not told as withheld', async () => {
    const plain = await ask(who, { what: 'plain', query: caseload('{ id }') });
    for (const spelling of LEFT_OUT) {
      const { body } = await ask(who, spelling);
      expect(body.data ?? null, spelling.what).toEqual(plain.body.data ?? null);
      expect(body.extensions, spelling.what).toEqual(plain.body.extensions);
    }
  });
});

test('the readers are not given the same', async () => {
  const answers = await Promise.all(
    READERS.map(async (who) =>
      JSON.stringify((await ask(who, { what: '', query: PLAIN })).body.data),
    ),
  );
  expect(new Set(answers).size).toBeGreaterThan(3);
});

test('a representation is read through any fragment as through its plain type', async () => {
  const own = SUBGRAPHS.get('families')?.own('Person') ?? '';
  const all = Object.values(cast.families.okafor.persons).map(({ id }) => ({
    __typename: 'Person',
    id,
  }));
  const entities = (selection: string, rest = ''): Promise<unknown> =>
    ways
      .straight('families', {
        who: niamh,
        purpose: 'COORDINATE_SUPPORT',
        query: `query ($all: [_Any!]!) { _entities(representations: $all) { ${selection} } } ${rest}`,
        variables: { all },
      })
      .then(({ data, code }) => [code, data]);
  const plain = await entities(`... on Person ${own}`);
  expect(JSON.stringify(plain)).toContain('"givenName":"');
  expect(await entities('...P', `fragment P on Person ${own}`)).toEqual(plain);
  expect(await entities(`... { ... on Person { ... ${own} } }`)).toEqual(plain);
  expect(
    await entities(
      `...E ... on Family { address }`,
      `fragment E on _Entity { ... on Person ${own} }`,
    ),
  ).toEqual(plain);
});
