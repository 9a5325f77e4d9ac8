import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { episodesFire, toldOf } from '../vocabulary/due-work.ts';
import { Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, dev, joel, gideon } = cast.practitioners;

/** How help ends, what ends with it, and what is asked anew when a family comes back. */
export function closingScenarios(scene: Scene): void {
  const { reader, database } = scene;
  const help = new Help(scene);
  const live = async (episode: string) => {
    const rows = await database().owner.run<{ account: string }>({
      text: 'SELECT account_id AS account FROM access.access_grant WHERE episode_id = $1 AND revoked_at IS NULL ORDER BY 1',
      values: [episode],
    });
    return rows.map(({ account }) => account);
  };
  const reads = async (who: { readonly subject: string }, reference: string) => {
    const { body } = await reader(who).asks(`{ episode(reference: "${reference}") { status } }`);
    expect(body.errors).toBeUndefined();
    return body.data.episode?.status ?? null;
  };
  const followedUp = async (episode: string) => {
    const fired = await database().owner.run({
      text: `SELECT 1 AS fired FROM scheduler.timer_firing WHERE kind = 'FOLLOW_UP_DUE' AND subject_id = $1`,
      values: [episode],
    });
    return fired.length;
  };
  const closes = async (episode: string, endReason: string) => {
    await help.takes(tom, 'beginClosing', episode);
    await help.takes(tom, 'closeEpisode', episode, { endReason });
  };

  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'granted',
      that: 'a closing can be called off, and everybody works on until the episode has closed',
    },
    async () => {
      const { episode, reference } = await help.opensAsTeam();
      await help.takes(tom, 'beginClosing', episode);
      expect(await reads(joel, reference)).toBe('CLOSING');
      await help.takes(tom, 'callOffClosing', episode);
      expect(await reads(joel, reference)).toBe('OPEN_TAF');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'denied',
      that: 'with the episode the access of its whole team ends in the same moment, and the host’s own stays',
    },
    async () => {
      const { episode, reference } = await help.opensAsTeam();
      await help.admits(gideon, 'EARLY_HELP_MANAGER', episode);
      await closes(episode, 'OUTCOMES_MET');
      expect(await live(episode)).toEqual([gideon.id]);
      for (const who of [tom, joel, dev]) expect(await reads(who, reference)).toBeNull();
      expect(await reads(gideon, reference)).toBe('CLOSED');
      const late = await help.admits(joel, 'TAF_MEMBER', episode);
      expect(late.refused?.findings.map(({ code }) => code)).toEqual(['EPISODE_NOT_OPEN']);
      const ended = await database().owner.run<{ cause: string }>({
        text: `SELECT DISTINCT revoked_cause AS cause FROM access.access_grant WHERE episode_id = $1 AND revoked_at IS NOT NULL`,
        values: [episode],
      });
      expect(ended).toEqual([{ cause: 'EPISODE_CLOSED' }]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.2c',
      outcome: 'granted',
      that: 'a family that declines ends it there: the episode closes from where its agreement was asked, and is of no programme',
    },
    async () => {
      const { episode } = await help.awaitsAgreement();
      await help.takes(dev, 'closeEpisode', episode, { endReason: 'DECLINED_OR_WITHDREW' });
      expect(await help.stands(episode)).toMatchObject({
        status: 'CLOSED',
        endReason: 'DECLINED_OR_WITHDREW',
        neverOpened: true,
      });
      expect(await live(episode)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'STA-3.1d',
      outcome: 'denied',
      that: 'no help ends because somebody died of whom that is not recorded: of them it is recorded first, and nothing goes out about them',
    },
    async () => {
      const { episode } = await help.opens();
      await help.takes(tom, 'beginClosing', episode);
      const closing = { endReason: 'DECEASED' };
      const { refused } = await help.tries(tom, 'closeEpisode', episode, closing);
      expect(refused?.code).toBe('END_REASON_NOT_POSSIBLE');
      expect(refused?.about).not.toContain('DECEASED');
      await database().owner.run({
        text: `UPDATE families.person SET deceased_on = '2026-06-16'
          WHERE id = (SELECT person_id FROM access.episode_person WHERE episode_id = $1 ORDER BY 1 LIMIT 1)`,
        values: [episode],
      });
      await help.takes(tom, 'closeEpisode', episode, closing);
      expect((await help.stands(episode)).endReason).toBe('DECEASED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.2c',
      outcome: 'denied',
      that: 'help that never began met no outcome and went nowhere, and nobody is asked again whose family declined',
    },
    async () => {
      const { episode } = await help.awaitsAgreement();
      const { refused } = await help.tries(dev, 'closeEpisode', episode, {
        endReason: 'OUTCOMES_MET',
      });
      expect(refused?.code).toBe('END_REASON_NOT_POSSIBLE');
      expect(refused?.about).not.toContain('STEP_UP');
      await help.takes(dev, 'closeEpisode', episode, { endReason: 'DECLINED_OR_WITHDREW' });
      await episodesFire(scene, ['FOLLOW_UP_DUE'], new Date('2031-06-17T10:00:00Z'));
      expect(await followedUp(episode)).toBe(0);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-5',
      outcome: 'granted',
      that: 'whoever led is told when an outcome is to be followed up, after the time that its end reason has, once',
    },
    async () => {
      const { episode } = await help.opens();
      const planned = (await toldOf(scene, 'FOLLOW_UP_PLANNED')).length;
      await closes(episode, 'MOVED');
      const told = await toldOf(scene, 'FOLLOW_UP_PLANNED');
      expect(told).toHaveLength(planned + 1);
      expect(told).toContain(tom.id);
      // A month after 17 June, when its last day has ended in London.
      for (const [moment, due] of [
        ['2026-07-17T22:59:00Z', 0],
        ['2026-07-17T23:00:00Z', 1],
        ['2026-07-18T23:00:00Z', 1],
      ] as const) {
        await episodesFire(scene, ['FOLLOW_UP_DUE'], new Date(moment));
        expect(await followedUp(episode)).toBe(due);
      }
      expect(await toldOf(scene, 'FOLLOW_UP_DUE')).toContain(tom.id);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-5',
      outcome: 'denied',
      that: 'another reason has another time; an episode that was opened again is not followed up for its first end, and one that was never opened for none',
    },
    async () => {
      const { episode } = await help.opens();
      await help.admits(gideon, 'EARLY_HELP_MANAGER', episode);
      await closes(episode, 'OUTCOMES_MET');
      await episodesFire(scene, ['FOLLOW_UP_DUE'], new Date('2026-08-01T12:00:00Z'));
      await help.takes(gideon, 'reopenEpisode', episode, { newNeed: 'A bereavement.' });
      const unopened = (await help.awaitsAgreement()).episode;
      await help.agrees(unopened);
      await help.admits(tom, 'LEAD_PROFESSIONAL', unopened);
      await help.takes(dev, 'closeEpisode', unopened, { endReason: 'MOVED' });
      await episodesFire(scene, ['FOLLOW_UP_DUE'], new Date('2027-08-01T12:00:00Z'));
      expect(await followedUp(episode)).toBe(0);
      expect(await followedUp(unopened)).toBe(0);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3a',
      outcome: 'granted',
      that: 'a family comes back with a new need, is asked anew, and help begins again with a new agreement and new access',
    },
    async () => {
      const { episode, reference } = await help.opens();
      await help.admits(gideon, 'EARLY_HELP_MANAGER', episode);
      await closes(episode, 'OUTCOMES_MET');
      await help.takes(gideon, 'reopenEpisode', episode, { newNeed: 'A bereavement.' });
      await help.takes(gideon, 'askForAgreement', episode);
      await help.agrees(episode);
      await help.admits(tom, 'LEAD_PROFESSIONAL', episode);
      await help.takes(gideon, 'openEpisode', episode);
      expect(await reads(tom, reference)).toBe('OPEN');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3a',
      outcome: 'denied',
      that: 'the old agreement and the old access count no longer: whoever had access reads nothing, nobody is given any, and help does not begin on it',
    },
    async () => {
      const { episode, reference } = await help.opensAsTeam();
      await help.admits(gideon, 'EARLY_HELP_MANAGER', episode);
      await closes(episode, 'OUTCOMES_MET');
      const lead = await help.tries(tom, 'reopenEpisode', episode, { newNeed: 'Mine again.' });
      expect(lead.refused?.code).toBe('RECORD_UNKNOWN');
      await help.takes(gideon, 'reopenEpisode', episode, { newNeed: 'A bereavement.' });
      expect((await help.stands(episode)).endReason).toBeNull();
      for (const who of [tom, joel, dev]) expect(await reads(who, reference)).toBeNull();
      const again = await help.admits(joel, 'TAF_MEMBER', episode);
      expect(again.refused?.findings.map(({ code }) => code)).toEqual(['FAMILY_NOT_AGREED']);
      await help.takes(gideon, 'askForAgreement', episode);
      const opens = await help.tries(gideon, 'openEpisode', episode);
      expect(opens.refused?.findings.map(({ code }) => code)).toEqual([
        'FAMILY_NOT_AGREED',
        'NO_LEAD',
      ]);
    },
  );
}
