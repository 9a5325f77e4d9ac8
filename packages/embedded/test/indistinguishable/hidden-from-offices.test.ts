import { SEEN_WITHOUT_REACH } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { RECORD_BLUEPRINTS } from '../../src/stack/blueprints.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';

const { dorothea } = cast.practitioners;
const { tolliver } = cast.families;
const episode = tolliver.episodes.current.id;

const scene = setScene();

interface Grant {
  readonly id: string;
  readonly workingRelationship: string | null;
}

const OVERSIGHT = `{
  accessGrants(first: 100) { totalCount edges { node { id workingRelationship } } }
  justifications(first: 100) { edges { node { id relevance } } }
}`;

test('what a family withholds from an agency is withheld from its office, which reaches no episode', async () => {
  const ask = async () =>
    (await scene.gate().ask(dorothea, OVERSIGHT, { purpose: 'RIGHTS' })).body.data;
  const ofEpisode = new Set(
    (
      await scene.database().owner.run<{ id: string }>({
        text: 'SELECT id FROM access.access_grant WHERE episode_id = $1',
        values: [episode],
      })
    ).map(({ id }) => id),
  );
  const grants = ({ accessGrants }: { accessGrants: { edges: { node: Grant }[] } }) =>
    accessGrants.edges.map(({ node }) => node);
  const before = await ask();
  expect(grants(before).some(({ id }) => ofEpisode.has(id))).toBe(true);
  await scene.database().owner.run({
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
