import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, esther, callum } = cast.practitioners;
const { hamish: husband } = cast.familyAccounts;
const { okafor, hollis, tolliver } = cast.families;

/** A child who is expected, who is born; somebody who dies. */
export function birthAndDeathScenarios(scene: Scene): void {
  const people = new People(scene);

  scenario(
    {
      clause: 'STA-4.1b',
      outcome: 'granted',
      that: 'a child who is expected is somebody already; born, they are the same person, with all that was recorded before',
    },
    async () => {
      const expected = await people.person(tom, 'recordPerson', {
        episode: okafor.episodes.current.id,
        person: { expectedOn: '2026-06-20' },
        relationship: enumOf('UNBORN_CHILD'),
        since: '2026-02-01',
      });
      const { healthConditions } = await people.reads(
        tom,
        hollis.persons.unborn,
        'healthConditions { id name }',
      );
      expect(healthConditions).toHaveLength(1);
      for (const child of [expected, hollis.persons.unborn]) {
        const born = await people.person(
          tom,
          'recordBirth',
          {
            id: child.id,
            expectedRevision: 1,
            dateOfBirth: '2026-06-17',
            givenName: 'Obinna',
          },
          'givenName dateOfBirth expectedOn age',
        );
        expect(born).toEqual({
          id: child.id,
          givenName: 'Obinna',
          dateOfBirth: '2026-06-17',
          expectedOn: null,
          age: 0,
        });
      }
      expect(
        await people.reads(tom, hollis.persons.unborn, 'healthConditions { id name }'),
      ).toMatchObject({ healthConditions });
      const [kept] = await scene.database().owner.run<object>({
        text: `SELECT was ->> 'expectedOn' AS expected, member.relationship FROM families.detail_version
          JOIN families.family_member member ON member.person_id = item_id WHERE item_id = $1 AND was IS NOT NULL`,
        values: [expected.id],
      });
      expect(kept).toEqual({ expected: '2026-06-20', relationship: 'CHILD' });
    },
  );

  scenario(
    {
      clause: 'STA-4.1b',
      outcome: 'denied',
      that: 'nobody is born twice, on a day to come, by a change of details, or by the word of whoever does not keep the record',
    },
    async () => {
      const { ada } = okafor.persons;
      const birth = { id: ada.id, expectedRevision: 1, dateOfBirth: '2026-06-16' };
      await people.writesNothing('STEP_NOT_POSSIBLE', tom, 'recordBirth', birth);
      await people.writesNothing('ARGUMENT_INVALID', tom, 'recordBirth', {
        ...birth,
        dateOfBirth: '2026-06-18',
      });
      await people.writesNothing('RECORDING_NOT_PERMITTED', grace, 'recordBirth', birth);
      await people.writesNothing('RECORD_UNKNOWN', callum, 'recordBirth', birth);
      await people.writesNothing('ARGUMENT_INVALID', tom, 'amendPerson', {
        id: ada.id,
        expectedRevision: 1,
        person: { expectedOn: '2026-09-01' },
        reason: 'Mistaken for another.',
      });
    },
  );

  scenario(
    {
      clause: 'STA-3.1d',
      outcome: 'granted',
      that: 'of somebody who died the team reads what it read before, and that they died; a mistake is taken back',
    },
    async () => {
      const { edna } = hollis.persons;
      const before = await people.reads(grace, edna, 'givenName age healthConditions { id }');
      expect(before).toMatchObject({ givenName: 'Edna' });
      const [told] = await scene.database().owner.run<object>({
        text: 'SELECT died_on::text AS on FROM access.deceased_person WHERE person_id = $1',
        values: [edna.id],
      });
      expect(told).toEqual({ on: '2026-05-18' });
      const { revision } = await people.reads(tom, edna, 'revision');
      const back = await people.person(
        tom,
        'withdrawDeath',
        { id: edna.id, expectedRevision: revision, reason: 'It was her sister.' },
        'deceasedOn revision',
      );
      expect(back).toMatchObject({ deceasedOn: null, revision: revision + 1 });
      const again = await people.person(
        tom,
        'recordDeath',
        {
          id: edna.id,
          expectedRevision: revision + 1,
          diedOn: '2026-05-18',
          reason: 'It was she after all.',
        },
        'deceasedOn',
      );
      expect(again).toMatchObject({ deceasedOn: '2026-05-18' });
      expect(await people.reads(grace, edna, 'givenName age healthConditions { id }')).toEqual(
        before,
      );
    },
  );

  scenario(
    {
      clause: 'STA-3.1d',
      outcome: 'denied',
      that: 'whoever died signs in no more, nothing that waits is sent to them, and to strangers they are as unknown as before',
    },
    async () => {
      const { hamish } = tolliver.persons;
      const { owner } = scene.database();
      const account = { id: husband.id };
      const notice = crypto.randomUUID();
      await scene.given.added('scheduler.notice', {
        id: notice,
        kind: 'ACCESS_REPORT_READY',
        to_account: account.id,
        params: {},
        created_at: '2026-06-17T09:00:00Z',
        state: 'WAITING',
        attempts: 0,
      });
      const mine = '{ episodes(first: 1) { edges { node { id } } } }';
      const reader = scene.reader(husband).for('TRACK_OUTCOMES');
      expect((await reader.asks(mine)).body.data.episodes.edges).toHaveLength(1);
      const death = {
        id: hamish.id,
        expectedRevision: 1,
        diedOn: '2026-06-16',
        reason: 'His sister rang.',
      };
      await people.writesNothing('RECORD_UNKNOWN', callum, 'recordDeath', death);
      await people.writesNothing('ARGUMENT_INVALID', esther, 'recordDeath', {
        ...death,
        diedOn: '2026-06-18',
      });
      await people.writesNothing('STEP_NOT_POSSIBLE', esther, 'withdrawDeath', {
        id: hamish.id,
        expectedRevision: 1,
        reason: 'He lives.',
      });
      await people.person(esther, 'recordDeath', death);
      await people.writesNothing('STEP_NOT_POSSIBLE', esther, 'recordDeath', {
        ...death,
        expectedRevision: 2,
      });
      await reader.isRefused('ACCOUNT_NOT_ACTIVE', mine);
      expect(await stateOf(notice)).toEqual({ state: 'GIVEN_UP', code: 'CALLED_OFF' });
      const steps = await owner.run<object>({
        text: `SELECT move, before, after, actor_id AS "by", details ->> 'cause' AS cause FROM partners.access_event WHERE subject_id = $1`,
        values: [account.id],
      });
      expect(steps).toEqual([
        { move: 'LEAVE', before: 'ACTIVE', after: 'LEFT', by: esther.id, cause: 'DECEASED' },
      ]);
    },
  );

  async function stateOf(notice: string): Promise<unknown> {
    const [row] = await scene.database().owner.run<object>({
      text: 'SELECT state, last_error_code AS code FROM scheduler.notice WHERE id = $1',
      values: [notice],
    });
    return row;
  }
}
