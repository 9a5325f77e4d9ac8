import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Contact } from '../vocabulary/living-record.ts';
import { Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, dev, joel, grace } = cast.practitioners;

/** What help needs to begin, what a team needs, and what an episode lacks. */
export function openingScenarios(scene: Scene): void {
  const { reader, database } = scene;
  const help = new Help(scene);
  const codes = (refused: { findings: readonly { code: string }[] } | null) =>
    refused?.findings.map(({ code }) => code) ?? null;
  const missing = async ({ reference }: Contact) => {
    const { body } = await reader(tom).asks(
      `{ episode(reference: "${reference}") { status missingElements } }`,
    );
    expect(body.errors).toBeUndefined();
    return body.data.episode;
  };

  scenario(
    {
      clause: 'DEV-A4-3',
      outcome: 'granted',
      that: 'with the family’s yes and a lead named, help begins, led by the lead’s agency, and the lead reads',
    },
    async () => {
      const { episode, reference } = await help.opens();
      expect(await help.stands(episode)).toMatchObject({
        status: 'OPEN',
        agency: tom.agency.id,
        neverOpened: false,
      });
      const { body } = await reader(tom).asks(
        `{ episode(reference: "${reference}") { openedOn } }`,
      );
      expect(body.data.episode).toEqual({ openedOn: '2026-06-17' });
    },
  );

  scenario(
    {
      clause: 'DEV-A4-3',
      outcome: 'denied',
      that: 'without the family’s yes, or a recorded basis, or without a lead, it does not begin; and nobody leads before the family agreed',
    },
    async () => {
      const { episode } = await help.awaitsAgreement();
      const early = await help.admits(tom, 'LEAD_PROFESSIONAL', episode);
      expect(codes(early.refused)).toEqual(['FAMILY_NOT_AGREED']);
      const neither = await help.tries(dev, 'openEpisode', episode);
      expect(neither.refused?.code).toBe('EPISODE_NOT_READY');
      expect(codes(neither.refused)).toEqual(['FAMILY_NOT_AGREED', 'NO_LEAD']);
      await help.agrees(episode);
      const noLead = await help.tries(dev, 'openEpisode', episode);
      expect(codes(noLead.refused)).toEqual(['NO_LEAD']);
      await help.admits(tom, 'LEAD_PROFESSIONAL', episode);
      const withdrawn = { withdrawn_at: '2026-06-17T09:00:00Z' };
      await scene.given.changed('access.family_agreement', { episode_id: episode }, withdrawn);
      const gone = await help.tries(dev, 'openEpisode', episode);
      expect(codes(gone.refused)).toEqual(['FAMILY_NOT_AGREED']);
      expect(await help.stands(episode)).toMatchObject({ status: 'AWAITING_AGREEMENT' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.1',
      outcome: 'granted',
      that: 'an open episode says which of the four elements it lacks, and says nothing once it has them',
    },
    async () => {
      const opened = await help.opens();
      expect(await missing(opened)).toEqual({
        status: 'OPEN',
        missingElements: ['WHOLE_FAMILY_ASSESSMENT', 'PLAN', 'OBJECTIVES_AND_MEASURES'],
      });
      await record(opened, { objective: 'Calm evenings', everybody: true });
      expect(await missing(opened)).toEqual({ status: 'OPEN', missingElements: null });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.1',
      outcome: 'denied',
      that: 'a plan that leaves somebody out, or says no objective, does not count as one; without a lead the episode is not complete',
    },
    async () => {
      const opened = await help.opens();
      await record(opened, { objective: ' ', everybody: false });
      expect((await missing(opened)).missingElements).toEqual(['PLAN', 'OBJECTIVES_AND_MEASURES']);
      await help.admits(joel, 'TAF_MEMBER', opened.episode);
      await scene.given.changed(
        'access.access_grant',
        { account_id: tom.id, episode_id: opened.episode },
        { suspended_at: '2026-06-17T09:00:00Z' },
      );
      const { body } = await reader(joel).asks(
        `{ episode(reference: "${opened.reference}") { missingElements } }`,
      );
      expect(body.data.episode.missingElements).toContain('LEAD_PROFESSIONAL');
    },
  );

  scenario(
    {
      clause: 'PN-wfa',
      outcome: 'granted',
      that: 'a completed assessment of the whole family is what an open episode has',
    },
    async () => {
      const opened = await help.opens();
      await record(opened, { objective: 'Calm evenings', everybody: true });
      expect((await missing(opened)).missingElements).toBeNull();
    },
  );

  scenario(
    {
      clause: 'PN-wfa',
      outcome: 'denied',
      that: 'an assessment that was begun and not completed is none',
    },
    async () => {
      const opened = await help.opens();
      await record(opened, { objective: 'Calm evenings', everybody: true, completedOn: null });
      expect((await missing(opened)).missingElements).toEqual(['WHOLE_FAMILY_ASSESSMENT']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.6.2a',
      outcome: 'granted',
      that: 'at level 2 or 3 and with more than one practitioner a team is formed; each change of level has its author and reason',
    },
    async () => {
      const { episode, reference } = await help.opensAsTeam();
      expect(await help.stands(episode)).toMatchObject({ status: 'OPEN_TAF', level: 2 });
      const up = { toLevel: 3, idempotencyKey: 'up' };
      await help.takes(tom, 'changeLevelOfNeed', episode, up);
      await help.takes(tom, 'changeLevelOfNeed', episode, { toLevel: 3, idempotencyKey: 'same' });
      const { body } = await reader(tom).asks(
        `{ episode(reference: "${reference}") { levelOfNeed levelTransitions { direction fromLevel toLevel reason nature recordedBy { id } recordedByAgency { id } } } }`,
      );
      const { levelOfNeed, levelTransitions } = body.data.episode;
      expect(levelOfNeed).toBe(3);
      const made = { reason: 'as agreed', nature: 'MIXED', recordedBy: { id: tom.id } };
      expect(levelTransitions).toHaveLength(3);
      for (const [direction, fromLevel, toLevel] of [
        ['UP', 1, 2],
        ['UP', 2, 3],
        ['SAME', 3, 3],
      ])
        expect(levelTransitions).toContainEqual({
          ...made,
          direction,
          fromLevel,
          toLevel,
          recordedByAgency: { id: tom.agency.id },
        });
    },
  );

  scenario(
    {
      clause: 'SHR-3.6.2a',
      outcome: 'denied',
      that: 'at another level, or of one practitioner, there is no team; nobody of the team but the lead changes level or state, and there is no level beyond four',
    },
    async () => {
      const { episode } = await help.opens();
      const alone = await help.tries(tom, 'formTeam', episode);
      expect(codes(alone.refused)).toEqual(['LEVEL_NOT_FOR_TEAM', 'TEAM_OF_ONE']);
      await help.admits(joel, 'TAF_MEMBER', episode);
      const level = (toLevel: number) => ({ toLevel, idempotencyKey: crypto.randomUUID() });
      const member = await help.tries(joel, 'changeLevelOfNeed', episode, level(3));
      expect(member.refused?.code).toBe('RECORDING_NOT_PERMITTED');
      const beyond = await help.tries(tom, 'changeLevelOfNeed', episode, level(5));
      expect(beyond.refused?.code).toBe('ARGUMENT_INVALID');
      await help.takes(tom, 'changeLevelOfNeed', episode, level(4));
      const high = await help.tries(tom, 'formTeam', episode);
      expect(codes(high.refused)).toEqual(['LEVEL_NOT_FOR_TEAM']);
      expect(await help.stands(episode)).toMatchObject({ status: 'OPEN', level: 4 });
    },
  );

  scenario(
    {
      clause: 'SHR-3.6.2b',
      outcome: 'granted',
      that: 'the outcome is on the record, and whoever was brought in to support reads it',
    },
    async () => {
      const { reference } = await help.opensAsTeam();
      const { body } = await reader(joel).asks(
        `{ episode(reference: "${reference}") { status levelOfNeed referrals { outcome } } }`,
      );
      expect(body.data.episode).toEqual({
        status: 'OPEN_TAF',
        levelOfNeed: 2,
        referrals: [{ outcome: 'ACCEPTED' }],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.6.2b',
      outcome: 'denied',
      that: 'whoever was not brought in reads nothing of the outcome but that of a referral of their own',
    },
    async () => {
      const { reference, referral } = await help.opensAsTeam();
      const { body } = await reader(grace)
        .for('ENGAGE_FAMILY')
        .asks(
          `{ episode(reference: "${reference}") { id } referrals { edges { node { id outcome } } } }`,
        );
      expect(body.data.episode).toBeNull();
      expect(body.data.referrals.edges).toContainEqual({
        node: { id: referral, outcome: 'ACCEPTED' },
      });
    },
  );

  /** What the team wrote, as its own commands would. */
  async function record(
    { episode }: Contact,
    {
      objective,
      everybody,
      completedOn = '2026-06-16',
    }: { objective: string; everybody: boolean; completedOn?: string | null },
  ): Promise<void> {
    const by = [tom.id, tom.agency.id];
    await database().owner.run({
      text: `WITH concerned AS (SELECT array_agg(person_id ORDER BY person_id) AS persons FROM episodes.episode_person WHERE episode_id = $1),
        assessed AS (INSERT INTO episodes.assessment (id, episode_id, started_on, completed_on, recorded_by, agency_id, recorded_at, nature, concerns)
          SELECT gen_random_uuid(), $1, '2026-06-15', $6, $2, $3, '2026-06-16T09:00:00Z', 'FACT', persons FROM concerned),
        planned AS (INSERT INTO episodes.plan (id, episode_id, objective, agreed_on, recorded_by, agency_id, recorded_at, nature, concerns)
          SELECT gen_random_uuid(), $1, $4, '2026-06-16', $2, $3, '2026-06-16T09:00:00Z', 'FACT',
            CASE WHEN $5::boolean THEN persons ELSE persons[1:1] END FROM concerned RETURNING id)
        INSERT INTO episodes.plan_action (id, plan_id, episode_id, goal, measure, status, recorded_by, agency_id, recorded_at, nature, concerns)
        SELECT gen_random_uuid(), planned.id, $1, 'To bed by eight', 'Five nights of seven', 'OPEN', $2, $3, '2026-06-16T09:00:00Z', 'FACT', persons
        FROM planned, concerned`,
      values: [episode, ...by, objective, everybody, completedOn],
    });
  }
}
