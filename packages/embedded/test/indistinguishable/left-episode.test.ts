import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';

const { grace } = cast.practitioners;
const { okafor } = cast.families;
const { id: episode, reference } = okafor.episodes.current;

const scene = setScene();

interface Shown {
  readonly needs: readonly { readonly id: string; readonly description: string | null }[];
  readonly family: { readonly members: readonly { readonly id: string }[] };
}

async function asked(): Promise<Shown> {
  const { body } = await scene
    .gate()
    .ask(
      grace,
      `{ episode(reference: "${reference}") { needs { id description } family { members { id } } } }`,
    );
  expect(body.errors).toBeUndefined();
  return body.data.episode;
}

test('[PN-r-obj denied] what a person had restricted stays hidden in an episode that they left', async () => {
  const before = await asked();
  const [found] = await scene.database().owner.run<{ id: string; person: string }>({
    text: `SELECT id, concerns[1] AS person FROM episodes.need
      WHERE episode_id = $1 AND id = ANY ($2) AND cardinality(concerns) = 1 LIMIT 1`,
    values: [episode, before.needs.filter((one) => one.description !== null).map(({ id }) => id)],
  });
  if (found === undefined) throw new Error('the county has no need that concerns one person alone');
  const { id, person } = found;
  const described = ({ needs }: Shown) => needs.find((need) => need.id === id)?.description;
  const isSeen = ({ family }: Shown) => family.members.some((one) => one.id === person);
  expect([described(before) != null, isSeen(before)]).toEqual([true, true]);

  await scene.database().owner.run({
    text: `INSERT INTO access.processing_restriction (id, person_id, coordinates, starts_at)
      VALUES (gen_random_uuid(), $1, ARRAY['Need.description'], $2)`,
    values: [person, COUNTY_NOW.toISOString()],
  });
  const restricted = await asked();
  expect([described(restricted), isSeen(restricted)]).toEqual([null, true]);

  await scene.database().owner.run({
    text: 'DELETE FROM episodes.episode_person WHERE episode_id = $1 AND person_id = $2',
    values: [episode, person],
  });
  const left = await asked();
  expect([described(left), isSeen(left)]).toEqual([null, false]);

  await scene.database().owner.run({
    text: 'INSERT INTO episodes.episode_person (episode_id, person_id) VALUES ($1, $2)',
    values: [episode, person],
  });
  expect(await asked()).toEqual(restricted);
  expect(
    await scene
      .database()
      .owner.run({ text: 'SELECT * FROM access.former_episode_person', values: [] }),
  ).toEqual([]);
});
