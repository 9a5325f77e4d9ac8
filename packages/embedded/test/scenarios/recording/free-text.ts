import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { enumOf, Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { chidi, ada } = cast.families.okafor.persons;

const PASSAGE = 'Chidi was diagnosed with epilepsy in May.';
const REST = 'We agreed who walks with him to school.';
const NOTES = 'caseNotes { subject text passageOf }';

const meeting = (minutes: string, more: object = {}): Readonly<Record<string, unknown>> => ({
  episode: okafor.id,
  meeting: { heldOn: '2026-06-17', minutes },
  nature: enumOf('FACT'),
  concerns: [chidi.id],
  ...more,
});

/** What free text reveals beyond what the text is for, which is kept under its own class. */
export function freeTextScenarios(scene: Scene): void {
  const recording = new Recording(scene);
  const notesFor = async (who: Parameters<Scene['reader']>[0]): Promise<string> =>
    JSON.stringify(
      (await scene.reader(who).for('COORDINATE_SUPPORT').asksOf(okafor, NOTES)).caseNotes,
    );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'granted',
      that: 'a passage about health is split off from minutes; the team reads the rest, its own agency the passage',
    },
    async () => {
      const passage = { field: 'minutes', class: enumOf('HEALTH'), text: PASSAGE };
      const { id } = await recording.writes(
        tom,
        'recordTafMeeting',
        'meeting',
        meeting(REST, { splitOff: [passage] }),
      );
      const { meetings } = await scene
        .reader(grace)
        .for('COORDINATE_SUPPORT')
        .asksOf(okafor, 'meetings { id minutes }');
      expect(meetings).toContainEqual({ id, minutes: REST });
      expect(await notesFor(tom)).toContain(PASSAGE);
      expect(await notesFor(tom)).toContain(id);
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'minutes that may reveal health or an offence are not recorded until somebody says which it is; a passage opens to nobody without a justification',
    },
    async () => {
      const told = await recording.writesNothing(
        'FREE_TEXT_REVEALS',
        tom,
        'recordTafMeeting',
        'meeting',
        meeting(`${REST} ${PASSAGE} His uncle was arrested for burglary.`),
      );
      expect(told.findings).toEqual([
        expect.objectContaining({ part: 'meeting.minutes' }),
        expect.objectContaining({ part: 'meeting.minutes' }),
      ]);
      expect(JSON.stringify(told)).not.toContain('epilepsy');
      expect(JSON.stringify(told)).not.toContain('burglary');

      const passage = { field: 'minutes', class: enumOf('HEALTH'), text: PASSAGE };
      const { id } = await recording.writes(
        tom,
        'recordTafMeeting',
        'meeting',
        meeting(REST, { splitOff: [passage] }),
      );
      expect(await notesFor(grace)).not.toContain('epilepsy');
      expect(await notesFor(grace)).not.toContain(id);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11b',
      outcome: 'granted',
      that: 'who says that a text reveals nothing says so on the record',
    },
    async () => {
      const { id } = await recording.writes(
        niamh,
        'recordTafMeeting',
        'meeting',
        meeting('We met at the surgery’s meeting room about the diagnosis of the damp.', {
          revealsNothing: true,
        }),
      );
      const [version] = await scene.database().owner.run<object>({
        text: 'SELECT reviewed_for AS "reviewedFor", changed_by AS "by" FROM episodes.entry_version WHERE item_id = $1',
        values: [id],
      });
      expect(version).toEqual({ reviewedFor: ['SPECIAL_CATEGORY:HEALTH'], by: niamh.id });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11b',
      outcome: 'denied',
      that: 'nothing about a person is recorded without saying whether it is fact or opinion, nor as more than one kind of entry',
    },
    async () => {
      const entry = {
        episode: okafor.id,
        person: ada.id,
        entry: { voice: { words: 'I like it when we walk.' } },
      };
      const { turnedAway } = await recording.sends(grace, 'recordPersonEntry', 'voice', entry);
      expect(turnedAway?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      await recording.writesNothing('ARGUMENT_INVALID', grace, 'recordPersonEntry', 'voice', {
        ...entry,
        nature: enumOf('OPINION'),
        entry: { voice: { words: 'One.' }, safetyAlert: { alert: 'Two.' } },
      });
      const voice = await recording.writes(grace, 'recordPersonEntry', 'voice', {
        ...entry,
        nature: enumOf('OPINION'),
      });
      expect(voice.revision).toBe(1);
    },
  );
}
