import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { enumOf, Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, esther } = cast.practitioners;
const { ngozi: mother } = cast.familyAccounts;
const okafor = cast.families.okafor.episodes.current;
const { amara, chidi, ngozi } = cast.families.okafor.persons;

const NEED = {
  episode: okafor.id,
  need: { outcome: enumOf('GOOD_EDUCATION'), identifiedOn: '2026-06-16' },
  nature: enumOf('FACT'),
  concerns: [amara.id],
};

/** How what is written stays right: newer readings, other people’s entries, the family’s own view. */
export function keepingRightScenarios(scene: Scene): void {
  const recording = new Recording(scene);

  scenario(
    {
      clause: 'STA-6.1d',
      outcome: 'granted',
      that: 'newer information is written where it belongs, and what was said before is kept',
    },
    async () => {
      const { id } = await recording.writes(grace, 'recordNeed', 'need', {
        ...NEED,
        need: { ...NEED.need, description: 'At school on Mondays.' },
      });
      const changed = await recording.writes(
        grace,
        'amendNeed',
        'need',
        { id, expectedRevision: 1, need: { metOn: '2026-06-17' }, reason: 'Six Mondays in a row.' },
        'metOn description changedBy { id }',
      );
      expect(changed).toMatchObject({
        revision: 2,
        metOn: '2026-06-17',
        description: 'At school on Mondays.',
        changedBy: { id: grace.id },
      });
      const versions = await scene.database().owner.run<object>({
        text: `SELECT revision, was, changed_by AS "by" FROM episodes.entry_version WHERE item_id = $1 ORDER BY position`,
        values: [id],
      });
      expect(versions).toEqual([
        { revision: 1, was: null, by: grace.id },
        { revision: 2, was: { met_on: null }, by: grace.id },
      ]);
    },
  );

  scenario(
    {
      clause: 'STA-6.1d',
      outcome: 'denied',
      that: 'what was decided on an older reading does not overwrite a newer one, nor what is another agency’s to say',
    },
    async () => {
      const { id } = await recording.writes(grace, 'recordNeed', 'need', NEED);
      const change = {
        id,
        expectedRevision: 1,
        need: { description: 'Two Mondays.' },
        reason: 'As seen.',
      };
      await recording.writes(grace, 'amendNeed', 'need', change);
      const late = await recording.writesNothing('REVISION_PASSED', grace, 'amendNeed', 'need', {
        ...change,
        need: { description: 'No Mondays.' },
      });
      expect(late.revision).toBe(2);
      const theirs = await recording.writesNothing(
        'RECORDING_NOT_PERMITTED',
        niamh,
        'amendNeed',
        'need',
        { ...change, expectedRevision: 2 },
      );
      expect(theirs.about).toEqual(['Need.description']);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2e',
      outcome: 'granted',
      that: 'the family itself says how an action goes; whoever leads writes the action',
    },
    async () => {
      const plan = await recording.writes(tom, 'recordPlan', 'plan', {
        episode: okafor.id,
        plan: { objective: 'Mornings that work', agreedOn: '2026-06-16' },
        nature: enumOf('MIXED'),
        concerns: [amara.id, chidi.id, ngozi.id],
      });
      const action = await recording.writes(tom, 'recordPlanAction', 'action', {
        plan: plan.id,
        action: {
          goal: 'Out of the house by eight',
          responsible: 'Ngozi, with Tom',
          dueOn: '2026-07-01',
          measure: 'Days in a week',
          status: enumOf('IN_PROGRESS'),
        },
        nature: enumOf('FACT'),
        concerns: [ngozi.id],
      });
      const rated = await recording.for('TRACK_OUTCOMES').writes(
        mother,
        'amendPlanAction',
        'action',
        {
          id: action.id,
          expectedRevision: 1,
          action: { familyRating: 6 },
          reason: 'Better than in May.',
        },
        'familyRating goal',
      );
      expect(rated).toMatchObject({ familyRating: 6, goal: 'Out of the house by eight' });
    },
  );

  scenario(
    {
      clause: 'SHR-1.2e',
      outcome: 'denied',
      that: 'the family rates progress and writes no action; nobody rates a plan of a family they do not know',
    },
    async () => {
      const [action] = await scene.database().owner.run<{ id: string; revision: number }>({
        text: 'SELECT id, revision FROM episodes.plan_action WHERE episode_id = $1 ORDER BY id LIMIT 1',
        values: [okafor.id],
      });
      const change = {
        id: action?.id,
        expectedRevision: action?.revision,
        reason: 'As we see it.',
      };
      await recording
        .for('TRACK_OUTCOMES')
        .writesNothing('RECORDING_NOT_PERMITTED', mother, 'amendPlanAction', 'action', {
          ...change,
          action: { goal: 'Something else', familyRating: 6 },
        });
      await recording
        .for('TRACK_OUTCOMES')
        .writesNothing('RECORD_UNKNOWN', cast.familyAccounts.noor, 'amendPlanAction', 'action', {
          ...change,
          action: { familyRating: 1 },
        });
      await recording.writesNothing('ARGUMENT_INVALID', tom, 'amendPlanAction', 'action', {
        ...change,
        action: { familyRating: 11 },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.3',
      outcome: 'granted',
      that: 'what somebody records stands under their own name and agency, at the time at which it was recorded',
    },
    async () => {
      const meeting = await recording.writes(
        niamh,
        'recordTafMeeting',
        'meeting',
        {
          episode: okafor.id,
          meeting: {
            heldOn: '2026-06-16',
            minutes: 'We agreed who rings whom.',
            attendees: ['Tom'],
          },
          nature: enumOf('FACT'),
          concerns: [chidi.id],
        },
        'recordedAt recordedBy { id } recordedByAgency { id } changedBy { id }',
      );
      expect(meeting).toMatchObject({
        recordedAt: '2026-06-17T10:00:00+00:00',
        recordedBy: { id: niamh.id },
        recordedByAgency: { id: niamh.agency.id },
        changedBy: null,
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.3',
      outcome: 'denied',
      that: 'nobody writes in another’s name, and nobody whose agency is not in the team',
    },
    async () => {
      const meeting = { heldOn: '2026-06-16', recordedBy: tom.id };
      const given = {
        episode: okafor.id,
        meeting,
        nature: enumOf('FACT'),
        concerns: [chidi.id],
      };
      const { turnedAway } = await recording.sends(niamh, 'recordTafMeeting', 'meeting', given);
      expect(turnedAway?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      await recording.writesNothing('RECORD_UNKNOWN', esther, 'recordTafMeeting', 'meeting', {
        ...given,
        meeting: { heldOn: '2026-06-16' },
      });
    },
  );
}
