import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNothingFromInside } from '../bad-input/plain-refusal.ts';
import type { OpenShape } from '../county-fixture.ts';
import { openShape } from '../county-fixture.ts';
import { askStraight } from './straight.ts';

const { grace, ines } = cast.practitioners;

let open: OpenShape;
beforeAll(async () => {
  open = await openShape('services');
});
afterAll(() => open?.close());

const ASKED = [
  ['episodes', 'query ($v: String!) { episode(reference: $v) { id status } }'],
  ['episodes', 'query ($v: Int) { episodes(first: $v) { edges { cursor } } }'],
  ['episodes', 'query ($v: String) { episodes(after: $v) { edges { cursor } } }'],
  ['episodes', 'query ($v: EpisodeFilter) { episodes(filter: $v) { edges { cursor } } }'],
  ['episodes', 'query ($v: Date) { episodes(filter: { openedFrom: $v }) { totalCount } }'],
  [
    'episodes',
    'query ($v: Boolean!) { episodes { totalCount @include(if: $v) edges { node { id @skip(if: $v) } } } }',
  ],
  [
    'families',
    'query ($v: [_Any!]!) { _entities(representations: $v) { __typename ... on Person { id givenName } } }',
  ],
  [
    'families',
    'query ($v: _Any!) { _entities(representations: [$v]) { ... on Family { members { id } } ... on Person { id } } }',
  ],
  [
    'partners',
    'query ($v: [_Any!]!) { a: _entities(representations: $v) { ... on Agency { name } } me { name } }',
  ],
  ['reporting', 'query ($v: Month) { indicator(id: EPISODES, from: $v) { __typename } }'],
  ['reporting', 'query ($v: [Dimension!]!) { indicator(id: EPISODES, by: $v) { __typename } }'],
] as const;
const asked = fc.constantFrom(...ASKED);
const id = fc.constantFrom(cast.families.okafor.persons.chidi.id, '\u0000', 'x');
const representation = fc.record(
  {
    __typename: fc.constantFrom('Person', 'Family', 'Agency', 'Episode', '_Service', 'toString'),
    id: fc.oneof(id, fc.json()),
    givenName: fc.string(),
  },
  { requiredKeys: [] },
);
const value = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(representation, { maxLength: 4 }),
  representation,
  fc.boolean(),
  fc.constantFrom('\u0000', '\ud800', '2026-01', "' OR 1=1 --", 2 ** 31, -0, null, {
    openedFrom: 'infinity',
    status: ['OPEN'],
  }),
);

test('no value, however odd, fails inside a subgraph or brings out the inside', async () => {
  await fc.assert(
    fc.asyncProperty(asked, value, async ([subgraph, query], v) => {
      const who = subgraph === 'reporting' ? ines : grace;
      const purpose = subgraph === 'reporting' ? null : 'UNDERSTAND_NEEDS';
      const given = { who, purpose, variables: { v } };
      const { status, body, text } = await askStraight(open.gate, subgraph, query, given);
      expect(status).toBeLessThan(500);
      for (const { extensions } of body.errors ?? [])
        expect(extensions['code']).toMatch(/^[A-Z_]+$/);
      if (!/select|insert|postgres|stack|at /i.test(JSON.stringify(v)))
        expectNothingFromInside(text);
    }),
    { numRuns: 400, seed: 20_262 },
  );
  expect(open.gate.log.filter(({ event }) => event === 'FAULT')).toEqual([]);
});
