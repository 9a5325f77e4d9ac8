import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { HELD_AT, Panel } from '../vocabulary/panel.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { hester, paloma, tom, owen, callum, grace, thora } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** What is heard, who is asked, and what they read of it. */
export function agendaScenarios(scene: Scene): void {
  const panel = new Panel(scene);
  const { given, reader } = scene;

  scenario(
    {
      clause: 'SHR-3.7.6b',
      outcome: 'granted',
      that: 'whoever is asked reads an agenda of references, times and agencies',
    },
    async () => {
      await panel.clear();
      const { panelCase, meeting } = await panel.listed();
      await panel.does(hester, 'sendAgenda', await panel.meetingStep(meeting));
      const { agenda } = await panel.meetingNow(meeting, paloma);
      expect(agenda).toEqual([
        {
          panelCase,
          reference: episode.reference,
          at: HELD_AT,
          referringAgency: { id: tom.agency.id },
        },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.6b',
      outcome: 'denied',
      that: 'an agenda has no field for anybody of a family, nothing before it was sent, and nothing of a family that the reader is related to',
    },
    async () => {
      await panel.clear();
      const meeting = await panel.plans({ chair: hester.id });
      const panelCase = await panel.refers();
      await panel.does(hester, 'listPanelCase', await panel.listing(panelCase, meeting));
      expect((await panel.meetingNow(meeting, paloma)).agenda).toEqual([]);
      await panel.does(hester, 'sendAgenda', await panel.meetingStep(meeting));
      const { body } = await reader(paloma)
        .for('COORDINATE_SUPPORT')
        .asks('{ agencyMeetings { agenda { reference family { id } } } }');
      expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      const text = JSON.stringify(await panel.meetings(paloma));
      for (const { givenName } of Object.values(okafor.persons))
        expect(text).not.toContain(givenName);
      await relates(scene, paloma, okafor);
      expect((await panel.meetingNow(meeting, paloma)).agenda).toEqual([]);
      expect(await panel.meetings(grace)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.6a',
      outcome: 'granted',
      that: 'the hub sends the agenda ahead; everybody who is asked gets a link and nothing else, and what nobody sent goes out by itself in time',
    },
    async () => {
      await panel.clear();
      const before = (await toldOf(scene, 'MEETING_AGENDA')).length;
      const { meeting } = await panel.listed();
      await panel.does(hester, 'sendAgenda', await panel.meetingStep(meeting));
      expect(await panel.meetingNow(meeting)).toMatchObject({ state: 'AGENDA_SENT' });
      const later = await panel.plans();
      await fires(scene, ['MEETING_AGENDA_DUE'], new Date(daysFromNow(8)));
      expect(await panel.meetingNow(later)).toMatchObject({ state: 'PLANNED' });
      await fires(scene, ['MEETING_AGENDA_DUE'], new Date(daysFromNow(9)));
      expect(await panel.meetingNow(later)).toMatchObject({ state: 'AGENDA_SENT' });
      expect((await toldOf(scene, 'MEETING_AGENDA')).length - before).toBe(4);
      const sent = await scene.database().owner.run<{ params: object }>({
        text: `SELECT params FROM scheduler.notice WHERE kind = 'MEETING_AGENDA'`,
        values: [],
      });
      for (const { params } of sent) expect(Object.keys(params).sort()).toEqual(['on', 'page']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.6a',
      outcome: 'denied',
      that: 'nobody but a hub calls a panel together or lists a case, and nobody who only sits on it sends the agenda',
    },
    async () => {
      await panel.clear();
      await panel.isRefused('ROLE_NOT_PERMITTED', tom, 'planAgencyMeeting', panel.planning());
      const meeting = await panel.plans({ chair: hester.id });
      const panelCase = await panel.refers();
      const listing = await panel.listing(panelCase, meeting);
      await panel.isRefused('ROLE_NOT_PERMITTED', tom, 'listPanelCase', listing);
      const step = await panel.meetingStep(meeting);
      await panel.isRefused('ROLE_NOT_PERMITTED', paloma, 'sendAgenda', step);
      await panel.isRefused('RECORD_UNKNOWN', grace, 'sendAgenda', step);
      expect(await panel.meetingNow(meeting)).toMatchObject({ state: 'PLANNED' });
    },
  );

  scenario(
    {
      clause: 'STA-4.0c',
      outcome: 'granted',
      that: 'the papers of a case are read ahead by its members where they are kept, from the day it is listed; the e-mail leads there',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.listed();
      await panel.does(hester, 'sendAgenda', await panel.meetingStep(meeting));
      const papers = 'assessment { sections { summary } } plan { objective }';
      const read = await reader(paloma).for('CHOOSE_SUPPORT').asksOf(episode, papers);
      expect(read.plan.objective).toEqual(expect.any(String));
    },
  );

  scenario(
    {
      clause: 'STA-4.0c',
      outcome: 'denied',
      that: 'the papers come to nobody who was asked to the meeting and not named for the case, and not to its members once it is closed',
    },
    async () => {
      await panel.clear();
      await holdsOffice(scene, owen, 'PANEL_MEMBER');
      const meeting = await panel.plans({ invited: [hester.id, paloma.id, owen.id] });
      const panelCase = await panel.refers();
      await panel.does(hester, 'listPanelCase', await panel.listing(panelCase, meeting));
      await reader(owen).for('CHOOSE_SUPPORT').findsNothingOf(episode);
      await panel.does(tom, 'withdrawPanelCase', await panel.step(panelCase));
      await reader(paloma).for('CHOOSE_SUPPORT').findsNothingOf(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.10',
      outcome: 'granted',
      that: 'members of agencies that signed are asked to the panel and named for a case',
    },
    async () => {
      await panel.clear();
      await holdsOffice(scene, owen, 'PANEL_MEMBER');
      const meeting = await panel.plans({ invited: [paloma.id, owen.id] });
      const panelCase = await panel.refers();
      const listing = await panel.listing(panelCase, meeting, [paloma.id, owen.id]);
      await panel.does(hester, 'listPanelCase', listing);
      for (const who of [paloma, owen]) await reader(who).for('CHOOSE_SUPPORT').reads(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.10',
      outcome: 'denied',
      that: 'somebody whose agency did not sign is not asked; one whom the family keeps out, one who is related to it, and one who does not sit on the panel are not named, and then nobody reads',
    },
    async () => {
      await panel.clear();
      const refused = await panel.isRefused(
        'ORGANISATION_NOT_SIGNED',
        hester,
        'planAgencyMeeting',
        panel.planning({ invited: [paloma.id, thora.id] }),
      );
      expect(refused.findings).toMatchObject([{ part: 'invited.1' }]);
      await holdsOffice(scene, callum, 'PANEL_MEMBER');
      await holdsOffice(scene, owen, 'PANEL_MEMBER');
      await relates(scene, owen, okafor);
      const meeting = await panel.plans({ invited: [paloma.id, owen.id, callum.id, grace.id] });
      const panelCase = await panel.refers();
      for (const other of [callum, owen, grace]) {
        const members = [paloma.id, other.id];
        const listing = await panel.listing(panelCase, meeting, members);
        const answer = await panel.isRefused(
          'GRANT_NOT_POSSIBLE',
          hester,
          'listPanelCase',
          listing,
        );
        expect(
          answer.findings.every(({ part }: { part: string }) => part.startsWith('members.1.')),
        ).toBe(true);
        await reader(paloma).for('CHOOSE_SUPPORT').findsNothingOf(episode);
      }
      await given.removed('access.agency_signature', { agency_id: paloma.agency.id });
      const signedNoMore = await panel.tries(
        hester,
        'listPanelCase',
        await panel.listing(panelCase, meeting),
      );
      expect(signedNoMore.code).toBe('GRANT_NOT_POSSIBLE');
    },
  );
}
