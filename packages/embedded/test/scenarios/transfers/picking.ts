import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import { recordedBy } from '../../ledger/ledger-rows.ts';
import { carriedOut } from '../../machines/commands.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { healthJustification } from '../vocabulary/justification.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { settingOf } from './setting.ts';

const { tom, dev, joel, gideon, solveig, niamh } = cast.practitioners;
const okafor = cast.families.okafor;

/** What goes to social care: each item by its name, and nothing beside. */
export function pickingScenarios(scene: Scene): void {
  const { reader, database, given } = scene;
  const { begun, asks, anotherWorker } = settingOf(scene);

  scenario(
    {
      clause: 'SHR-3.4.10c',
      outcome: 'granted',
      that: 'each item is named by whoever instructs it, with why they might read it; exactly that is read, and manifest and reading are on record',
    },
    async () => {
      const { ways, need, reference, episode } = await begun();
      const [mother, child] = await ways.persons();
      await ways.need('FAMILY_RELATIONSHIPS');
      const transfer = await ways.proposed();
      carriedOut(await ways.picks(tom, transfer, [need]));
      expect(carriedOut(await ways.picks(tom, transfer, [child as never])).items).toBe(1);
      carriedOut(await ways.steps(gideon, 'approveTransfer', transfer));
      carriedOut(await ways.sends(tom, transfer));
      const rows = await recordedBy(database().owner, async () => {
        const read = await asks(solveig, reference);
        expect(read.needs).toEqual([{ id: need.id }]);
        expect(read.family).toMatchObject({
          address: null,
          members: expect.arrayContaining([
            { id: child?.id, givenName: 'Jory' },
            { id: mother?.id, givenName: null },
          ]),
        });
      });
      expect(rows[0]).toMatchObject({ account_id: solveig.id, episodes: [episode] });
      const { body } = await reader(solveig)
        .for('SAFEGUARDING')
        .asks(
          '{ transfers { transfer state need episode { reference } items { item type basis pickedBy { id } } } }',
        );
      expect(body.errors).toBeUndefined();
      expect(body.data.transfers).toContainEqual(
        expect.objectContaining({
          transfer,
          state: 'SENT',
          episode: { reference },
          items: expect.arrayContaining([
            expect.objectContaining({ item: need.id, type: 'Need', basis: 'ORDINARY' }),
            expect.objectContaining({ item: child?.id, type: 'Person' }),
          ]),
        }),
      );
      const [manifest] = await database().owner.run<{ items: string[] }>({
        text: `SELECT array_agg(line ->> 'item' ORDER BY step.position) AS items FROM partners.access_event step, jsonb_array_elements(step.details -> 'manifest') line
          WHERE step.subject_id = $1 AND step.move = 'PICK'`,
        values: [transfer],
      });
      expect(manifest?.items).toEqual([need.id, child?.id]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10c',
      outcome: 'denied',
      that: 'nothing is picked by default, in bulk, of another family, unseen or by whoever does not instruct it; nothing goes that nobody else approved',
    },
    async () => {
      const { ways, need, reference } = await begun();
      const transfer = await ways.proposed();
      expect((await ways.steps(dev, 'approveTransfer', transfer)).code).toBe('STEP_NOT_POSSIBLE');
      const theirs = okafor.persons.chidi;
      for (const items of [
        [{ type: 'Person', id: theirs.id }],
        [{ type: 'Need', id: crypto.randomUUID() }],
        [need, { type: 'Need', id: need.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }],
      ])
        expect((await ways.picks(tom, transfer, items)).code).toBe('RECORD_UNKNOWN');
      for (const items of [
        [],
        Array(21).fill(need),
        [{ type: 'CaseNote', id: need.id }],
        [{ type: 'Need', id: '*' }],
      ])
        expect(['ARGUMENT_INVALID', 'RECORD_UNKNOWN']).toContain(
          (await ways.picks(tom, transfer, items)).code,
        );
      for (const who of [gideon, solveig])
        expect((await ways.picks(who, transfer, [need])).code, who.subject).toBe(
          'ROLE_NOT_PERMITTED',
        );
      // Whoever may lead, and does not lead this.
      expect((await ways.picks(joel, transfer, [need])).code).toBe('RECORD_UNKNOWN');
      expect(await ways.stands(transfer)).toEqual({ state: 'PROPOSED', revision: 1 });
      carriedOut(await ways.picks(tom, transfer, [need]));
      expect((await ways.sends(tom, transfer)).code).toBe('STEP_NOT_POSSIBLE');
      // Whoever had a part in it approves nothing, in whichever office, nor does who is related.
      await holdsOffice(scene, tom, 'EARLY_HELP_MANAGER');
      expect((await ways.steps(tom, 'approveTransfer', transfer)).code).toBe('SECOND_PERSON');
      const [about] = await database().owner.run<{ id: string }>({
        text: 'SELECT family_id AS id FROM episodes.episode WHERE reference = $1',
        values: [reference],
      });
      await relates(scene, gideon, about as { id: string });
      expect((await ways.steps(gideon, 'approveTransfer', transfer)).code).toBe('RECORD_UNKNOWN');
      const listed = await reader(gideon).for('ENGAGE_FAMILY').asks('{ transfers { transfer } }');
      expect(listed.body.data.transfers).not.toContainEqual({ transfer });
      expect(await asks(solveig, reference)).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'granted',
      that: 'what another agency recorded of somebody’s health is picked by whoever has a justification that is live, and the manifest says so; to others not of which type it is',
    },
    async () => {
      const { ways, episode } = await begun();
      const [, child] = await ways.persons();
      const condition = await ways.condition(niamh);
      const of = {
        holder: tom,
        person: child as { id: string },
        episode: { id: episode } as never,
      };
      const justification = healthJustification(of, { purpose: 'ENGAGE_FAMILY' });
      await given.added('access.justification', justification);
      await ways.picked([condition]);
      const lines = async (who: Asking) => {
        const { body } = await reader(who)
          .for('ENGAGE_FAMILY')
          .asks('{ transfers { items { item type basis } } }');
        const all = body.data.transfers as { items: { item: string }[] }[];
        return all.flatMap(({ items }) => items).find(({ item }) => item === condition.id);
      };
      expect(await lines(tom)).toMatchObject({ type: 'HealthCondition', basis: 'JUSTIFIED' });
      expect(await lines(gideon)).toMatchObject({ type: null, basis: 'JUSTIFIED' });
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'who leads and has none picks nothing of it: to them it is as if there were none',
    },
    async () => {
      const { ways, episode } = await begun();
      const [, child] = await ways.persons();
      const condition = await ways.condition(niamh);
      const transfer = await ways.proposed();
      expect((await ways.picks(tom, transfer, [condition])).code).toBe('RECORD_UNKNOWN');
      const of = {
        holder: tom,
        person: child as { id: string },
        episode: { id: episode } as never,
      };
      const over = { purpose: 'ENGAGE_FAMILY', expires_at: daysFromNow(-1) };
      await given.added('access.justification', healthJustification(of, over));
      expect((await ways.picks(tom, transfer, [condition])).code).toBe('RECORD_UNKNOWN');
      expect((await ways.stands(transfer)).state).toBe('PROPOSED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10c',
      outcome: 'denied',
      that: 'what is removed, deleted or restricted after it was picked drops out, whoever picked it',
    },
    async () => {
      const { ways, need, reference } = await begun();
      const [, child] = await ways.persons();
      const transfer = await ways.proposed();
      carriedOut(await ways.picks(tom, transfer, [need]));
      carriedOut(await ways.picks(tom, transfer, [child as never]));
      carriedOut(await ways.steps(dev, 'approveTransfer', transfer));
      carriedOut(await ways.sends(tom, transfer));
      await given.removed('episodes.need', { id: need.id });
      await given.removed('episodes.episode_person', { person_id: child?.id });
      const read = await asks(solveig, reference);
      expect(read.needs).toEqual([]);
      expect(JSON.stringify(read)).not.toContain('Jory');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10c',
      outcome: 'denied',
      that: 'what was picked for one social-care worker is read by no other, whatever they were sent of the same family',
    },
    async () => {
      const { ways, need, reference } = await begun();
      await ways.sent([need]);
      const other = await ways.need('FAMILY_RELATIONSHIPS');
      const transfer = await ways.approved([other]);
      carriedOut(await ways.sends(tom, transfer, { practitioner: (await anotherWorker()).id }));
      expect((await asks(solveig, reference)).needs).toEqual([{ id: need.id }]);
      expect((await asks(niamh, reference)).needs).toEqual([{ id: other.id }]);
    },
  );
}
