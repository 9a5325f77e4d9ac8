import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { ENTITIES } from '../matrix/compare-with-oracle.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import { SUBGRAPHS } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { HARD_CASES, openWays, purposeFor } from './ways.ts';

const { bea, dorothea, ines } = cast.practitioners;

let ways: Ways;
let county: RawCounty;
beforeAll(async () => {
  ways = await openWays();
  county = await readCounty(ways.database.owner, COUNTY_NOW);
});
afterAll(() => ways?.close());

test.each(ENTITIES.map(([subgraph, type]) => [`${subgraph} ${type}`, subgraph, type] as const))(
  'a list of %s that one may see and may not see has each in its place, the others whole',
  async (_, subgraph, type) => {
    for (const who of HARD_CASES) {
      const purpose = await purposeFor(ways.gate, who);
      const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${SUBGRAPHS.get(subgraph)?.own(type)} } }`;
      const ids = county.rows(recordModel(type).table).map(({ id }) => ({ __typename: type, id }));
      const ask = async (all: readonly object[]): Promise<readonly unknown[]> =>
        (await ways.straight(subgraph, { who, purpose, query, variables: { all } })).data._entities;
      const mixed = await ask(ids);
      expect(mixed).toHaveLength(ids.length);
      const visible = ids.filter((__, n) => mixed[n] !== null);
      if (visible.length === 0) continue;
      expect(await ask(visible), who.name).toEqual(mixed.filter((each) => each !== null));
      expect(await ask(visible.toReversed()), who.name).toEqual(
        mixed.filter((each) => each !== null).toReversed(),
      );
    }
  },
);

test('an edge to what one may not see leaves the list, the record and the answer whole', async () => {
  const query = `{ me { name grants { id role episode { id reference status family { id reference } } } } }`;
  const { body } = await ways.gate.ask(bea, query);
  expect(body.errors).toBeUndefined();
  const grants: { role: string; episode: { reference: string | null } | null }[] =
    body.data.me.grants;
  // An expired, a revoked, a suspended and a future grant, one for a role no longer held, and a live one.
  const open = grants.filter(({ episode }) => typeof episode?.reference === 'string');
  expect([
    grants.length > open.length,
    open.length > 0,
    grants.every(({ role }) => role !== null),
  ]).toEqual([true, true, true]);
});

test('who oversees requests and agreements reads those, and nothing of the episodes that they are about', async () => {
  const query = `{ informationRequests { totalCount edges { node { id asked episode { id reference status levelOfNeed needs { description } family { reference members { givenName } } } } } }
    familyAgreements(first: 100) { edges { node { id exclusions { agency { name } person { givenName familyName } } signers { person { givenName } } } } } }`;
  const { body } = await ways.gate.ask(dorothea, query, {
    purpose: await purposeFor(ways.gate, dorothea),
  });
  expect(body.errors).toBeUndefined();
  const { informationRequests, familyAgreements } = body.data;
  expect(informationRequests.edges.length).toBeGreaterThan(0);
  expect(
    familyAgreements.edges.some(
      ({ node }: { node: { exclusions: unknown[] | null } }) => (node.exclusions ?? []).length > 0,
    ),
  ).toBe(true);
  expect(JSON.stringify(body.data)).not.toMatch(
    /"(reference|status|levelOfNeed|description|givenName|familyName)":(?!null)/,
  );
});

test('published numbers are the same whichever of them are asked for', async () => {
  const numbers = async (args: string): Promise<readonly Record<string, unknown>[]> => {
    const { body } = await ways.gate.ask(
      ines,
      `{ indicator(id: EPISODES${args}) { cells { cellKey periodStart members { dimension code } measure value symbol publishedAt } } }`,
      {
        path: '/reporting/graphql',
        purpose: null,
      },
    );
    expect(body.errors).toBeUndefined();
    return body.data.indicator.cells;
  };
  const cuts = ['', 'LOCALITY', 'WARD', 'AGENCY_KIND', 'LEVEL_OF_NEED', 'AGENCY_KIND LOCALITY'];
  const told = await numbers(', by: [LOCALITY AGENCY_KIND]');
  const whole = new Map(told.map((cell) => [cell['cellKey'], cell]));
  const months = [...new Set(told.map((cell) => String(cell['periodStart']).slice(0, 7)))];
  expect([whole.size === told.length, whole.size > 0, months.length > 1]).toEqual([
    true,
    true,
    true,
  ]);
  let met = 0;
  for (const args of [
    ...cuts.map((cut) => `, by: [${cut}]`),
    ...months.slice(0, 6).map((month) => `, by: [AGENCY_KIND], from: "${month}", to: "${month}"`),
  ])
    for (const cell of await numbers(args)) {
      const known = whole.get(cell['cellKey']);
      if (known === undefined) continue;
      met += 1;
      expect(cell, args).toEqual(known);
    }
  expect(met).toBeGreaterThan(whole.size);
});
