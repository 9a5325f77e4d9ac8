import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, callum } = cast.practitioners;
const { ngozi: mother } = cast.familyAccounts;
const { chidi, ngozi } = cast.families.okafor.persons;

/** Names that somebody has or had beside the one they are called by. */
export function nameScenarios(scene: Scene): void {
  const people = new People(scene);
  const named = async (
    person: { readonly id: string },
    name: Readonly<Record<string, unknown>>,
  ): Promise<Answered> =>
    carriedOut(
      await people.sends(
        tom,
        'recordPersonName',
        { person: person.id, name },
        '... on PersonNameChanged { name { id revision kind givenName familyName protected recordedBy { id } } }',
      ),
    ).name;

  scenario(
    {
      clause: 'STA-5.1a',
      outcome: 'granted',
      that: 'whoever keeps the record writes the names that somebody has or had; one that endangers nobody is there for the team',
    },
    async () => {
      const name = await named(chidi, {
        kind: enumOf('KNOWN_AS'),
        givenName: 'Chi',
        protected: false,
        startedOn: '2020-01-01',
      });
      expect(name).toMatchObject({
        kind: 'KNOWN_AS',
        givenName: 'Chi',
        revision: 1,
        recordedBy: { id: tom.id },
      });
      expect(await people.reads(grace, chidi, 'names { kind givenName familyName }')).toMatchObject(
        {
          names: [{ kind: 'KNOWN_AS', givenName: 'Chi', familyName: null }],
        },
      );
      const ended = carriedOut(
        await people.sends(
          tom,
          'amendPersonName',
          {
            id: name.id,
            expectedRevision: 1,
            name: { endedOn: '2026-01-01' },
            reason: 'He wants to be called by his name.',
          },
          '... on PersonNameChanged { name { endedOn revision } }',
        ),
      );
      expect(ended.name).toEqual({ endedOn: '2026-01-01', revision: 2 });
    },
  );

  scenario(
    {
      clause: 'STA-5.1a',
      outcome: 'denied',
      that: 'a protected name is there for nobody else, as if it had never been recorded, and nobody is found by it',
    },
    async () => {
      const seen = async (): Promise<readonly unknown[]> => [
        await people.reads(grace, ngozi, 'names { id } withheld { coordinate }'),
        await people
          .for('TRACK_OUTCOMES')
          .reads(mother, ngozi, 'names { id } withheld { coordinate }'),
      ];
      const before = await seen();
      const name = await named(ngozi, {
        kind: enumOf('FORMER'),
        givenName: 'Adaobi',
        familyName: 'Nwankwo',
        protected: true,
      });
      expect(await seen()).toEqual(before);
      expect(await people.reads(tom, ngozi, 'names { id }')).toMatchObject({
        names: [{ id: name.id }],
      });
      const [found] = await scene.database().owner.run<{ families: readonly string[] }>({
        text: `SELECT partners.families_named('[{"givenName":"Adaobi","familyName":"Nwankwo"}]', NULL) AS families`,
        values: [],
      });
      expect(found?.families).toEqual([]);
      const given = {
        person: ngozi.id,
        name: { kind: enumOf('ALIAS'), givenName: 'N', protected: true },
      };
      await people.writesNothing('RECORDING_NOT_PERMITTED', grace, 'recordPersonName', given);
      await people.writesNothing('RECORD_UNKNOWN', callum, 'recordPersonName', given);
      await people.writesNothing('ARGUMENT_INVALID', tom, 'recordPersonName', {
        ...given,
        name: { kind: enumOf('ALIAS'), protected: true },
      });
      await people.writesNothing('ARGUMENT_INVALID', tom, 'recordPersonName', {
        ...given,
        name: { kind: enumOf('ALIAS'), givenName: 'N' },
      });
      await people.writesNothing('RECORD_UNKNOWN', grace, 'amendPersonName', {
        id: name.id,
        expectedRevision: 1,
        name: { protected: false },
        reason: 'Why not.',
      });
    },
  );
}
