import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { Panel } from '../vocabulary/panel.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { hester, paloma, tom } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** What becomes of a case when its episode closes. */
export function closingScenarios(scene: Scene): void {
  const panel = new Panel(scene);
  const { given, reader } = scene;

  async function proceedingsThatRun(): Promise<number> {
    const running = await scene.database().owner.run({
      text: `SELECT 1 AS runs FROM access.proceeding WHERE kind = 'PANEL' AND episode_id = $1 AND closed_at IS NULL`,
      values: [episode.id],
    });
    return running.length;
  }

  scenario(
    {
      clause: 'SHR-3.7.3a',
      outcome: 'denied',
      that: 'nobody is let into an episode in which no help goes on, and what waits for the panel when it closes is withdrawn with it',
    },
    async () => {
      await panel.clear();
      const meeting = await panel.plans();
      const panelCase = await panel.refers();
      await given.changed('episodes.episode', { id: episode.id }, { status: 'STEPPED_UP' });
      const listing = await panel.listing(panelCase, meeting);
      const { findings } = await panel.isRefused(
        'GRANT_NOT_POSSIBLE',
        hester,
        'listPanelCase',
        listing,
      );
      expect(findings).toMatchObject([
        { part: 'members.0.episode', expected: expect.stringContaining('in which the role works') },
      ]);
      await given.restore();
      await panel.whileClosed(async () => {
        expect((await panel.caseNow(panelCase)).state).toBe('WITHDRAWN');
        const again = await panel.listing(panelCase, meeting);
        await panel.isRefused('STEP_NOT_POSSIBLE', hester, 'listPanelCase', again);
      });
      await panel.clear();
      const { panelCase: listed } = await panel.listed();
      await panel.whileClosed(async () => {
        expect((await panel.caseNow(listed)).state).toBe('WITHDRAWN');
        expect(await proceedingsThatRun()).toBe(0);
        await reader(paloma).for('CHOOSE_SUPPORT').findsNothingOf(episode);
      });
      // Nor when it is opened again.
      await reader(paloma).for('CHOOSE_SUPPORT').findsNothingOf(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'granted',
      that: 'of a case that was presented before its episode closed the family hears all the same: whoever referred is asked, and the hubs are told when it is late',
    },
    async () => {
      for (const isNoted of [false, true]) {
        await panel.clear();
        await scene
          .database()
          .owner.script('DELETE FROM scheduler.notice; DELETE FROM scheduler.timer_firing');
        const { panelCase } = await panel.presented();
        if (isNoted)
          await panel.does(
            hester,
            'recordPanelActions',
            await panel.step(panelCase, { notes: [await panel.notes()] }),
          );
        await panel.whileClosed(async () => {
          expect((await panel.caseNow(panelCase)).state).toBe('FAMILY_FEEDBACK_DUE');
          expect(await proceedingsThatRun()).toBe(0);
          const timers = [
            ...['PANEL_FEEDBACK_ASKED', 'PANEL_FEEDBACK_REMINDER'],
            'PANEL_FEEDBACK_LATE',
          ];
          await fires(scene, timers);
          expect(await toldOf(scene, 'PANEL_FEEDBACK_DUE')).toEqual([tom.id]);
          const { feedbackDueAt } = await panel.caseNow(panelCase);
          await fires(scene, timers, new Date(feedbackDueAt));
          expect(await toldOf(scene, 'PANEL_FEEDBACK_DUE')).toEqual([tom.id, tom.id]);
          expect(await toldOf(scene, 'PANEL_FEEDBACK_LATE')).toEqual([hester.id]);
          const heard = { givenOn: dateFromNow(0), way: { enum: 'VISIT' } };
          await panel.does(tom, 'recordPanelFeedback', await panel.step(panelCase, heard));
          await panel.does(hester, 'closePanelCase', await panel.step(panelCase));
        });
      }
    },
  );
}
