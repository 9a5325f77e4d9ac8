import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { Panel } from '../vocabulary/panel.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { caspar, esther, hester, paloma, tom, niamh, prue } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** What comes of a case: on the record, and back to the family. */
export function hearsBackScenarios(scene: Scene): void {
  const panel = new Panel(scene);
  /** Contact officers keep the accounts of their agency. */
  const officer = new Panel(scene, 'ADMINISTRATION');
  const { reader } = scene;

  scenario(
    {
      clause: 'SHR-3.7.9a',
      outcome: 'granted',
      that: 'what was said, suggested and is to be done stands on the family’s record, and then the panel is done with it',
    },
    async () => {
      await panel.clear();
      const { panelCase } = await panel.presented();
      for (const who of [tom, paloma]) {
        const notes = [await panel.notes(who)];
        const step = await panel.step(panelCase, { notes });
        const { state } = await panel.does(paloma, 'recordPanelActions', step);
        expect(state).toBe('ACTIONS_RECORDED');
      }
      const { state } = await panel.does(
        hester,
        'askForPanelFeedback',
        await panel.step(panelCase),
      );
      expect(state).toBe('FAMILY_FEEDBACK_DUE');
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.9a',
      outcome: 'denied',
      that: 'the panel is not done with a case of which nothing is on the record: no note, one of another kind, or one from before it was presented',
    },
    async () => {
      await panel.clear();
      const { panelCase, meeting } = await panel.listed();
      const before = await panel.notes();
      await scene.database().owner.run({
        text: `UPDATE episodes.case_note SET recorded_at = recorded_at - interval '1 hour' WHERE id = $1`,
        values: [before],
      });
      await panel.opens(meeting);
      await panel.does(paloma, 'presentPanelCase', await panel.step(panelCase));
      for (const note of [before, await panel.notes(tom, 'HUB'), crypto.randomUUID()])
        await panel.isRefused(
          'PANEL_NOTES_MISSING',
          paloma,
          'recordPanelActions',
          await panel.step(panelCase, { notes: [note] }),
        );
      const step = await panel.step(panelCase);
      await panel.isRefused('STEP_NOT_POSSIBLE', hester, 'askForPanelFeedback', step);
    },
  );

  const HEARD = { givenOn: dateFromNow(0), way: { enum: 'VISIT' } };

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'granted',
      that: 'the agency that referred tells the family, whoever of it does; the case is closed, and nobody reads it for the panel from the same moment',
    },
    async () => {
      await panel.clear();
      const panelCase = await panel.feedbackDue();
      expect(await panel.caseNow(panelCase, tom)).toMatchObject({
        feedbackDueAt: expect.any(String),
        feedbackOn: null,
      });
      await panel.does(tom, 'recordPanelFeedback', await panel.step(panelCase, HEARD));
      expect(await panel.caseNow(panelCase)).toMatchObject({
        state: 'FEEDBACK_GIVEN',
        feedbackOn: dateFromNow(0),
        feedbackWay: 'VISIT',
      });
      await reader(paloma).for('CHOOSE_SUPPORT').reads(episode);
      await panel.does(hester, 'closePanelCase', await panel.step(panelCase));
      await reader(paloma).for('CHOOSE_SUPPORT').findsNothingOf(episode);
      const ended = await scene.database().owner.run({
        text: `SELECT revoked_cause AS cause FROM access.access_grant WHERE role = 'PANEL_MEMBER' AND episode_id = $1`,
        values: [episode.id],
      });
      expect(ended).toEqual([{ cause: 'PANEL_OVER' }]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'granted',
      that: 'whoever referred it is told that the family waits and reminded of it, and when it is late the hubs are told, without anybody’s name',
    },
    async () => {
      await panel.clear();
      await scene.database().owner.script('DELETE FROM scheduler.notice');
      const panelCase = await panel.feedbackDue();
      expect(await toldOf(scene, 'PANEL_FEEDBACK_DUE')).toEqual([tom.id]);
      const [held] = await scene.database().owner.run<{ remind: Date; due: Date }>({
        text: 'SELECT feedback_remind_at AS remind, feedback_due_at AS due FROM partners.panel_case WHERE id = $1',
        values: [panelCase],
      });
      if (held === undefined) throw new Error('the case is there');
      const both = ['PANEL_FEEDBACK_REMINDER', 'PANEL_FEEDBACK_LATE'];
      await fires(scene, both, new Date(held.remind));
      expect(await toldOf(scene, 'PANEL_FEEDBACK_DUE')).toEqual([tom.id, tom.id]);
      expect(await toldOf(scene, 'PANEL_FEEDBACK_LATE')).toEqual([]);
      await fires(scene, both, new Date(held.due));
      expect(await toldOf(scene, 'PANEL_FEEDBACK_LATE')).toEqual([hester.id]);
      await fires(scene, both, new Date(held.due));
      expect(await toldOf(scene, 'PANEL_FEEDBACK_LATE')).toEqual([hester.id]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'granted',
      that: 'where whoever referred has gone or is related to the family, the contact officers of their agency are told, find the case by its reference and record that the family heard',
    },
    async () => {
      await holdsOffice(scene, esther, 'CONTACT_OFFICER');
      for (const isGone of [true, false]) {
        await panel.clear();
        await scene.database().owner.script('DELETE FROM scheduler.notice');
        const panelCase = await panel.presentedAndNoted();
        if (isGone) await scene.given.changed('access.account', { id: tom.id }, { state: 'LEFT' });
        else await relates(scene, tom, okafor);
        expect(await officer.caseNow(panelCase, esther)).toBeUndefined();
        await panel.does(hester, 'askForPanelFeedback', await panel.step(panelCase));
        expect(await toldOf(scene, 'PANEL_FEEDBACK_DUE')).toEqual([esther.id]);
        expect(await officer.caseNow(panelCase, esther)).toMatchObject({
          reference: episode.reference,
          state: 'FAMILY_FEEDBACK_DUE',
        });
        await officer.does(esther, 'recordPanelFeedback', await panel.step(panelCase, HEARD));
        expect((await panel.caseNow(panelCase)).state).toBe('FEEDBACK_GIVEN');
        await scene.given.restore();
        await holdsOffice(scene, esther, 'CONTACT_OFFICER');
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'granted',
      that: 'the hub records that a family heard for an agency that cannot, and says why it does',
    },
    async () => {
      await panel.clear();
      const panelCase = await panel.feedbackDue();
      const forAgencyBecause = 'Nobody of them works here any more; the hub went to see them.';
      const step = await panel.step(panelCase, { ...HEARD, forAgencyBecause });
      await panel.does(hester, 'recordPanelFeedback', step);
      const [recorded] = await scene.database().owner.run({
        text: `SELECT reason, details, actor_id AS actor FROM partners.access_event WHERE subject_id = $1 AND move = 'GIVE_FEEDBACK'`,
        values: [panelCase],
      });
      expect(recorded).toEqual({
        reason: forAgencyBecause,
        details: { way: 'VISIT', by: 'HUB' },
        actor: hester.id,
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'denied',
      that: 'nobody says for an agency that its family heard but the hub, and a hub not without a reason; contact officers do so of their own agency and of no family that they are related to',
    },
    async () => {
      await panel.clear();
      await holdsOffice(scene, esther, 'CONTACT_OFFICER');
      const panelCase = await panel.feedbackDue();
      const heard = await panel.step(panelCase, HEARD);
      const forAgency = { ...heard, forAgencyBecause: 'They are away.' };
      for (const given of [heard, forAgency]) {
        await officer.isRefused('RECORD_UNKNOWN', caspar, 'recordPanelFeedback', given);
        for (const who of [niamh, paloma])
          await panel.isRefused('NOT_THE_REFERRING_AGENCY', who, 'recordPanelFeedback', given);
      }
      await panel.isRefused('NOT_THE_REFERRING_AGENCY', hester, 'recordPanelFeedback', heard);
      for (const forAgencyBecause of [' ', '.'])
        await panel.isRefused('ARGUMENT_INVALID', hester, 'recordPanelFeedback', {
          ...heard,
          forAgencyBecause,
        });
      for (const [by, who] of [
        [panel, tom],
        [officer, esther],
      ] as const)
        await by.isRefused('ARGUMENT_INVALID', who, 'recordPanelFeedback', forAgency);
      expect(await officer.cases(caspar)).toEqual([]);
      await relates(scene, esther, okafor);
      await officer.isRefused('RECORD_UNKNOWN', esther, 'recordPanelFeedback', heard);
      expect(await officer.cases(esther)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'denied',
      that: 'no case closes whose family has not heard, nobody says so but the agency that referred, and none that was presented is taken back',
    },
    async () => {
      await panel.clear();
      const panelCase = await panel.feedbackDue();
      const step = await panel.step(panelCase);
      await panel.isRefused('STEP_NOT_POSSIBLE', hester, 'closePanelCase', step);
      await panel.isRefused('STEP_NOT_POSSIBLE', tom, 'withdrawPanelCase', step);
      const heard = await panel.step(panelCase, HEARD);
      for (const who of [hester, niamh, paloma])
        await panel.isRefused('NOT_THE_REFERRING_AGENCY', who, 'recordPanelFeedback', heard);
      for (const givenOn of [dateFromNow(1), dateFromNow(-1)])
        await panel.isRefused('ARGUMENT_INVALID', tom, 'recordPanelFeedback', {
          ...heard,
          givenOn,
        });
      await relates(scene, hester, okafor);
      await panel.isRefused('RECORD_UNKNOWN', hester, 'closePanelCase', step);
      expect(await panel.cases(hester)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.4',
      outcome: 'denied',
      that: 'what is late of a family that every hub is related to is told to the host team and not to them; what was told in time, to nobody',
    },
    async () => {
      await panel.clear();
      await scene.database().owner.script('DELETE FROM scheduler.notice');
      await panel.feedbackDue();
      await relates(scene, hester, okafor);
      await fires(scene, ['PANEL_FEEDBACK_LATE'], new Date('2026-12-01T00:00:00Z'));
      const late = await toldOf(scene, 'PANEL_FEEDBACK_LATE');
      expect(late).toContain(prue.id);
      expect(late).not.toContain(hester.id);
      await scene.given.restore();
      await panel.clear();
      await scene.database().owner.script('DELETE FROM scheduler.notice');
      const inTime = await panel.feedbackDue();
      await panel.does(tom, 'recordPanelFeedback', await panel.step(inTime, HEARD));
      const told = await toldOf(scene, 'PANEL_FEEDBACK_DUE');
      const both = ['PANEL_FEEDBACK_REMINDER', 'PANEL_FEEDBACK_LATE'];
      await fires(scene, both, new Date('2026-12-01T00:00:00Z'));
      expect(await toldOf(scene, 'PANEL_FEEDBACK_DUE')).toEqual(told);
      expect(await toldOf(scene, 'PANEL_FEEDBACK_LATE')).toEqual([]);
    },
  );
}
