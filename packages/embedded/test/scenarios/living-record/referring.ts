import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { toldOf } from '../vocabulary/due-work.ts';
import { HEATH, Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, grace, rhona, dev, tom, ines } = cast.practitioners;
const { ngozi } = cast.familyAccounts;

const OWN = '{ referrals { edges { node { id outcome recommendations notifiedAt } } } }';

/** How a family comes in, who hears of it, and what its referrer is told. */
export function referringScenarios(scene: Scene): void {
  const { reader, database } = scene;
  const help = new Help(scene);
  const own = async (who: { readonly subject: string }) => {
    const { body } = await reader(who).for('ENGAGE_FAMILY').asks(OWN);
    expect(body.errors).toBeUndefined();
    return (body.data.referrals.edges as { node: { id: string } }[]).map(({ node }) => node);
  };

  scenario(
    {
      clause: 'SHR-3.5.2',
      outcome: 'granted',
      that: 'a partner refers a family: it comes in as a contact with persons, household and address, whoever referred sees their referral, and the host is told and gives the front door access',
    },
    async () => {
      const taken = await help.triesToRefer(grace);
      expect(taken).toMatchObject({
        __typename: 'ReferralChanged',
        referral: { source: 'PARTNER', outcome: null, reasons: HEATH.reasons },
      });
      const { episode, reference } = await help.contactOf(taken.referral.id);
      expect(reference).toMatch(/^EH-\d{12}$/);
      expect((await own(grace)).map(({ id }) => id)).toContain(taken.referral.id);
      expect(await toldOf(scene, 'CONTACT_WAITING')).toEqual(
        expect.arrayContaining([prue.id, gideon.id]),
      );
      const waits = await reader(prue)
        .for('ADMINISTRATION')
        .asks('{ contactsToScreen { episode reference since } }');
      expect(waits.body.data.contactsToScreen).toContainEqual({
        episode,
        reference,
        since: '2026-06-17T10:00:00.000Z',
      });
      await help.admits(dev, 'EHAST_PRACTITIONER', episode);
      const { body } = await reader(dev).asks(
        `{ episode(reference: "${reference}") { status family { address members { givenName } } referrals { id } } }`,
      );
      expect(body.data.episode).toEqual({
        status: 'CONTACT',
        family: {
          address: '4 Tansy Row, Marlham, MA9 9ZZ',
          members: [{ givenName: 'Marigold' }, { givenName: 'Jory' }],
        },
        referrals: [{ id: taken.referral.id }],
      });
      const after = await reader(prue)
        .for('ADMINISTRATION')
        .asks('{ contactsToScreen { episode } }');
      expect(after.body.data.contactsToScreen).not.toContainEqual({ episode });
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.2',
      outcome: 'denied',
      that: 'whoever refers sees nothing but their referral, is answered alike whether or not the family is known, and nobody else sees it; no family member and nobody’s guess refers',
    },
    async () => {
      const [chidi] = await database().owner.run<Record<string, string>>({
        text: `SELECT given_name AS "givenName", family_name AS "familyName", date_of_birth::text AS "dateOfBirth" FROM families.person WHERE id = $1`,
        values: [cast.families.okafor.persons.chidi.id],
      });
      const known = await help.triesToRefer(rhona, {
        persons: [{ ...chidi, relationship: 'child' }],
      });
      const unknown = await help.triesToRefer(rhona);
      expect(Object.keys(known.referral)).toEqual(Object.keys(unknown.referral));
      for (const { referral } of [known, unknown]) {
        expect(referral).toMatchObject({ outcome: null, notifiedAt: null, concerns: [] });
        const { episode, reference } = await help.contactOf(referral.id);
        const { body } = await reader(rhona)
          .for('ENGAGE_FAMILY')
          .asks(`{ episode(reference: "${reference}") { id } }`);
        expect(body.data.episode).toBeNull();
        const steps = await help.tries(rhona, 'screenContact', episode);
        expect(steps.refused?.code).toBe('RECORD_UNKNOWN');
      }
      const ids = (await own(rhona)).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([known.referral.id, unknown.referral.id]));
      expect((await own(tom)).map(({ id }) => id)).not.toContain(unknown.referral.id);
      const [before] = await database().owner.run({
        text: 'SELECT count(*) AS families FROM families.family',
        values: [],
      });
      const family = await help.triesToRefer(ngozi, {}, 'RIGHTS');
      expect(family.code).toBe('ROLE_NOT_PERMITTED');
      const unborn = { ...HEATH.persons[1], dateOfBirth: '2026-06-18' };
      const wrong = await help.triesToRefer(grace, { persons: [unborn] });
      expect(wrong).toMatchObject({
        code: 'ARGUMENT_INVALID',
        findings: [{ part: 'persons.0.dateOfBirth' }],
      });
      const [after] = await database().owner.run({
        text: 'SELECT count(*) AS families FROM families.family',
        values: [],
      });
      expect(after).toEqual(before);
      const counts = await reader(ines)
        .for('PLANNING_AND_REPORTING')
        .asks('{ contactsToScreen { episode } }');
      expect(counts.body.data?.contactsToScreen ?? null).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.2c',
      outcome: 'granted',
      that: 'a family that was not spoken with first is referred with the reason why, which stands with the referral',
    },
    async () => {
      const because = 'The school does not work with the family yet, and the child may be afraid.';
      const { referral } = await help.triesToRefer(grace, { consultedBeforeDiscussion: because });
      expect(referral.consultedBeforeDiscussion).toBe(because);
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.2c',
      outcome: 'denied',
      that: 'a reason that says nothing is none, and where the family was spoken with there is none',
    },
    async () => {
      const empty = await help.triesToRefer(grace, { consultedBeforeDiscussion: ' \u200b' });
      expect(empty).toMatchObject({
        code: 'ARGUMENT_INVALID',
        findings: [{ part: 'consultedBeforeDiscussion' }],
      });
      const { referral } = await help.triesToRefer(grace);
      expect(referral.consultedBeforeDiscussion).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.7',
      outcome: 'granted',
      that: 'whoever screens records outcome and recommendations; the referrer is told at once without a word of the case, and reads both with when they were told',
    },
    async () => {
      const { referral, episode } = await help.refers();
      await help.admits(dev, 'EHAST_PRACTITIONER', episode);
      await help.takes(dev, 'screenContact', episode);
      const before = (await toldOf(scene, 'REFERRAL_ANSWERED')).length;
      const answer = await help.answers(dev, referral, 'SIGNPOSTED', 'The breakfast club.');
      expect(answer.referral).toMatchObject({ outcome: 'SIGNPOSTED' });
      const told = await toldOf(scene, 'REFERRAL_ANSWERED');
      expect(told).toHaveLength(before + 1);
      expect(told).toContain(grace.id);
      expect(await own(grace)).toContainEqual({
        id: referral,
        outcome: 'SIGNPOSTED',
        recommendations: 'The breakfast club.',
        notifiedAt: '2026-06-17T10:00:00+00:00',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.7',
      outcome: 'denied',
      that: 'a contact does not end while its referrer waits for an answer, the referrer does not answer themselves, and nobody answers twice',
    },
    async () => {
      const { referral, episode } = await help.refers();
      await help.admits(dev, 'EHAST_PRACTITIONER', episode);
      const ends = await help.tries(dev, 'signpostContact', episode);
      expect(ends.refused).toMatchObject({
        code: 'EPISODE_NOT_READY',
        findings: [{ code: 'REFERRAL_UNANSWERED' }],
      });
      const themselves = await help.answers(grace, referral, 'ACCEPTED');
      expect(themselves.code).toBe('RECORDING_NOT_PERMITTED');
      const stranger = await help.answers(rhona, referral, 'ACCEPTED');
      expect(stranger.code).toBe('RECORD_UNKNOWN');
      await help.answers(dev, referral, 'NO_FURTHER_ACTION');
      const again = await help.answers(dev, referral, 'ACCEPTED');
      expect(again.code).toBe('STEP_NOT_POSSIBLE');
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.3',
      outcome: 'granted',
      that: 'the front door’s part and each of its decisions are on the record: who, when, why',
    },
    async () => {
      const { episode } = await help.awaitsAgreement();
      const steps = await database().owner.run<{ move: string }>({
        text: `SELECT move, after, actor_id AS actor, reason FROM partners.access_event
          WHERE subject_id = $1 AND machine = 'EPISODE' ORDER BY position`,
        values: [episode],
      });
      expect(steps).toMatchObject([
        { move: 'REFER', after: 'CONTACT', actor: grace.id },
        { move: 'SCREEN', after: 'SCREENING', actor: dev.id, reason: 'as agreed' },
        { move: 'ASK_AGREEMENT', after: 'AWAITING_AGREEMENT', actor: dev.id, reason: 'as agreed' },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.3',
      outcome: 'denied',
      that: 'nobody screens or decides who was not given the contact: the office that gives access, another front door worker, or a lead of other families',
    },
    async () => {
      const { episode } = await help.refers();
      for (const who of [dev, tom, rhona]) {
        const { refused } = await help.tries(who, 'screenContact', episode);
        expect(refused?.code).toBe('RECORD_UNKNOWN');
      }
      const host = await help.tries(prue, 'screenContact', episode, {}, 'ADMINISTRATION');
      expect(host.refused?.code).toBe('RECORD_UNKNOWN');
      expect(await help.stands(episode)).toMatchObject({ status: 'CONTACT', revision: 1 });
    },
  );
}
