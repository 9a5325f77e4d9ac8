import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinic, takeDone } from './clinic.ts';
import { essence } from './essence.ts';
import { ServedSupergraph } from './served-supergraph.ts';

let served: ServedSupergraph;
beforeAll(async () => {
  served = await ServedSupergraph.start(clinic);
});
beforeEach(() => {
  for (const subgraph of Object.values(served.subgraphs)) {
    subgraph.asked.length = 0;
    subgraph.misbehave = () => null;
  }
  takeDone();
});
afterAll(() => served?.close());

describe('what fails in a subgraph is told as if there were one schema', () => {
  test.each([
    ['a field of a root fetch', '{ visits { id note } }'],
    ['a root field', '{ broken first { id } }'],
    ['a field of an entity, under aliases', '{ all: visits { doctor { call: phone } } }'],
    ['a field that may not be null, where its object may', '{ visits { id strict } }'],
    ['… of an entity', '{ visits { id doctor { name } } }'],
    ['… up to the root', '{ visit(id: "v2") { strict } first { id } }'],
    ['… because there is no such object', '{ visit(id: "none") { id } }'],
    [
      'a null where none may be, in objects in entities',
      '{ visits { doctor { badge { number } } } }',
    ],
    ['… in lists in lists', '{ visits { rooms { name next { name } } } }'],
    ['… in a list of texts', '{ visits { id tags } }'],
    ['… in lists in entities', '{ visits { doctor { shifts { day ward { beds } } } } }'],
    ['entities of another subgraph', '{ visits { cost paid } }'],
    ['a list of objects that must all be there', '{ doctors { id name } }'],
    ['a value that others require, being null', '{ visits { doctor { fee } } }'],
    [
      'fields under conditions',
      '{ visits { ... @include(if: true) { note } strict @skip(if: true) } }',
    ],
  ])('%s', async (_, query) => {
    const expected = await served.expected(query);
    expect(essence(await served.ask(query))).toEqual(essence(expected));
  });

  test('an object of no type that the schema has', async () => {
    const { data, errors } = await served.ask('{ open { id } }');
    expect(data).toEqual({ open: [{ id: 'd1' }, null] });
    expect(errors?.map(({ path }) => path)).toEqual([['open', 1]]);
  });
});

describe('a subgraph that cannot be used', () => {
  const query = '{ visits { id paid doctor { id } } }';
  const rest = { visits: [{ id: 'v1' }, { id: 'v2' }, { id: 'v3' }] };

  test.each([
    ['speaks another language', { body: '<html>' }, 'ANSWER_NOT_JSON'],
    ['answers JSON that is no result', { body: '[1]' }, 'ANSWER_NOT_GRAPHQL'],
    ['fails without a word', { status: 503, body: '{}' }, 'ANSWER_NOT_GRAPHQL'],
    ['has no data', { body: '{"data":null}' }, 'SUBGRAPH_ANSWER_INVALID'],
    ['gives too few entities', { body: '{"data":{"_entities":[]}}' }, 'SUBGRAPH_ANSWER_INVALID'],
    [
      'gives texts for entities',
      { body: '{"data":{"_entities":["a","b","c"]}}' },
      'SUBGRAPH_ANSWER_INVALID',
    ],
  ])('that %s: the rest is answered, each field left out is told', async (_, answer, reason) => {
    const { costs } = served.subgraphs;
    if (costs !== undefined) costs.misbehave = () => answer;
    const { data, errors } = await served.ask(query);
    expect(data).toEqual({
      visits: [
        ...rest.visits.map(({ id }, index) => ({
          id,
          paid: null,
          doctor: { id: `d${index + 1}` },
        })),
        null,
      ],
    });
    expect(errors?.map(({ path }) => path)).toEqual([0, 1, 2].map((at) => ['visits', at, 'paid']));
    expect(errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_FAILED', subgraph: 'costs', reason });
  });

  test('with a status beside a GraphQL result: the result counts', async () => {
    const { costs } = served.subgraphs;
    if (costs !== undefined) {
      const errors = [{ message: 'tired', extensions: { code: 'TIRED', http: { status: 418 } } }];
      costs.misbehave = () => ({ status: 500, body: JSON.stringify({ errors }) });
    }
    const { errors } = await served.ask('{ first { price: cost } }');
    expect(errors).toEqual([
      {
        message: 'tired',
        path: ['first', 'price'],
        extensions: { code: 'TIRED', subgraph: 'costs' },
      },
    ]);
  });

  test('and whose fields may not be null: the nearest place that may be empties', async () => {
    const { costs } = served.subgraphs;
    if (costs !== undefined) costs.misbehave = () => ({ body: '' });
    const { data, errors } = await served.ask(
      '{ first { id cost } visits { doctor { id rate } } }',
    );
    expect(data).toEqual({
      first: null,
      visits: [...[1, 2, 3].map(() => ({ doctor: null })), null],
    });
    expect(errors?.map(({ path }) => path?.join('.')).toSorted()).toEqual([
      'first.cost',
      'visits.0.doctor.rate',
      'visits.1.doctor.rate',
      'visits.2.doctor.rate',
    ]);
  });

  test('and what it lacks is not computed from', async () => {
    const { doctors } = served.subgraphs;
    if (doctors !== undefined) doctors.misbehave = () => ({ body: '' });
    const { data } = await served.ask('{ first { doctor { fee } } }');
    expect(data).toEqual({ first: { doctor: { fee: null } } });
    expect(served.subgraphs['costs']?.asked).toEqual([]);
  });

  test('at the root: only its own fields are lost', async () => {
    const { doctors } = served.subgraphs;
    if (doctors !== undefined) doctors.misbehave = () => ({ body: '' });
    const { data, errors } = await served.ask('{ staff: doctors { id } first { id } }');
    expect(data).toEqual({ staff: null, first: { id: 'v1' } });
    expect(errors?.map(({ path }) => path)).toEqual([['staff']]);
  });

  test('and is not there at all', async () => {
    const alone = await ServedSupergraph.start(clinic);
    try {
      await alone.subgraphs['costs']?.close();
      const { data, errors } = await alone.ask('{ first { id paid } }');
      expect(data).toEqual({ first: { id: 'v1', paid: null } });
      expect(errors?.[0]?.extensions).toMatchObject({ reason: 'UNREACHABLE' });
    } finally {
      await alone.close();
    }
  });
});

describe('mutations', () => {
  test('run in order across subgraphs, each whole', async () => {
    const query = `mutation { one: add(id: "v1") { id paid } hire(id: "d1") { name rate }
      two: add(id: "v3") { doctor { id fee } } }`;
    const answer = await served.ask(query);
    expect(takeDone()).toEqual(['add v1', 'hire d1', 'add v3']);
    expect(essence(answer)).toEqual(essence(await served.expected(query)));
  });

  test('go on after one that failed', async () => {
    const query =
      'mutation { fail(id: "x") { id } hire(id: "d1") { name } add(id: "v1") { cost } }';
    const answer = await served.ask(query);
    expect(takeDone()).toEqual(['fail x', 'hire d1', 'add v1']);
    expect(essence(answer)).toEqual(essence(await served.expected(query)));
  });

  test('whose result may not be null leave no data when it is', async () => {
    const { data, errors } = await served.ask('mutation { must(id: "none") { id } }');
    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path)).toEqual([['must']]);
  });

  test.each([
    [true, true, ['add v1']],
    [true, false, []],
    [false, true, []],
    [false, false, []],
  ])('under two conditions run only when both hold: %s, %s', async (outer, inner, expected) => {
    const query = `mutation ($outer: Boolean!, $inner: Boolean!) {
      __typename ... @include(if: $outer) { ... @include(if: $inner) { add(id: "v1") { id } } } }`;
    const { errors } = await served.ask(query, { outer, inner });
    expect(errors).toBeUndefined();
    expect(takeDone()).toEqual(expected);
  });
});
