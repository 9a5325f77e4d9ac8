import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { HELD_AT, Panel } from '../vocabulary/panel.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { hester, paloma, grace, thora, niamh } = cast.practitioners;
const { brightwater, fernhollow } = cast.agencies;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** How a meeting opens, and what is heard at it. */
export function hearingScenarios(scene: Scene): void {
  const panel = new Panel(scene);
  const { reader } = scene;

  for (const clause of ['SHR-3.7.7', 'STA-11a'] as const) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: 'the chair opens with the statement that is in force; whoever is there agreed to it, and then a case is presented',
      },
      async () => {
        await panel.clear();
        const { panelCase, meeting } = await panel.listed();
        const { body } = await reader(paloma)
          .for('COORDINATE_SUPPORT')
          .asks('{ confidentialityStatement { version text } }');
        const { version, text } = body.data.confidentialityStatement;
        expect(text).toMatch(/confidential.*data protection law.*not to share it outside/s);
        await panel.opens(meeting, { statementVersion: version });
        const { attendance } = await panel.meetingNow(meeting, paloma);
        expect(attendance).toHaveLength(2);
        for (const each of attendance) expect(each.statementVersion).toBe(version);
        const step = await panel.step(panelCase);
        expect((await panel.does(paloma, 'presentPanelCase', step)).state).toBe('PRESENTED');
      },
    );

    scenario(
      {
        clause,
        outcome: 'denied',
        that: 'before it was read and it was noted who is there nothing is presented, and it is not opened with another statement or with none',
      },
      async () => {
        await panel.clear();
        const { panelCase, meeting } = await panel.listed();
        const presenting = await panel.step(panelCase);
        const unread = 'PANEL_STATEMENT_NOT_READ';
        await panel.isRefused(unread, paloma, 'presentPanelCase', presenting);
        await panel.does(hester, 'sendAgenda', await panel.meetingStep(meeting));
        for (const over of [
          { statementRead: false },
          { statementVersion: '2019' },
          { present: [] },
          { present: [paloma.id, paloma.id] },
        ])
          await panel.isRefused(
            'ARGUMENT_INVALID',
            paloma,
            'openAgencyMeeting',
            await panel.meetingStep(meeting, panel.opening(over)),
          );
        await panel.isRefused(
          'RECORD_UNKNOWN',
          grace,
          'openAgencyMeeting',
          await panel.meetingStep(meeting, panel.opening()),
        );
        await panel.isRefused(unread, paloma, 'presentPanelCase', presenting);
      },
    );
  }

  const VISITOR = { name: 'Vera Visit', agency: fernhollow.id };

  scenario(
    {
      clause: 'STA-11b',
      outcome: 'granted',
      that: 'visitors are told the same and stand in the minutes with their organisation, also those who come later',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.listed();
      await panel.opens(meeting, { visitors: [VISITOR] });
      const late = {
        name: 'Lars Late',
        organisation: 'Evaluators Ltd',
        signedConfidentiality: true,
      };
      const admitting = panel.opening({ present: [], visitors: [late] });
      await panel.does(paloma, 'admitToAgencyMeeting', await panel.meetingStep(meeting, admitting));
      const { attendance } = await panel.meetingNow(meeting, paloma);
      const told = { practitioner: null, statementVersion: '2024-10' };
      expect(attendance).toEqual(
        expect.arrayContaining([
          { ...told, visitor: 'Vera Visit', agency: { id: fernhollow.id }, organisation: null },
          { ...told, visitor: 'Lars Late', agency: null, organisation: 'Evaluators Ltd' },
        ]),
      );
    },
  );

  scenario(
    {
      clause: 'STA-11b',
      outcome: 'denied',
      that: 'nobody is let in to whom it was not read, nor without a name or an organisation; and to a meeting that is not open nobody comes later',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.listed();
      const admits = async (over: object): Promise<string> => {
        const given = panel.opening({ present: [], visitors: [VISITOR], ...over });
        const step = await panel.meetingStep(meeting, given);
        return (await panel.tries(paloma, 'admitToAgencyMeeting', step)).code;
      };
      expect(await admits({})).toBe('STEP_NOT_POSSIBLE');
      await panel.opens(meeting);
      expect(await admits({ statementRead: false })).toBe('ARGUMENT_INVALID');
      expect(await admits({ visitors: [{ ...VISITOR, name: ' ' }] })).toBe('ARGUMENT_INVALID');
      const signed = 'ORGANISATION_NOT_SIGNED';
      expect(await admits({ visitors: [{ name: 'Nobody’s' }] })).toBe(signed);
      expect(await admits({ visitors: [{ name: 'Unbound', organisation: 'Ltd' }] })).toBe(signed);
      expect((await panel.meetingNow(meeting, paloma)).attendance).toHaveLength(2);
    },
  );

  scenario(
    {
      clause: 'STA-11c',
      outcome: 'granted',
      that: 'somebody else of an agency that signed attends, and it stands in the minutes that their duties were read to them',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.listed();
      await panel.opens(meeting, { present: [paloma.id, niamh.id] });
      const { attendance } = await panel.meetingNow(meeting, niamh);
      expect(attendance).toContainEqual(
        expect.objectContaining({
          practitioner: { id: niamh.id },
          agency: { id: niamh.agency.id },
          statementVersion: '2024-10',
        }),
      );
    },
  );

  scenario(
    {
      clause: 'STA-11c',
      outcome: 'denied',
      that: 'attending is no access: who was there without being named for the case reads nothing of it',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.listed();
      const { bea } = cast.practitioners;
      await panel.opens(meeting, { present: [paloma.id, bea.id] });
      await reader(bea).for('COORDINATE_SUPPORT').findsNothingOf(episode);
      expect((await panel.meetingNow(meeting, bea)).agenda).toHaveLength(1);
      expect(await panel.cases(bea)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8c',
      outcome: 'granted',
      that: 'a visitor of a partner that signed is there',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.listed();
      await panel.opens(meeting, { visitors: [VISITOR] });
      expect((await panel.meetingNow(meeting, paloma)).attendance).toHaveLength(3);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8c',
      outcome: 'denied',
      that: 'a meeting does not open with anybody whose organisation did not sign',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.listed();
      await panel.does(hester, 'sendAgenda', await panel.meetingStep(meeting));
      for (const over of [
        { present: [paloma.id, thora.id] },
        { visitors: [{ name: 'Vera', agency: brightwater.id }] },
      ])
        await panel.isRefused(
          'ORGANISATION_NOT_SIGNED',
          paloma,
          'openAgencyMeeting',
          await panel.meetingStep(meeting, panel.opening(over)),
        );
      expect(await panel.meetingNow(meeting)).toMatchObject({ state: 'AGENDA_SENT' });
    },
  );

  scenario(
    {
      clause: 'STA-4.0a',
      outcome: 'granted',
      that: 'at the meeting its members have all of the case: assessment, plan, the team’s minutes and what the presenter wrote down for it',
    },
    async () => {
      await panel.clear();
      await panel.presented();
      await panel.notes();
      const whole =
        'assessment { sections { summary } } plan { actions { goal } } meetings { minutes } caseNotes { kind text }';
      const read = await reader(paloma).for('CHOOSE_SUPPORT').asksOf(episode, whole);
      expect(read.assessment.sections.length).toBeGreaterThan(0);
      expect(read.plan.actions.length).toBeGreaterThan(0);
      expect(read.meetings.length).toBeGreaterThan(0);
      expect(read.caseNotes).toContainEqual(expect.objectContaining({ kind: 'PANEL' }));
    },
  );

  scenario(
    {
      clause: 'STA-4.0a',
      outcome: 'denied',
      that: 'of a case that the meeting did not come to nothing is read any more',
    },
    async () => {
      await panel.clear();
      const { panelCase, meeting } = await panel.listed();
      await panel.opens(meeting);
      await panel.does(hester, 'closeAgencyMeeting', await panel.meetingStep(meeting));
      expect(await panel.caseNow(panelCase)).toMatchObject({ state: 'REFERRED' });
      await reader(paloma).for('CHOOSE_SUPPORT').findsNothingOf(episode);
      const next = await panel.plans();
      const listing = { ...(await panel.listing(panelCase, next)), at: HELD_AT };
      await panel.does(hester, 'listPanelCase', listing);
      await reader(paloma).for('CHOOSE_SUPPORT').reads(episode);
    },
  );
}
