import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from '../bad-input/plain-refusal.ts';
import type { AnswerBody, Gate } from '../county-fixture.ts';
import { gateFor } from '../county-fixture.ts';
import { RECORDS } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { openWays } from './ways.ts';

const { grace, niamh, ines } = cast.practitioners;
const { reference } = cast.families.okafor.episodes.current;

let ways: Ways;
let production: Gate;
beforeAll(async () => {
  ways = await openWays();
  production = await gateFor(ways.database, { production: true });
});
afterAll(async () => {
  await production?.close();
  await ways?.close();
});

const MEMBERS = `episode(reference: "${reference}") { reference family { members { id givenName healthConditions { name } convictions { offence } } } }`;
const SCHEMA = '__schema { types { name fields { name } } }';

describe('introspection beside data', () => {
  test('gives the same data, masked the same, as data alone', async () => {
    const alone = await ways.gate.ask(niamh, `{ ${MEMBERS} }`);
    expect(alone.body.data.episode.family.members.length).toBeGreaterThan(1);
    for (const query of [
      `{ ${SCHEMA} ${MEMBERS} }`,
      `{ ${MEMBERS} ${SCHEMA} }`,
      `{ a: ${SCHEMA} b: __type(name: "Person") { name } ${MEMBERS} __typename }`,
      `{ ...F ...G } fragment F on Query { ${SCHEMA} } fragment G on Query { ... { ${MEMBERS} } }`,
    ]) {
      const { body } = await ways.gate.ask(niamh, query);
      expect(body.errors, query).toBeUndefined();
      expect(body.data.episode, query).toEqual(alone.body.data.episode);
      expect(body.extensions, query).toEqual(alone.body.extensions);
    }
    // Introspection under the name of a field of records, and the reverse.
    const { body } = await ways.gate.ask(
      niamh,
      `{ episode: __type(name: "Person") { name } __type: __typename }`,
    );
    if (body.errors === undefined) expect(body.data.episode).toEqual({ name: 'Person' });
    else expect(body.errors[0]?.extensions['code']).toBe('NAME_RESERVED');
  });

  test('tells of the caller’s own contract only', async () => {
    const names = async (
      who: typeof grace,
      path: '/graphql' | '/reporting/graphql',
    ): Promise<ReadonlySet<string>> => {
      const { body } = await ways.gate.ask(who, `{ ${SCHEMA} }`, {
        path,
        purpose: path === '/graphql' ? 'UNDERSTAND_NEEDS' : null,
      });
      return new Set((body.data?.__schema.types ?? []).map(({ name }: { name: string }) => name));
    };
    const records = await names(grace, '/graphql');
    const aggregates = await names(ines, '/reporting/graphql');
    expect([records.has('Person'), aggregates.has('IndicatorTable')]).toEqual([true, true]);
    // The words for classes are public; what has which class is told on each record.
    const shared = [...records].filter((name) => aggregates.has(name) && !/^__/.test(name));
    expect(
      shared.filter(
        (name) =>
          !/^(Query|String|Int|Boolean|ID|Float|Date|DateTime|Withheld|AgencyKind|classified__\w+)$/.test(
            name,
          ),
      ),
    ).toEqual([]);
    for (const { type } of RECORDS.roots) expect(aggregates.has(type), type).toBe(false);
    // Nor of the machinery between gateway and subgraphs.
    expect(
      [...records, ...aggregates].filter(
        (name) => /^(_|join|link)/.test(name) && !/^__/.test(name),
      ),
    ).toEqual([]);
  });

  test('does not open the other contract: its types and fields are as unknown as any', async () => {
    const type = await ways.gate.ask(grace, '{ __type(name: "IndicatorTable") { name } }');
    expect(type.body.data.__type).toBeNull();
    const counts = await ways.gate.ask(
      grace,
      '{ me { id } episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { cells { value } } }',
    );
    expect([counts.body.data ?? null, counts.body.errors?.[0]?.extensions['code']]).toEqual([
      null,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    const people = await ways.gate.ask(
      ines,
      '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { __typename } me { id } }',
      {
        path: '/reporting/graphql',
        purpose: null,
      },
    );
    expect([people.body.data ?? null, people.body.errors?.[0]?.extensions['code']]).toEqual([
      null,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    for (const query of [
      '{ _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
      '{ me { _service } }',
    ])
      expect((await ways.gate.ask(grace, query)).body.errors?.[0]?.extensions['code']).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
  });

  test('is off in production, alone, beside data, under an alias and in a fragment', async () => {
    for (const query of [
      `{ ${SCHEMA} }`,
      `{ ${MEMBERS} ${SCHEMA} }`,
      `{ ${MEMBERS} x: __type(name: "Person") { fields { name } } }`,
      `{ ...F ${MEMBERS} } fragment F on Query { a: ${SCHEMA} }`,
      `query ($no: Boolean = false) { ${MEMBERS} __schema @include(if: $no) { types { name } } }`,
    ]) {
      const { body, text } = await production.ask(niamh, query);
      expect([body.data ?? null, body.errors?.[0]?.extensions['code']], query).toEqual([
        null,
        'GRAPHQL_VALIDATION_FAILED',
      ]);
      expect(text).not.toMatch(/healthConditions|EpisodeConnection/);
    }
    expect((await production.ask(niamh, `{ __typename ${MEMBERS} }`)).body.data.__typename).toBe(
      'Query',
    );
  });
});

describe('transport', () => {
  const headers = async (type?: string): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await ways.gate.token(grace)}`,
    'purpose-of-use': 'UNDERSTAND_NEEDS',
    ...(type === undefined ? {} : { 'content-type': type }),
  });
  const names = (text: string): string => text;
  const one = { query: '{ me { name } }' };

  test('a list of operations is refused whole, however long', async () => {
    for (const batch of [[], [one], [one, one], [[one]], Array.from({ length: 50 }, () => one)]) {
      const answer = await send(ways.gate, {
        body: JSON.stringify(batch),
        headers: await headers('application/json'),
      });
      expect(answer.status).toBe(400);
      expect(names(answer.text)).not.toContain(grace.name);
    }
  });

  test('a request that a page could have a browser send unasked is not answered', async () => {
    const query = encodeURIComponent(one.query);
    // What fetch cannot send without a preflight stands beside what it can, and what only looks like JSON.
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain;application/json',
      'application/json-patch+json',
      '',
    ]) {
      const posted = await send(ways.gate, {
        body: new TextEncoder().encode(JSON.stringify(one)),
        headers: await headers(type),
      });
      expect(posted.status, `POST ${type}`).toBeGreaterThanOrEqual(400);
      expect(posted.text).not.toContain(grace.name);
    }
    for (const type of [
      undefined,
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain;application/json',
      'message/rfc822',
      'text/plain, application/json',
    ]) {
      // Without the two headers that no page can add unasked there is no caller at all.
      const bare = await send(ways.gate, {
        method: 'GET',
        path: `/graphql?query=${query}`,
        headers: type === undefined ? {} : { 'content-type': type },
      });
      expect(bare.status, `GET ${type}`).toBe(401);
      const cookie = await send(ways.gate, {
        method: 'GET',
        path: `/graphql?query=${query}`,
        headers: {
          cookie: `authorization=Bearer ${await ways.gate.token(grace)}`,
          ...(type === undefined ? {} : { 'content-type': type }),
        },
      });
      expect(cookie.status, `GET ${type} with a cookie`).toBe(401);
      const told = await send(ways.gate, {
        method: 'GET',
        path: `/graphql?query=${query}&purpose-of-use=UNDERSTAND_NEEDS`,
        headers: await headers(type),
      });
      // Answered or not, it is the caller's own, and never a fault.
      expect([200, 400, 415], `GET ${type} with a token`).toContain(told.status);
      if (told.status === 200)
        expect(JSON.parse(told.text)).toEqual({ data: { me: { name: grace.name } } });
    }
  });

  test('a token or a purpose in the address, the body or the variables counts for nothing', async () => {
    const token = await ways.gate.token(grace);
    const body = JSON.stringify({
      ...one,
      authorization: `Bearer ${token}`,
      variables: { authorization: token },
      extensions: { authorization: token, purpose: 'UNDERSTAND_NEEDS' },
    });
    const json = { 'content-type': 'application/json' };
    const path = `/graphql?access_token=${token}&authorization=Bearer%20${token}`;
    expect(
      (
        await send(ways.gate, {
          path,
          body,
          headers: { ...json, 'purpose-of-use': 'UNDERSTAND_NEEDS' },
        })
      ).status,
    ).toBe(401);
    const unpurposed = await send(ways.gate, {
      path: '/graphql?purpose-of-use=UNDERSTAND_NEEDS',
      body,
      headers: { ...json, authorization: `Bearer ${token}` },
    });
    expect((JSON.parse(unpurposed.text) as AnswerBody).errors?.[0]?.extensions['code']).toBe(
      'PURPOSE_REQUIRED',
    );
  });

  test('of several operations only the one named is answered, and none without a name', async () => {
    const text = `query Mine { me { name } } query Theirs { ${MEMBERS} } query Both { me { id } ${MEMBERS} }`;
    const mine = await ways.gate.ask(grace, text, { operationName: 'Mine' });
    expect(mine.body.data).toEqual({ me: { name: grace.name } });
    expect(mine.body.extensions).toBeUndefined();
    const theirs = await ways.gate.ask(niamh, text, { operationName: 'Theirs' });
    expect(theirs.body.data).toEqual((await ways.gate.ask(niamh, `{ ${MEMBERS} }`)).body.data);
    for (const manner of [{}, { operationName: 'Nobodys' }, { operationName: '' }]) {
      const { body } = await ways.gate.ask(grace, text, manner);
      expect([body.data ?? null, body.errors?.length]).toEqual([null, 1]);
    }
    // An operation that is not asked for is checked all the same.
    const unasked = await ways.gate.ask(grace, `query Mine { me { name } } query Bad { nobody }`, {
      operationName: 'Mine',
    });
    expect(unasked.body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
