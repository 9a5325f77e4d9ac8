import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { enumOf, Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom } = cast.practitioners;
const { ngozi: mother } = cast.familyAccounts;
const { okafor: family } = cast.families;
const { ngozi } = family.persons;
const okafor = family.episodes.current;

/** What the family itself puts first, and chooses. */
export function familyChoiceScenarios(scene: Scene): void {
  const recording = new Recording(scene);

  scenario(
    {
      clause: 'SHR-1.2b',
      outcome: 'granted',
      that: 'the family itself puts its needs in an order, and says that the help planned is what it chose',
    },
    async () => {
      const need = await recording.writes(tom, 'recordNeed', 'need', {
        episode: okafor.id,
        need: {
          outcome: enumOf('GOOD_EDUCATION'),
          description: 'Mornings',
          identifiedOn: '2026-06-16',
        },
        nature: enumOf('MIXED'),
        concerns: [ngozi.id],
      });
      const own = recording.for('TRACK_OUTCOMES');
      const ranked = { id: need.id, expectedRevision: 1, reason: 'This first.' };
      expect(
        await own.writes(
          mother,
          'amendNeed',
          'need',
          { ...ranked, need: { familyRank: 1 } },
          'familyRank description',
        ),
      ).toMatchObject({ familyRank: 1, description: 'Mornings' });
      const plan = await recording.writes(tom, 'recordPlan', 'plan', {
        episode: okafor.id,
        plan: { objective: 'Mornings that work' },
        nature: enumOf('MIXED'),
        concerns: [ngozi.id],
      });
      const action = await recording.writes(tom, 'recordPlanAction', 'action', {
        plan: plan.id,
        action: {
          goal: 'A breakfast club, from Monday',
          responsible: 'School',
          status: enumOf('PLANNED'),
        },
        nature: enumOf('FACT'),
        concerns: [ngozi.id],
      });
      const chosen = { id: action.id, expectedRevision: 1, reason: 'We asked for it.' };
      expect(
        await own.writes(
          mother,
          'amendPlanAction',
          'action',
          { ...chosen, action: { chosenByFamily: true } },
          'chosenByFamily',
        ),
      ).toMatchObject({ chosenByFamily: true });
    },
  );

  scenario(
    {
      clause: 'SHR-1.2b',
      outcome: 'denied',
      that: 'the family orders its needs and rewrites none; nobody orders those of a family they do not know, nor at no place',
    },
    async () => {
      const [need] = await scene.database().owner.run<{ id: string; revision: number }>({
        text: 'SELECT id, revision FROM episodes.need WHERE episode_id = $1 AND $2 = ANY (concerns) AND cardinality(concerns) = 1 ORDER BY id LIMIT 1',
        values: [okafor.id, ngozi.id],
      });
      const change = {
        id: need?.id,
        expectedRevision: need?.revision,
        reason: 'As we see it.',
      };
      const own = recording.for('TRACK_OUTCOMES');
      await own.writesNothing('RECORDING_NOT_PERMITTED', mother, 'amendNeed', 'need', {
        ...change,
        need: { description: 'Something else', familyRank: 1 },
      });
      await own.writesNothing('RECORD_UNKNOWN', cast.familyAccounts.noor, 'amendNeed', 'need', {
        ...change,
        need: { familyRank: 1 },
      });
      await recording.writesNothing('ARGUMENT_INVALID', tom, 'amendNeed', 'need', {
        ...change,
        need: { familyRank: 0 },
      });
    },
  );
}
