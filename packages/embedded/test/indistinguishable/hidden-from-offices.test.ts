import { SEEN_WITHOUT_REACH } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS } from '../../src/stack/blueprints.ts';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';

const { dorothea } = cast.practitioners;
const { tolliver } = cast.families;
const episode = tolliver.episodes.current.id;

let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

interface Grant {
  readonly id: string;
  readonly workingRelationship: string | null;
}

const OVERSIGHT = `{
  accessGrants(first: 100) { totalCount edges { node { id workingRelationship } } }
  justifications(first: 100) { edges { node { id relevance } } }
}`;

test('what a family withholds from an agency is withheld from its office, which reaches no episode', async () => {
  const ask = async () => (await gate.ask(dorothea, OVERSIGHT, { purpose: 'RIGHTS' })).body.data;
  const ofEpisode = new Set(
    (
      await database.owner.run<{ id: string }>({
        text: 'SELECT id FROM access.access_grant WHERE episode_id = $1',
        values: [episode],
      })
    ).map(({ id }) => id),
  );
  const grants = ({ accessGrants }: { accessGrants: { edges: { node: Grant }[] } }) =>
    accessGrants.edges.map(({ node }) => node);
  const before = await ask();
  expect(grants(before).some(({ id }) => ofEpisode.has(id))).toBe(true);
  await database.owner.run({
    text: `INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, starts_at)
      SELECT gen_random_uuid(), $1, agency_id, 'DETAILS', ARRAY['AccessGrant.workingRelationship'], $2 FROM access.account WHERE id = $3`,
    values: [episode, COUNTY_NOW.toISOString(), dorothea.id],
  });
  const after = await ask();
  expect(grants(after)).toEqual(
    grants(before).map((grant) =>
      ofEpisode.has(grant.id) ? { ...grant, workingRelationship: null } : grant,
    ),
  );
  expect(after.justifications).toEqual(before.justifications);
});

test('every record of an episode that may be one’s own is known to be seen without reach', () => {
  const own = RECORD_BLUEPRINTS.flatMap(({ resources }) => resources)
    .filter(({ account, link }) => account !== undefined && link.kind === 'EPISODE')
    .map(({ type }) => type);
  expect(own).not.toEqual([]);
  expect(SEEN_WITHOUT_REACH).toEqual(expect.arrayContaining(own));
});
