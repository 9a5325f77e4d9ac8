import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { paloma, esther, greer, thora } = cast.practitioners;
const { marlValley, lantern } = cast.agencies;
const { faraday, gorringe, pettigrew, ravenhill } = cast.families;
const live = faraday.episodes.current;
const closed = gorringe.episodes.current;

const WHOLE =
  'assessment { sections { summary } } needs { description } plan { objective actions { goal } } meetings { minutes attendees }';

/** The panel: which cases, with whose agreement, from which agencies. */
export function panelScenarios({ given, reader }: Scene): void {
  const panel = () => reader(paloma).for('CHOOSE_SUPPORT');

  scenario(
    {
      clause: 'SHR-3.7.3a',
      outcome: 'granted',
      that: 'a panel member reads the whole assessment, the plan and the team’s minutes of a case that is before the panel',
    },
    async () => {
      const record = await panel().asksOf(live, WHOLE);
      expect(record.assessment.sections).toHaveLength(6);
      expect(record.needs).toHaveLength(3);
      expect(record.plan.objective).toBe('Three calm mornings a week by the end of term.');
      expect(record.plan.actions).toHaveLength(3);
      expect(record.meetings).toEqual([
        {
          minutes: 'The plan was read aloud and agreed line by line.',
          attendees: ['Family', 'Lead professional', 'School'],
        },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.3a',
      outcome: 'denied',
      that: 'of a case that the panel closed nothing is there, though the member’s grant was never taken away',
    },
    async () => {
      await panel().findsNothingOf(closed);
      await given.changed(
        'access.proceeding',
        { episode_id: live.id, kind: 'PANEL' },
        { state: 'CLOSED' },
      );
      await panel().findsNothingOf(live);
    },
  );

  /** The family’s agreement to the case as it stands, and what is recorded to rely on without one. */
  const agreement = (state: string, basis: string | null): Promise<void> =>
    given.changed(
      'families.family_agreement',
      { episode_id: live.id },
      { state, basis_when_no_agreement: basis, signed_at: null },
    );

  scenario(
    {
      clause: 'SHR-3.7.2a',
      outcome: 'granted',
      that: 'a case comes before the panel with the agreement that the family signed',
    },
    async () => {
      const { family } = await panel().reads(live);
      expect(family.agreement).toMatchObject({ status: 'SIGNED' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2a',
      outcome: 'denied',
      that: 'while the family has not signed, or has withdrawn, no panel member reads the case',
    },
    async () => {
      await agreement('NOT_DISCUSSED', null);
      await panel().findsNothingOf(live);
      await agreement('WITHDRAWN', null);
      await panel().findsNothingOf(live);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'granted',
      that: 'without an agreement the panel reads the case where the lawful basis for that is on record',
    },
    async () => {
      await agreement('DECLINED', 'The worry was explained to the mother; public task.');
      await panel().reads(live);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'denied',
      that: 'without an agreement and without a recorded basis, or with a blank one, the panel reads nothing',
    },
    async () => {
      await agreement('DECLINED', null);
      await panel().findsNothingOf(live);
      await agreement('DECLINED', '  ');
      await panel().findsNothingOf(live);
    },
  );

  const NOTES = 'caseNotes { kind subject text recordedBy { id } recordedAt }';

  scenario(
    {
      clause: 'SHR-3.7.9a',
      outcome: 'granted',
      that: 'what the panel suggested stands on the family’s record, with author and time, for the team and the panel',
    },
    async () => {
      const note = {
        kind: 'PANEL',
        subject: 'Panel, this month',
        text: 'The health visitor leads; the school keeps the morning club.',
        recordedBy: { id: esther.id },
        recordedAt: expect.any(String),
      };
      for (const reading of [reader(esther), panel()])
        expect((await reading.asksOf(live, NOTES)).caseNotes).toContainEqual(note);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.9a',
      outcome: 'denied',
      that: 'the note is the record’s and nobody else’s: a group-work provider on a family reads none of its notes',
    },
    async () => {
      await given.changed(
        'episodes.case_note',
        { episode_id: live.id, kind: 'PANEL' },
        { episode_id: pettigrew.episodes.current.id },
      );
      const group = reader(greer).for('COORDINATE_SUPPORT');
      expect((await group.asksOf(pettigrew.episodes.current, NOTES)).caseNotes).toBeNull();
      expect((await panel().asksOf(live, NOTES)).caseNotes).toHaveLength(1);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.10',
      outcome: 'granted',
      that: 'a member of the panel whose agency signed reads the case',
    },
    async () => {
      await panel().reads(live);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.10',
      outcome: 'denied',
      that: 'a member of the panel whose agency has no signature in force is turned away',
    },
    async () => {
      await given.removed('access.agency_signature', { agency_id: marlValley.id });
      await panel().isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8c',
      outcome: 'granted',
      that: 'what the team said at its meeting is read by the members whose agencies signed',
    },
    async () => {
      const { meetings } = await reader(esther).asksOf(live, 'meetings { minutes }');
      expect(meetings).toHaveLength(1);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.8c',
      outcome: 'denied',
      that: 'who comes from an organisation that did not sign reads nothing of a meeting, a team member’s grant or not',
    },
    async () => {
      const { meetings } = await reader(thora)
        .for('COORDINATE_SUPPORT')
        .asksOf(ravenhill.episodes.current, 'meetings { minutes }');
      expect(meetings).toBeNull();
      await given.removed('access.agency_signature', { agency_id: lantern.id });
      await reader(greer).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );
}
