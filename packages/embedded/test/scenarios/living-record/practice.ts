import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { episodesFire } from '../vocabulary/due-work.ts';
import { Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, dev, prue, gideon } = cast.practitioners;

/** What practice asks for by when, and who is told that it is not there. */
export function practiceScenarios(scene: Scene): void {
  const { database } = scene;
  const help = new Help(scene);
  /** Notices of a step to these people, beside what the county's other episodes bring about. */
  const told = async (step: string, by: string) => {
    const rows = await database().owner.run<{ account: string }>({
      text: `SELECT to_account AS account FROM scheduler.notice WHERE kind = 'PRACTICE_STEP_DUE'
        AND params @> jsonb_build_object('step', $1::text, 'by', $2::text) ORDER BY 1`,
      values: [step, by],
    });
    return rows.map(({ account }) => account);
  };
  const at = (moment: string, ...names: readonly string[]) =>
    episodesFire(scene, names, new Date(moment));

  scenario(
    {
      clause: 'SHR-3.5.6c',
      outcome: 'granted',
      that: 'whoever screens is told once that a contact waits longer than two working days',
    },
    async () => {
      // A Thursday, and no other contact came in on it.
      scene.clock.set(new Date('2026-06-18T10:00:00Z'));
      const { episode } = await help.refers();
      await help.admits(dev, 'EHAST_PRACTITIONER', episode);
      await at('2026-06-22T22:59:59Z', 'SCREENING_DUE');
      expect(await told('SCREENING', '2026-06-22')).toEqual([]);
      await at('2026-06-22T23:00:00Z', 'SCREENING_DUE');
      await at('2026-06-25T23:00:00Z', 'SCREENING_DUE');
      expect(await told('SCREENING', '2026-06-22')).toEqual([dev.id]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.6c',
      outcome: 'denied',
      that: 'what was decided in time is told of to nobody, and what nobody was given comes to the host',
    },
    async () => {
      scene.clock.set(new Date('2026-06-22T10:00:00Z'));
      await help.awaitsAgreement();
      await at('2026-06-30T23:00:00Z', 'SCREENING_DUE');
      expect(await told('SCREENING', '2026-06-24')).toEqual([]);
      await help.refers();
      await at('2026-06-30T23:00:00Z', 'SCREENING_DUE');
      const host = await told('SCREENING', '2026-06-24');
      expect(host).toEqual(expect.arrayContaining([prue.id, gideon.id]));
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.1',
      outcome: 'granted',
      that: 'the lead is told once of an assessment after ten working days and of a plan after fifteen, the host as well after 45 days; and of reviews and of the next assessment in their time',
    },
    async () => {
      scene.clock.set(new Date('2026-06-23T10:00:00Z'));
      const { episode } = await help.opens();
      const all = ['ASSESSMENT_DUE', 'ASSESSMENT_OVERDUE', 'PLAN_DUE'];
      await at('2026-07-07T22:59:00Z', ...all);
      expect(await told('ASSESSMENT', '2026-07-07')).toEqual([]);
      await at('2026-07-07T23:00:00Z', ...all);
      await at('2026-07-14T23:00:00Z', ...all);
      expect(await told('ASSESSMENT', '2026-07-07')).toEqual([tom.id]);
      expect(await told('PLAN', '2026-07-14')).toEqual([tom.id]);
      await at('2026-08-07T23:00:00Z', ...all);
      const late = await told('ASSESSMENT', '2026-08-07');
      expect(late).toEqual(expect.arrayContaining([tom.id, gideon.id]));
      await assessed(episode, '2026-06-27');
      await at('2026-08-08T23:00:00Z', 'FIRST_REVIEW_DUE');
      expect(await told('FIRST_REVIEW', '2026-08-08')).toEqual([tom.id]);
      await met(episode, '2026-08-09');
      // By then nobody has access to lead it any more: it comes to the host.
      await at('2026-11-09T22:59:59Z', 'LATER_REVIEW_DUE');
      expect(await told('LATER_REVIEW', '2026-11-09')).toEqual([]);
      await at('2026-11-10T00:00:00Z', 'LATER_REVIEW_DUE');
      expect(await told('LATER_REVIEW', '2026-11-09')).toContain(gideon.id);
      await at('2027-06-28T00:00:00Z', 'REASSESSMENT_DUE');
      expect(await told('REASSESSMENT', '2027-06-27')).toContain(gideon.id);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.1',
      outcome: 'denied',
      that: 'nobody is told of what was done in time, nor of an episode that has closed',
    },
    async () => {
      scene.clock.set(new Date('2026-06-24T10:00:00Z'));
      const done = await help.opens();
      await assessed(done.episode, '2026-06-29');
      const closed = await help.opens();
      await help.takes(tom, 'beginClosing', closed.episode);
      await help.takes(tom, 'closeEpisode', closed.episode, { endReason: 'MOVED' });
      await at('2026-07-09T12:00:00Z', 'ASSESSMENT_DUE');
      await at('2026-08-09T12:00:00Z', 'ASSESSMENT_OVERDUE');
      expect(await told('ASSESSMENT', '2026-07-08')).toEqual([]);
      expect(await told('ASSESSMENT', '2026-08-08')).toEqual([]);
    },
  );

  async function assessed(episode: string, on: string): Promise<void> {
    await database().owner.run({
      text: `INSERT INTO episodes.assessment (id, episode_id, started_on, completed_on, recorded_by, agency_id, recorded_at, nature, concerns)
        VALUES (gen_random_uuid(), $1, $2::date, $2::date, $3, $4, $2::date, 'FACT', '{}')`,
      values: [episode, on, tom.id, tom.agency.id],
    });
  }

  async function met(episode: string, on: string): Promise<void> {
    await database().owner.run({
      text: `INSERT INTO episodes.taf_meeting (id, episode_id, held_on, recorded_by, agency_id, recorded_at, nature, concerns)
        VALUES (gen_random_uuid(), $1, $2::date, $3, $4, $2::date, 'FACT', '{}')`,
      values: [episode, on, tom.id, tom.agency.id],
    });
  }
}
