import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { oneProof } from '../vocabulary/one-proof.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { agreeing, COMPETENT, partOf, SEEN, TOLD } from './agreeing.ts';

const { noel, tom, uma } = cast.practitioners;
const { tarrant, marsh, osgood } = cast.families;

/** A family is told, asked, and answers. */
export function askingScenarios(scene: Scene): void {
  const { reader, database } = scene;
  const { parent, child } = tarrant.persons;
  const ofTarrant = () => agreeing(scene, tarrant.episodes.current);
  const ofOsgood = () => agreeing(scene, osgood.episodes.current);
  const ofMarsh = () => agreeing(scene, marsh.episodes.current);
  const persons = [parent.id, child.id];

  async function explanations(episode: { readonly id: string }) {
    return database().owner.run<Record<string, unknown>>({
      text: `SELECT way, leaflet_version AS leaflet, told, helped, explained_on::text AS "on", recorded_by AS by, agency_id AS agency, nature
        FROM families.notice_explanation WHERE episode_id = $1 ORDER BY recorded_at, person_id`,
      values: [episode.id],
    });
  }

  oneProof(
    {
      clauses: ['SHR-5a', 'SHR-3.4.3b', 'SHR-3.4.2b', 'DEV-A7a', 'SHR-3.5L-e'],
      outcome: 'granted',
      that: 'who was told what, how, on which day and by which leaflet is written down: all five facts, what is promised, and that a child at risk is told of to social care',
    },
    async () => {
      const answer = await ofMarsh().lead('explainNotice', {
        persons: [marsh.persons.parent.id],
        ...TOLD,
      });
      expect(answer.agreement.status).toBe('NOTICE_EXPLAINED');
      expect(await explanations(marsh.episodes.current)).toEqual([
        {
          way: 'IN_PERSON',
          leaflet: '2024-10',
          on: '2026-06-16',
          helped: null,
          by: tom.id,
          agency: tom.agency.id,
          nature: 'FACT',
          told: [
            ...['COLLECTOR', 'PURPOSES', 'SOURCES', 'RECIPIENTS', 'STORAGE', 'SUPPORTERS_ONLY'],
            ...['ANONYMOUS_TO_GOVERNMENT', 'SOCIAL_CARE', 'NOT_BY_CONSENT'],
          ],
        },
      ]);
    },
  );

  for (const [clause, left] of [
    ['SHR-5a', { facts: [{ enum: 'COLLECTOR' }] }],
    ['SHR-3.4.3b', { facts: TOLD.facts.slice(1) }],
    ['SHR-3.4.2b', { leafletVersion: '2019-01' }],
    ['SHR-3.5L-e', { socialCareWarning: false }],
    ['DEV-A7a', { facts: [] }],
    ['SHR-3.5L-d', { notByConsent: false }],
  ] as const)
    scenario(
      {
        clause,
        outcome: 'denied',
        that: 'a notice of which something was left out, or of an old leaflet, is none that was explained, and nobody is asked by it',
      },
      async () => {
        const answer = await ofTarrant().lead('explainNotice', { persons, ...TOLD, ...left });
        expect(answer).toMatchObject({ code: 'ARGUMENT_INVALID' });
        expect(await explanations(tarrant.episodes.current)).toEqual([]);
        const unasked = await ofMarsh().lead('offerAgreement', {
          persons: [marsh.persons.parent.id],
          formVersion: '2024-10',
        });
        expect(unasked.code).toBe('RECORD_UNKNOWN');
      },
    );

  oneProof(
    {
      clauses: ['SHR-3.5L-a', 'PN-cons2', 'SHR-1.2c', 'PN-wfa', 'DEV-A4-3', 'SHR-3.5L-d'],
      outcome: 'granted',
      that: 'once everybody was told, asked and has said yes, the agreement is signed, and what rests on it may begin',
    },
    async () => {
      const { asks, signs } = ofMarsh();
      const all = [marsh.persons.parent, marsh.persons.child];
      await reader(noel).findsNothingOf(marsh.episodes.current);
      await asks(all);
      const signed = await signs(marsh.persons.parent, all, SEEN);
      expect(signed.agreement).toMatchObject({ status: 'SIGNED', withdrawnAt: null });
      expect(partOf(signed, marsh.persons.child)).toMatchObject({
        state: 'SIGNED',
        agrees: true,
      });
      const { family } = await reader(noel).reads(marsh.episodes.current);
      expect(family.agreement.status).toBe('SIGNED');
    },
  );

  oneProof(
    {
      clauses: ['SHR-3.5L-a', 'PN-cons2', 'SHR-1.2c', 'PN-wfa', 'DEV-A4-3'],
      outcome: 'denied',
      that: 'before everybody has answered nothing rests on it: no assessment is open to the team, whoever signed so far',
    },
    async () => {
      const { asks, signs } = ofMarsh();
      const all = [marsh.persons.parent, marsh.persons.child];
      await asks(all);
      const signed = await signs(marsh.persons.parent, [marsh.persons.parent]);
      expect(signed.agreement.status).toBe('PARTIAL');
      await reader(noel).findsNothingOf(marsh.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-c',
      outcome: 'granted',
      that: 'a word by mouth is written down with who was there, and that the agency has it, too',
    },
    async () => {
      const { signs } = ofTarrant();
      const answer = await signs(parent, [parent, child], {
        mode: { enum: 'VERBAL' },
        witnessedBy: 'The health visitor',
        ...SEEN,
      });
      expect(answer.agreement.status).toBe('SIGNED');
      const words = await database().owner.run({
        text: 'SELECT mode, witnessed_by AS witness, in_own_system AS own FROM families.agreement_signer WHERE episode_id = $1 AND ended_at IS NULL',
        values: [tarrant.episodes.current.id],
      });
      const one = { mode: 'VERBAL', witness: 'The health visitor', own: true };
      expect(words).toEqual([one, one]);
    },
  );
  scenario(
    {
      clause: 'SHR-3.5L-c',
      outcome: 'denied',
      that: 'what the agency has not written down in its own system, or nobody was there to hear, is no signature',
    },
    async () => {
      const { signs } = ofTarrant();
      for (const given of [{ inOwnSystem: false }, { mode: { enum: 'VERBAL' } }])
        expect((await signs(parent, [parent], given)).code).toBe('ARGUMENT_INVALID');
      expect(await ofTarrant().revision()).toBe(1);
    },
  );

  oneProof(
    {
      clauses: ['PN-u13', 'DEV-A3-con1'],
      outcome: 'granted',
      that: 'for a child of under 13 whoever is responsible signs, by what is on record or by what was seen',
    },
    async () => {
      const answer = await ofTarrant().signs(parent, [parent, child], SEEN);
      expect(partOf(answer, child)).toMatchObject({ state: 'SIGNED', agrees: true });
    },
  );
  oneProof(
    {
      clauses: ['PN-u13', 'DEV-A3-con1'],
      outcome: 'denied',
      that: 'a child of under 13 signs nothing, nobody signs for an adult, and nobody for a child whom nothing says they are responsible for',
    },
    async () => {
      const { signs, as } = ofTarrant();
      expect((await signs(child, [child])).code).toBe('SIGNER_NOT_ENTITLED');
      expect((await signs(child, [parent])).code).toBe('SIGNER_NOT_ENTITLED');
      expect((await signs(parent, [child])).code).toBe('SIGNER_NOT_ENTITLED');
      // A member of the team records no signature, and learns nothing by trying.
      const other = await as(uma)('recordDecline', { person: parent.id, reason: 'She says no.' });
      expect(other.code).toBe('RECORD_UNKNOWN');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3e',
      outcome: 'granted',
      that: 'a young person is helped to understand it, how is written down, and then signs themselves: the team reads',
    },
    async () => {
      const { lead, signs } = ofOsgood();
      const { teen } = osgood.persons;
      const first = await lead('explainNotice', {
        persons: [teen.id],
        ...TOLD,
        helped: 'Went through the leaflet with pictures; asked back.',
      });
      expect(first.agreement.status).toBe('PARTIAL');
      expect(await explanations(osgood.episodes.current)).toMatchObject([
        { helped: 'Went through the leaflet with pictures; asked back.' },
      ]);
      const answer = await signs(teen, [teen], { competence: COMPETENT });
      expect(answer.agreement.status).toBe('SIGNED');
      expect(partOf(answer, teen)).toMatchObject({ state: 'SIGNED', competence: 'COMPETENT' });
      await reader(noel).reads(osgood.episodes.current);
    },
  );
  scenario(
    {
      clause: 'SHR-3.4.3e',
      outcome: 'denied',
      that: 'a young person of whom nobody says how they were helped is not told, and one whom nobody found competent does not sign',
    },
    async () => {
      const { lead, signs } = ofOsgood();
      const { teen } = osgood.persons;
      const untold = await lead('explainNotice', { persons: [teen.id], ...TOLD });
      expect(untold.code).toBe('ARGUMENT_INVALID');
      expect((await signs(teen, [teen])).code).toBe('COMPETENCE_UNDECIDED');
      await reader(noel).findsNothingOf(osgood.episodes.current);
    },
  );

  scenario(
    {
      clause: 'DEV-A7b',
      outcome: 'granted',
      that: 'whoever is fine with being asked months later says so, and the lead reads it',
    },
    async () => {
      const answer = await ofTarrant().lead('recordFollowUpPermission', {
        person: parent.id,
        permitted: true,
      });
      expect(partOf(answer, parent).followUpPermission).toBe(true);
    },
  );
  scenario(
    {
      clause: 'DEV-A7b',
      outcome: 'denied',
      that: 'nobody else says so for them, and whoever is not asked has not said yes',
    },
    async () => {
      const { as, lead } = ofMarsh();
      const { parent: mother, child: boy } = marsh.persons;
      await lead('explainNotice', { persons: [mother.id], ...TOLD });
      const said = { person: mother.id, permitted: true };
      expect((await as(noel)('recordFollowUpPermission', said)).code).toBe('RECORD_UNKNOWN');
      const answer = await lead('recordFollowUpPermission', { ...said, permitted: false });
      expect(partOf(answer, mother).followUpPermission).toBe(false);
      expect(partOf(answer, boy).followUpPermission).toBeNull();
    },
  );

  oneProof(
    {
      clauses: ['PN-who', 'SHR-3.5L-b'],
      outcome: 'granted',
      alone: 'Everybody may read it.',
      that: 'a family reads what is told, as it is in force: who collects, what for, from where, for whom and where it is kept',
    },
    async () => {
      const { body } = await reader(cast.familyAccounts.ngozi)
        .for('RIGHTS')
        .asks(
          '{ privacyNotice { version facts { name says clauses } warnings { name } promises { name } } }',
        );
      const { version, facts } = body.data.privacyNotice;
      expect(version).toBe('2024-10');
      expect(facts.map(({ name }: { name: string }) => name)).toEqual([
        ...['COLLECTOR', 'PURPOSES', 'SOURCES', 'RECIPIENTS', 'STORAGE'],
      ]);
      expect(facts[0].says).toContain('data protection officer');
    },
  );
}
