import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, esther, callum } = cast.practitioners;
const { okafor, sorrel, vance } = cast.families;

/** Who lives with whom and where, and who belongs to a family. */
export function householdScenarios(scene: Scene): void {
  const people = new People(scene);

  const homesOf = async (
    who: Parameters<People['sends']>[0],
    episode: { readonly id: string; readonly reference: string },
    selection: string,
  ): Promise<Answered> => {
    const { family } = await scene
      .reader(who)
      .for('COORDINATE_SUPPORT')
      .asksOf(episode as typeof okafor.episodes.current, `family { id ${selection} }`);
    return family;
  };

  scenario(
    {
      clause: 'DEV-A4-2',
      outcome: 'granted',
      that: 'a family is grouped by where its people live, and then by who elsewhere matters to it as a professional knows',
    },
    async () => {
      const household = await people.household(tom, 'recordHousehold', {
        family: okafor.id,
        household: { name: 'Grandmother’s house' },
      });
      await people.address(tom, 'recordAddress', {
        household: household.id,
        address: {
          line: '9 Almond Way',
          town: 'Hartsedge',
          postcode: 'MZ7 4AL',
          startedOn: '2020-05-01',
        },
      });
      const person = await people.person(
        tom,
        'recordPerson',
        {
          episode: okafor.episodes.current.id,
          person: { givenName: 'Ifeoma', familyName: 'Eze' },
          relationship: enumOf('GRANDPARENT'),
          since: '2026-06-10',
        },
        'givenName revision',
      );
      const joined = await people.household(tom, 'joinHousehold', {
        household: household.id,
        person: person.id,
        startedOn: '2020-05-01',
        reason: 'Minds the children after school; what she says goes.',
      });
      expect(joined.members).toEqual([{ id: person.id }]);
      // Nor is she there for the lead alone: the team works with her, too.
      const seen = await homesOf(
        grace,
        okafor.episodes.current,
        'members { id } households { name addresses { line } members { givenName } }',
      );
      expect(seen.members).toContainEqual({ id: person.id });
      expect(seen.households).toContainEqual({
        name: 'Grandmother’s house',
        addresses: [{ line: '9 Almond Way' }],
        members: [{ givenName: 'Ifeoma' }],
      });
    },
  );

  scenario(
    {
      clause: 'DEV-A4-2',
      outcome: 'denied',
      that: 'nobody is put into a family, or a home of it, by whoever does not keep its record; nor somebody of another family',
    },
    async () => {
      const [home] = okafor.households;
      const given = {
        episode: okafor.episodes.current.id,
        person: { givenName: 'Somebody' },
        relationship: enumOf('OTHER'),
        since: '2026-06-10',
      };
      await people.writesNothing('RECORDING_NOT_PERMITTED', grace, 'recordPerson', given);
      await people.writesNothing('RECORD_UNKNOWN', callum, 'recordPerson', given);
      await people.writesNothing('RECORD_UNKNOWN', esther, 'recordPerson', given);
      await people.writesNothing('ARGUMENT_INVALID', tom, 'recordPerson', {
        ...given,
        person: { sex: 'FEMALE' },
      });
      await people.writesNothing('ARGUMENT_INVALID', tom, 'joinHousehold', {
        household: home?.id,
        person: sorrel.persons.kit.id,
        startedOn: '2026-06-10',
      });
      await people.writesNothing('RECORDING_NOT_PERMITTED', grace, 'recordHousehold', {
        family: okafor.id,
        household: { name: 'A flat' },
      });
      await people.writesNothing('ARGUMENT_INVALID', tom, 'recordHousehold', {
        family: okafor.id,
        household: { name: ' ' },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-4.4b',
      outcome: 'granted',
      that: 'a move ends the address before on that day, and somebody who leaves is of the household no more; that they were is kept',
    },
    async () => {
      const [home] = vance.households;
      const moved = await people.address(esther, 'recordAddress', {
        household: home?.id,
        address: {
          line: '1 Tannery Court',
          town: 'Hartsedge',
          postcode: 'MZ7 5YT',
          startedOn: '2026-06-15',
        },
      });
      const { households } = await homesOf(
        esther,
        vance.episodes.current,
        'address households { revision addresses { id line startedOn endedOn revision } members { id } }',
      );
      expect(households[0].addresses).toMatchObject([
        { id: moved.id, endedOn: null, revision: 1 },
        { line: '9 Ropewalk', endedOn: '2026-06-15', revision: 2 },
      ]);
      const left = await people.household(esther, 'leaveHousehold', {
        household: home?.id,
        person: vance.persons.tess.id,
        endedOn: '2026-06-16',
        reason: 'Moved out.',
      });
      expect(left.members).not.toContainEqual({ id: vance.persons.tess.id });
      expect(left.revision).toBe(households[0].revision + 1);
      const [lived] = await scene.database().owner.run<object>({
        text: `SELECT ended_on::text AS until FROM access.household_person WHERE household_id = $1 AND person_id = $2`,
        values: [home?.id, vance.persons.tess.id],
      });
      expect(lived).toEqual({ until: '2026-06-16' });
      const corrected = await people.address(esther, 'amendAddress', {
        id: moved.id,
        expectedRevision: 1,
        address: { postcode: 'MZ7 5YV' },
        reason: 'Misread.',
      });
      expect(corrected).toMatchObject({ postcode: 'MZ7 5YV', revision: 2 });
      await people.household(esther, 'joinHousehold', {
        household: home?.id,
        person: vance.persons.tess.id,
        startedOn: '2026-06-17',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-4.4b',
      outcome: 'denied',
      that: 'nobody comes to live where they live, leaves where they do not, or moves on a day to come',
    },
    async () => {
      const [home] = okafor.households;
      const living = { household: home?.id, person: okafor.persons.ngozi.id };
      await people.writesNothing('STEP_NOT_POSSIBLE', tom, 'joinHousehold', {
        ...living,
        startedOn: '2026-06-16',
      });
      await people.writesNothing('ARGUMENT_INVALID', tom, 'leaveHousehold', {
        ...living,
        endedOn: '2026-06-18',
        reason: 'Plans to.',
      });
      await people.writesNothing('STEP_NOT_POSSIBLE', tom, 'leaveHousehold', {
        ...living,
        endedOn: '1990-01-01',
        reason: 'Long ago.',
      });
      await people.writesNothing('ARGUMENT_INVALID', tom, 'recordAddress', {
        household: home?.id,
        address: { line: '1 Road', town: 'Town', postcode: 'MZ1 1AA', startedOn: '2026-06-18' },
      });
      await people.writesNothing('RECORDING_NOT_PERMITTED', grace, 'recordAddress', {
        household: home?.id,
        address: { line: '1 Road', town: 'Town', postcode: 'MZ1 1AA', startedOn: '2026-06-16' },
      });
    },
  );
}
