import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { declares, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { bea, gideon, grace, prue } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** How a relationship with a family comes on the record, and who ends it. */
export function declaringScenarios(scene: Scene): void {
  const { reader } = scene;
  const does = (who: Asking, command: string, args: Readonly<Record<string, unknown>>) =>
    declares(scene, who, command, args);
  /** Refused as if what it is about did not exist. */
  const isUnknown = async (command: string, [args, absent]: readonly [object, object]) => {
    const refused = await does(prue, command, { ...args });
    expect(refused).toMatchObject({ __typename: 'CommandRefusal', code: 'RECORD_UNKNOWN' });
    expect(refused).toEqual(await does(prue, command, { ...args, ...absent }));
  };
  const key = () => ({ idempotencyKey: crypto.randomUUID() });

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'granted',
      that: 'the host puts on the record that somebody is related to a family, as it was told, though it does not work with the family itself, and it bars them at once',
    },
    async () => {
      await reader(prue).for('ADMINISTRATION').findsNothingOf(episode);
      await reader(grace).reads(episode);
      const declared = { practitioner: grace.id, episode: episode.id, ...key() };
      const { conflict } = carriedOut(await does(prue, 'declareConflictFor', declared));
      await reader(grace).findsNothingOf(episode);
      expect(carriedOut(await does(gideon, 'endConflict', { conflict })).state).toBe('ENDED');
      await reader(grace).reads(episode);
      // An officer tells it of themselves in the same way.
      const own = carriedOut(
        await does(gideon, 'declareConflictFor', {
          ...declared,
          practitioner: gideon.id,
          ...key(),
        }),
      );
      const [step] = await scene.database().owner.run({
        text: 'SELECT on_behalf_of AS "onBehalfOf", episode_id AS episode FROM partners.access_event WHERE subject_id = $1',
        values: [own.conflict],
      });
      expect(step).toEqual({ onBehalfOf: 'SELF', episode: episode.id });
      await scene.database().owner.run({
        text: 'DELETE FROM access.conflict_of_interest WHERE account_id = $1',
        values: [gideon.id],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'nobody who is related to a family declares or ends such a relationship of somebody else, and none is declared with what is no episode',
    },
    async () => {
      const declared = { practitioner: grace.id, episode: episode.id, ...key() };
      const { conflict } = carriedOut(await does(gideon, 'declareConflictFor', declared));
      await relates(scene, prue, okafor);
      await isUnknown('declareConflictFor', [
        { ...declared, ...key() },
        { episode: crypto.randomUUID(), ...key() },
      ]);
      await isUnknown('endConflict', [{ conflict }, { conflict: crypto.randomUUID() }]);
      await does(gideon, 'endConflict', { conflict });
      expect(await does(bea, 'declareConflictFor', { ...declared, ...key() })).toMatchObject({
        turnedAway: { code: 'PURPOSE_NOT_PERMITTED' },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'granted',
      that: 'a relationship that was declared twice, at once or one after the other, is one: ended, it bars no longer',
    },
    async () => {
      const declares = () =>
        does(prue, 'declareConflictFor', { practitioner: grace.id, episode: episode.id, ...key() });
      const all = await Promise.all([declares(), declares(), declares()]);
      const conflicts = [...all, await declares()].map((each) => carriedOut(each).conflict);
      expect(new Set(conflicts).size).toBe(1);
      await reader(grace).findsNothingOf(episode);
      const [conflict] = conflicts;
      expect(carriedOut(await does(gideon, 'endConflict', { conflict })).state).toBe('ENDED');
      await reader(grace).reads(episode);
      const again = carriedOut(await declares()).conflict;
      expect(again).not.toBe(conflict);
      await reader(grace).findsNothingOf(episode);
      carriedOut(await does(gideon, 'endConflict', { conflict: again }));
    },
  );
}
