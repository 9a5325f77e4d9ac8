import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { toldOf } from '../vocabulary/due-work.ts';
import { oneProof } from '../vocabulary/one-proof.ts';
import { AGREED, ON_BASIS, Panel } from '../vocabulary/panel.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { agreeing, partOf, TOLD } from './agreeing.ts';

const { grace, niamh, paloma, tom, rhona } = cast.practitioners;
const { ngozi: mother } = cast.familyAccounts;
const okafor = cast.families.okafor;
const { ngozi, emeka, amara, chidi, ada } = okafor.persons;
const episode = okafor.episodes.current;
const MEMBERS = `{ episode(reference: "${episode.reference}") { family { members { id } } } }`;
const WANTS = { reason: 'She does not want it any more.' };

/** Whoever agreed takes it back for themselves, and for nobody else. */
export function withdrawingScenarios(scene: Scene): void {
  const { reader, database } = scene;
  const of = () => agreeing(scene, episode);

  async function reaches(who: typeof grace): Promise<readonly string[]> {
    const { body } = await reader(who).for('COORDINATE_SUPPORT').asks(MEMBERS);
    expect(body.errors).toBeUndefined();
    const members: { id: string }[] = body.data.episode?.family.members ?? [];
    return members.map(({ id }) => id).toSorted();
  }
  const ids = (...persons: readonly { readonly id: string }[]) =>
    persons.map(({ id }) => id).toSorted();

  oneProof(
    {
      clauses: ['SHR-3.4.3a', 'PN-cons2'],
      outcome: 'denied',
      that: 'a mother withdraws by her own account: from that moment the team reaches her no more, and the children and their father as before',
    },
    async () => {
      expect(await reaches(grace)).toEqual(ids(ngozi, emeka, amara, chidi, ada));
      const answer = await of().ofFamily(mother)('withdrawAgreement', {
        person: ngozi.id,
        ...WANTS,
      });
      expect(answer.agreement.status).toBe('SIGNED');
      expect(partOf(answer, ngozi)).toMatchObject({ state: 'WITHDRAWN', agrees: false });
      expect(answer.toDecide).toEqual([]);
      for (const who of [grace, niamh])
        expect(await reaches(who)).toEqual(ids(emeka, amara, chidi, ada));
      expect(await reaches(tom)).toEqual(ids(ngozi, emeka, amara, chidi, ada));
    },
  );

  oneProof(
    {
      clauses: ['SHR-3.4.3a', 'SHR-3.4.2c'],
      outcome: 'granted',
      that: 'told and asked again, she agrees again, and the team reaches her as before',
    },
    async () => {
      const { lead, signs, asks } = of();
      await lead('withdrawAgreement', { person: ngozi.id, ...WANTS });
      await asks([ngozi]);
      const answer = await signs(ngozi, [ngozi]);
      expect(partOf(answer, ngozi)).toMatchObject({ state: 'SIGNED', agrees: true });
      expect(await reaches(grace)).toEqual(ids(ngozi, emeka, amara, chidi, ada));
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.2c',
      outcome: 'denied',
      that: 'nobody withdraws for another: not a mother for her child or its father, nor a worker of the team',
    },
    async () => {
      const { ofFamily, as, lead, revision } = of();
      for (const person of [emeka, amara, chidi])
        expect(
          (await ofFamily(mother)('withdrawAgreement', { person: person.id, ...WANTS })).code,
        ).toBe('RECORD_UNKNOWN');
      for (const who of [grace, rhona])
        expect((await as(who)('withdrawAgreement', { person: ngozi.id, ...WANTS })).code).toBe(
          'RECORD_UNKNOWN',
        );
      const forChild = await lead('withdrawAgreement', { person: chidi.id, ...WANTS });
      expect(forChild.code).toBe('SIGNER_NOT_ENTITLED');
      expect(await revision()).toBe(1);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3c',
      outcome: 'granted',
      that: 'when both parents have withdrawn the competent fifteen-year-old who signed goes on alone, and the small ones for whom nobody speaks do not',
    },
    async () => {
      const { lead } = of();
      await lead('withdrawAgreement', { person: ngozi.id, ...WANTS });
      const answer = await lead('withdrawAgreement', { person: emeka.id, ...WANTS });
      expect(answer.agreement.status).toBe('SIGNED');
      expect(partOf(answer, amara)).toMatchObject({ state: 'SIGNED', agrees: true });
      expect(partOf(answer, chidi)).toMatchObject({ state: 'WITHDRAWN' });
      expect(await reaches(grace)).toEqual(ids(amara));
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3a',
      outcome: 'denied',
      that: 'once the last has withdrawn, access that rested on it ends in the same step; whoever had it is told, and whoever leads is asked what becomes of the episode',
    },
    async () => {
      const { lead, as } = of();
      for (const person of [ngozi, emeka])
        await lead('withdrawAgreement', { person: person.id, ...WANTS });
      const before = await toldOf(scene, 'ACCESS_REMOVED_AT_FAMILYS_REQUEST');
      const answer = await as(cast.practitioners.tom)('withdrawAgreement', {
        person: amara.id,
        ...WANTS,
      });
      expect(answer.toDecide).toEqual(['CLOSURE']);
      const told = await toldOf(scene, 'ACCESS_REMOVED_AT_FAMILYS_REQUEST');
      expect(told.length - before.length).toBe(await endedGrants());
      for (const who of [grace, niamh]) await reader(who).findsNothingOf(episode);
      const live = await database().owner.run<{ role: string }>({
        text: `SELECT DISTINCT role FROM access.access_grant WHERE episode_id = $1 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > $2) AND role = 'TAF_MEMBER'`,
        values: [episode.id, scene.clock.now().toISOString()],
      });
      expect(live).toEqual([]);
    },
  );

  for (const [rests, on, outcome] of [
    ['on the law that is named in its referral', ON_BASIS, 'granted'],
    ['on its agreement', AGREED, 'denied'],
  ] as const)
    scenario(
      {
        clause: 'SHR-3.7.2b',
        outcome,
        that: `when the last of a family has withdrawn the panel ${outcome === 'granted' ? 'goes on reading' : 'reads no more of'} a case that rests ${rests}`,
      },
      async () => {
        const { lead } = of();
        const panel = new Panel(scene);
        await panel.clear();
        await panel.listed(on);
        for (const person of [ngozi, emeka, amara])
          await lead('withdrawAgreement', { person: person.id, ...WANTS });
        const member = reader(paloma).for('CHOOSE_SUPPORT');
        await (outcome === 'granted' ? member.reads(episode) : member.findsNothingOf(episode));
        const live = await database().owner.run({
          text: `SELECT 1 AS live FROM access.access_grant WHERE episode_id = $1 AND role = 'PANEL_MEMBER' AND revoked_at IS NULL`,
          values: [episode.id],
        });
        expect(live).toHaveLength(outcome === 'granted' ? 1 : 0);
        await panel.clear();
      },
    );

  async function endedGrants(): Promise<number> {
    const [counted] = await database().owner.run<{ many: number }>({
      text: `SELECT count(DISTINCT account_id)::integer AS many FROM access.access_grant WHERE episode_id = $1 AND revoked_at = $2 AND revoked_cause = 'FAMILY_REQUEST'`,
      values: [episode.id, scene.clock.now().toISOString()],
    });
    return counted?.many ?? 0;
  }

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'granted',
      that: 'a child for whom a law stands in goes on when everybody has withdrawn, and nobody else does',
    },
    async () => {
      const { lead } = of();
      await lead('recordBasisWithoutAgreement', {
        persons: [chidi.id],
        basis: 'Children Act 2004 s11: recorded with the manager.',
        explained: true,
      });
      for (const person of [ngozi, emeka, amara])
        await lead('withdrawAgreement', { person: person.id, ...WANTS });
      expect(await reaches(grace)).toEqual(ids(chidi));
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.2b',
      outcome: 'granted',
      that: 'whoever agreed is told again and goes on agreeing; every step says who took it, for whom, when and why',
    },
    async () => {
      const { lead, ofFamily } = of();
      const told = await lead('explainNotice', { persons: [ngozi.id], ...TOLD });
      expect(partOf(told, ngozi).state).toBe('SIGNED');
      const answer = await ofFamily(mother)('withdrawAgreement', { person: ngozi.id, ...WANTS });
      const [step] = await database().owner.run({
        text: `SELECT machine, move, before, after, actor_id AS actor, on_behalf_of AS "onBehalfOf", reason, episode_id AS episode
          FROM partners.access_event WHERE subject_id = $1 ORDER BY position DESC LIMIT 1`,
        values: [(await ownPart()) ?? answer],
      });
      expect(step).toEqual({
        machine: 'FAMILY_AGREEMENT',
        move: 'WITHDRAW',
        before: 'SIGNED',
        after: 'WITHDRAWN',
        actor: mother.id,
        onBehalfOf: 'SELF',
        reason: WANTS.reason,
        episode: episode.id,
      });
    },
  );

  async function ownPart(): Promise<unknown> {
    const [part] = await database().owner.run<{ id: string }>({
      text: 'SELECT id FROM families.agreement_part WHERE episode_id = $1 AND person_id = $2',
      values: [episode.id, ngozi.id],
    });
    return part?.id;
  }
}
