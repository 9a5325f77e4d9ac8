import { connect } from '@postern/database';
import { familiesTimers } from '@postern/families';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { toldOf } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { agreeing, COMPETENT, partOf, TOLD } from './agreeing.ts';

const { grace, tom } = cast.practitioners;
const okafor = cast.families.okafor;
const { chidi, emeka, ngozi, amara, ada } = okafor.persons;
const episode = okafor.episodes.current;
const MEMBERS = `{ episode(reference: "${episode.reference}") { family { members { id } } } }`;

/** Somebody turns 13, leaves or dies; the form changes. */
export function growingScenarios(scene: Scene): void {
  const { given, database, reader, clock } = scene;
  const of = () => agreeing(scene, episode);

  /** Everything that is due of the families happens, at the moment of the clock. */
  async function happens(): Promise<number> {
    const service = connect(database().address, 'families', { max: 2 });
    try {
      const counts = await fireDue(service, familiesTimers, clock.now(), {
        log: (entry) => expect(entry).toBeNull(),
      });
      expect(counts.failed).toBe(0);
      return counts.fired;
    } finally {
      await service.close();
    }
  }
  async function reaches(): Promise<readonly string[]> {
    const { body } = await reader(grace).for('COORDINATE_SUPPORT').asks(MEMBERS);
    const members: { id: string }[] = body.data.episode?.family.members ?? [];
    return members.map(({ id }) => id).toSorted();
  }
  async function standing(person: { readonly id: string }) {
    const [part] = await database().owner.run<{ state: string; agrees: boolean; due: boolean }>({
      text: 'SELECT state, agrees, co_signature_due AS due FROM families.agreement_part WHERE episode_id = $1 AND person_id = $2',
      values: [episode.id, person.id],
    });
    return part;
  }

  scenario(
    {
      clause: 'SHR-3.4.3c',
      outcome: 'granted',
      that: 'on the day a child turns 13 in London, and once, the lead is told that they are now to be asked themselves; the team goes on, and the child signs',
    },
    async () => {
      await happens();
      // 23:00 in UTC is midnight in London, in summer.
      await given.changed('families.person', { id: chidi.id }, { date_of_birth: '2013-06-18' });
      clock.set(new Date('2026-06-17T22:59:59Z'));
      await happens();
      expect(await standing(chidi)).toMatchObject({ due: false });
      const before = await toldOf(scene, 'CO_SIGNATURE_DUE');
      clock.set(new Date('2026-06-17T23:00:00Z'));
      await happens();
      await happens();
      expect(await standing(chidi)).toMatchObject({ state: 'SIGNED', agrees: true, due: true });
      const told = await toldOf(scene, 'CO_SIGNATURE_DUE');
      expect(told.filter((account) => account === tom.id)).toHaveLength(
        before.filter((account) => account === tom.id).length + 1,
      );
      expect(await reaches()).toContain(chidi.id);
      const { lead, signs } = of();
      await lead('explainNotice', {
        persons: [chidi.id],
        ...TOLD,
        helped: 'With the school nurse.',
      });
      const answer = await signs(chidi, [chidi], { competence: COMPETENT });
      expect(partOf(answer, chidi)).toMatchObject({ state: 'SIGNED', coSignatureDue: false });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3a',
      outcome: 'denied',
      that: 'whoever died or left the household is nobody’s to reach any more, by the team; what they said for a child stands',
    },
    async () => {
      await given.changed('families.person', { id: emeka.id }, { deceased_on: '2026-06-17' });
      await happens();
      expect(await standing(emeka)).toMatchObject({ state: 'LAPSED', agrees: false });
      expect(await reaches()).toEqual([ngozi, amara, chidi, ada].map(({ id }) => id).toSorted());
      const before = await toldOf(scene, 'AGREEMENT_TO_ASK_AGAIN');
      await happens();
      expect(await toldOf(scene, 'AGREEMENT_TO_ASK_AGAIN')).toEqual(before);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3a',
      outcome: 'granted',
      that: 'a new form asks everybody again, and until they answer what they said stands: no child loses its team overnight',
    },
    async () => {
      // The other families have it already.
      await database().owner.run({
        text: `UPDATE families.family_agreement SET form_version = '2026-06' WHERE episode_id <> $1`,
        values: [episode.id],
      });
      await given.changed(
        'access.agreement',
        { key: 'SHROPSHIRE_PRIVACY_NOTICE' },
        { version: '2026-06', in_force_from: daysFromNow(0).slice(0, 10) },
      );
      await happens();
      expect(await standing(ngozi)).toMatchObject({ state: 'SUPERSEDED', agrees: true });
      expect(await reaches()).toHaveLength(5);
      const { lead, signs } = of();
      await lead('explainNotice', { persons: [ngozi.id], ...TOLD, leafletVersion: '2026-06' });
      await lead('offerAgreement', { persons: [ngozi.id], formVersion: '2026-06' });
      expect(await reaches()).toHaveLength(5);
      const answer = await signs(ngozi, [ngozi]);
      expect(partOf(answer, ngozi)).toMatchObject({ state: 'SIGNED' });
    },
  );
}
