import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, rhona, dorothea, prue, esther } = cast.practitioners;
const { victor: father } = cast.familyAccounts;
const { ashdown, okafor } = cast.families;
const { posy } = ashdown.persons;

/** A child who is adopted: two records, of which neither leads to the other. */
export function adoptionScenarios(scene: Scene): void {
  const people = new People(scene);
  const SEALED = '... on AdoptionChanged { sealed }';
  const OPENED = '... on OpenedAdoptionChanged { other }';
  const opens = (who: Parameters<People['sends']>[0], person: string): Promise<Answered> =>
    people
      .for('RIGHTS')
      .sends(who, 'openAdoption', { person, reason: 'She asks where she comes from.' }, OPENED);

  /** Recorded for herself in the adoptive family, under another name. */
  const since = (): Promise<Answered> =>
    people.person(tom, 'recordPerson', {
      episode: okafor.episodes.current.id,
      person: { givenName: 'Rosalind', familyName: 'Okafor', dateOfBirth: '2017-02-03' },
      relationship: enumOf('ADOPTED_CHILD'),
      since: '2026-06-01',
    });

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'granted',
      that: 'an adoption is sealed by whoever keeps both records; the officer alone opens it, by the id, with the reason on the record',
    },
    async () => {
      const child = await since();
      const given = { before: posy.id, since: child.id, adoptedOn: '2026-06-01' };
      expect(carriedOut(await people.sends(tom, 'recordAdoption', given, SEALED))).toMatchObject({
        sealed: true,
      });
      expect(carriedOut(await people.sends(tom, 'recordAdoption', given, SEALED)).sealed).toBe(
        true,
      );
      expect(carriedOut(await opens(dorothea, posy.id)).other).toBe(child.id);
      expect(carriedOut(await opens(dorothea, child.id)).other).toBe(posy.id);
      const [kept] = await scene.database().owner.run<object>({
        text: `SELECT count(*)::int AS times, min(reason) AS reason, min(opened_by::text) AS "by" FROM families.adoption_opening`,
        values: [],
      });
      expect(kept).toEqual({
        times: 2,
        reason: 'She asks where she comes from.',
        by: dorothea.id,
      });
      const steps = await scene.database().owner.run<{ move: string }>({
        text: `SELECT move FROM partners.access_event WHERE machine = 'ADOPTION' ORDER BY position`,
        values: [],
      });
      expect(steps.map(({ move }) => move)).toEqual(['SEAL', 'OPEN', 'OPEN']);
      const [ended] = await scene.database().owner.run<object>({
        text: `SELECT count(*) FILTER (WHERE ends_on = '2026-06-01')::int AS ended, count(*)::int AS held
          FROM access.parental_responsibility WHERE child_id = $1`,
        values: [posy.id],
      });
      expect(ended).toEqual({ ended: 2, held: 2 });
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'whoever seals a record that is sealed learns nothing of it and changes nothing: the officer is told, and nobody else',
    },
    async () => {
      const [first, second] = [await since(), await since()];
      const links = () =>
        scene.database().owner.run<object>({
          text: 'SELECT before_id, since_id FROM families.adoption_link ORDER BY since_id',
          values: [],
        });
      const sealed = { since: first.id, adoptedOn: '2026-06-01' };
      const seals = (given: Readonly<Record<string, unknown>>) =>
        people.sends(tom, 'recordAdoption', given, SEALED);
      const answer = carriedOut(await seals({ ...sealed, before: second.id }));
      expect(answer).toEqual({ __typename: 'AdoptionChanged', sealed: true });
      const before = await links();
      const third = await since();
      expect(carriedOut(await seals({ ...sealed, before: third.id }))).toEqual(answer);
      expect(await links()).toEqual(before);
      const told = await scene.database().owner.run<{ account: string }>({
        text: `SELECT to_account AS account FROM scheduler.notice WHERE kind = 'ADOPTION_TO_CHECK'`,
        values: [],
      });
      expect(told).toEqual([{ account: dorothea.id }]);
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'neither record says anything of the other, nobody else opens what is sealed, no role of a service reads it, and nobody is found by the other’s name',
    },
    async () => {
      for (const who of [tom, prue, esther, father])
        expect((await opens(who, posy.id)).other).toBeUndefined();
      expect((await opens(dorothea, okafor.persons.ada.id)).code).toBe('RECORD_UNKNOWN');
      await people.writesNothing('RECORD_UNKNOWN', grace, 'recordAdoption', {
        before: posy.id,
        since: okafor.persons.ada.id,
        adoptedOn: '2026-06-01',
      });
      const read = async (
        who: Parameters<People['sends']>[0],
        episode: typeof okafor.episodes.current,
      ): Promise<string> =>
        JSON.stringify(
          await scene
            .reader(who)
            .for('COORDINATE_SUPPORT')
            .asksOf(
              episode,
              'family { members { id givenName familyName names { givenName } alsoRecordedAs { id } recordedUnder { id } } households { members { id } } }',
            ),
        );
      const [birth, adoptive] = [
        await read(rhona, ashdown.episodes.current as unknown as typeof okafor.episodes.current),
        await read(grace, okafor.episodes.current),
      ];
      expect(birth).not.toMatch(/Rosalind/);
      expect(birth).not.toContain(posy.id);
      expect(adoptive).toContain('Rosalind');
      expect(adoptive).not.toMatch(/Posy/);
      expect(adoptive).not.toContain(posy.id);
      for (const role of ['families', 'partners', 'episodes', 'policy_desk'] as const) {
        const service = connect(scene.database().address, role, { max: 1 });
        await expect(
          service.run({ text: 'SELECT since_id FROM families.adoption_link', values: [] }),
        ).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
        await service.close();
      }
      const [found] = await scene.database().owner.run<{ families: readonly string[] }>({
        text: `SELECT partners.families_named('[{"givenName":"Posy","familyName":"Ashdown"}]', NULL) AS families`,
        values: [],
      });
      expect(found?.families).toEqual([ashdown.id]);
    },
  );
}
