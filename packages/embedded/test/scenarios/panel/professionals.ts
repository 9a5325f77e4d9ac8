import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Panel } from '../vocabulary/panel.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, niamh, grace, prue, hester, rhona, thora } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const NOTE = 'Two health visitors are off until autumn; the schools take the morning visits.';

/** Professionals who meet without the family, about practical matters. */
export function professionalsScenarios(scene: Scene): void {
  const panel = new Panel(scene);

  const planning = (over: object = {}) =>
    panel.planning({
      kind: { enum: 'PROFESSIONALS' },
      chair: tom.id,
      invited: [niamh.id, grace.id],
      topics: [{ enum: 'WORKLOAD' }, { enum: 'GAPS_IN_PROVISION' }],
      ...over,
    });

  /** One that was opened with these there, and noted. */
  async function noted(): Promise<string> {
    const { meeting } = await panel.does(tom, 'planAgencyMeeting', planning());
    const step = async (more: object) => {
      const { revision } = await panel.meetingNow(meeting, tom);
      return { meeting, expectedRevision: revision, ...more };
    };
    await panel.does(tom, 'sendAgenda', await step({ reason: 'Ahead of it.' }));
    const opening = panel.opening({ present: [tom.id, niamh.id] });
    await panel.does(tom, 'openAgencyMeeting', await step(opening));
    await panel.does(tom, 'noteAgencyMeeting', await step({ note: NOTE }));
    return meeting;
  }

  scenario(
    {
      clause: 'SHR-3.4.8a',
      outcome: 'granted',
      that: 'professionals meet without the family and write down what they agreed about practical matters',
    },
    async () => {
      await panel.clear();
      const meeting = await noted();
      expect(await panel.meetingNow(meeting, tom)).toMatchObject({
        kind: 'PROFESSIONALS',
        topics: ['WORKLOAD', 'GAPS_IN_PROVISION'],
        agenda: [],
        note: NOTE,
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8a',
      outcome: 'denied',
      that: 'such a meeting has a practical matter to speak of, hears no case, and its note says nothing by which a family can be told',
    },
    async () => {
      await panel.clear();
      await panel.isRefused('ARGUMENT_INVALID', tom, 'planAgencyMeeting', planning({ topics: [] }));
      const meeting = await noted();
      const { revision } = await panel.meetingNow(meeting, tom);
      const step = { meeting, expectedRevision: revision };
      await panel.isRefused('LEARNING_IDENTIFIES', tom, 'noteAgencyMeeting', {
        ...step,
        note: `In ${okafor.reference} nobody came.`,
      });
      const panelCase = await panel.refers();
      const listing = await panel.listing(panelCase, meeting, [niamh.id]);
      await panel.isRefused('ARGUMENT_INVALID', hester, 'listPanelCase', listing);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8b',
      outcome: 'granted',
      that: 'those who were there read the note, and the host team that keeps it',
    },
    async () => {
      await panel.clear();
      const meeting = await noted();
      for (const who of [tom, niamh, prue])
        expect((await panel.meetingNow(meeting, who)).note).toBe(NOTE);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8b',
      outcome: 'denied',
      that: 'nobody else does: not who was asked and did not come, not a hub that did not call it, not a colleague, and not the family, to whom there is no such meeting',
    },
    async () => {
      await panel.clear();
      const meeting = await noted();
      expect(await panel.meetingNow(meeting, grace)).toMatchObject({ note: null, attendance: [] });
      for (const who of [hester, rhona]) expect(await panel.meetings(who)).toEqual([]);
      const { ngozi } = cast.familyAccounts;
      const { body } = await scene
        .gate()
        .ask(ngozi, '{ agencyMeetings { id } }', { purpose: 'RIGHTS' });
      expect(body.data?.agencyMeetings ?? []).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8c',
      outcome: 'denied',
      that: 'professionals are not called together with somebody whose organisation did not sign',
    },
    async () => {
      await panel.clear();
      await panel.isRefused(
        'ORGANISATION_NOT_SIGNED',
        tom,
        'planAgencyMeeting',
        planning({ invited: [niamh.id, thora.id] }),
      );
    },
  );
}
