import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerBody, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { expectNothingFromInside, expectQuietLog, send } from './plain-refusal.ts';

const { grace } = cast.practitioners;

let database: CountyDatabase;
let gate: Gate;
beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database, { production: true });
});
afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

const fragment = fc.constantFrom(
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '$',
    '!',
    '@',
    '...',
    ' on ',
    '"',
    '"""',
    '\\',
    '#',
    '&',
    '\n',
  ],
  ...[
    'query',
    'fragment F on Episode',
    'mutation',
    'subscription',
    '@include(if: true)',
    '@skip(if: $v)',
  ],
  ...[
    'episodes',
    'episode',
    'me',
    'agencies',
    'edges',
    'node',
    'reference',
    'first',
    'after',
    'filter',
  ],
  ...['__typename', '__schema', '__proto__', 'constructor', 'null', '-1', '1e309', '99999999999'],
);
const query = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 4, arbitrary: fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join('')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'query ($v: String!) { episode(reference: $v) { id status } }',
      'query ($v: Int) { episodes(first: $v) { edges { cursor } } }',
      'query ($v: String) { episodes(after: $v) { edges { cursor } } }',
      'query ($v: EpisodeFilter) { episodes(filter: $v) { edges { cursor } } }',
      'query ($v: Date) { episodes(filter: { openedFrom: $v }) { edges { cursor } } }',
      'query ($v: [Int!]) { episodes(filter: { levelOfNeed: $v }) { edges { cursor } } }',
      'query ($v: Month) { indicator(id: EPISODES, from: $v) { __typename } }',
    ),
  },
);
const value = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\u0000', '\ud800', "' OR 1=1 --", 2 ** 31, -0, { status: ['OPEN'] }),
);
const body = fc.oneof(
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 6,
    arbitrary: fc
      .record(
        {
          query,
          variables: fc.oneof(fc.record({ v: value }), value),
          operationName: value,
          extensions: value,
        },
        { requiredKeys: ['query'] },
      )
      .map((sent) => JSON.stringify(sent)),
  },
);
const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => text.trim());
const request = fc.record({
  body,
  path: fc.constantFrom('/graphql', '/reporting/graphql'),
  type: fc.oneof({ weight: 6, arbitrary: fc.constant('application/json') }, headerText),
  purpose: fc.oneof({ weight: 6, arbitrary: fc.constant('UNDERSTAND_NEEDS') }, headerText),
  authorization: fc.option(headerText, { nil: undefined, freq: 6 }),
});

test('no request, however odd, fails inside or tells of the inside', async () => {
  const token = await gate.token(grace);
  await fc.assert(
    fc.asyncProperty(request, async ({ body: sent, path, type, purpose, authorization }) => {
      const answer = await send(gate, {
        path,
        body: new TextEncoder().encode(sent),
        headers: {
          authorization: authorization ?? `Bearer ${token}`,
          'content-type': type,
          'purpose-of-use': purpose,
        },
      });
      expect(answer.status).toBeLessThan(500);
      if (answer.status >= 400) {
        const { errors } = JSON.parse(answer.text) as AnswerBody;
        expect(errors?.length).toBeGreaterThan(0);
        for (const { extensions } of errors ?? []) {
          expect(extensions['code']).toMatch(/^[A-Z_]+$/);
          expect(extensions['remedy']).toMatch(/\w{3,}/);
          expect(extensions['urgent']).toContain('999');
        }
        // A message may repeat what was sent; what is checked is what the service adds.
        if (!/select|insert|postgres|stack|at /i.test(sent)) expectNothingFromInside(answer.text);
      }
    }),
    { numRuns: 400, seed: 20_261 },
  );
  const good = await gate.ask(grace, '{ episodes(first: 1) { edges { node { reference } } } }');
  expect(good.status).toBe(200);
  expect(gate.log.filter((entry) => entry.event === 'FAULT')).toEqual([]);
  expectQuietLog(gate.log, token);
});
