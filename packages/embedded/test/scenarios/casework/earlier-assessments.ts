import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, tom } = cast.practitioners;
const { families } = cast;
const now = families.okafor.episodes.current;
const earlier = families.garside.episodes.closed;

const EARLIER = `query Earlier($reference: String!) {
  episode(reference: $reference) {
    assessment { id }
    earlierAssessments { id reasons sections { area summary } }
    withheld { coordinate code }
  }
}`;

/** What a family told before, in an episode that is over. */
export function earlierAssessmentScenarios({ given, reader }: Scene): void {
  /** The closed episode becomes one of the family that is helped now. */
  async function toldBefore(): Promise<void> {
    await given.changed('episodes.episode', { id: earlier.id }, { family_id: families.okafor.id });
  }

  scenario(
    {
      clause: 'SHR-1.2d',
      outcome: 'granted',
      that: 'who leads the family’s episode now reads what was assessed in the earlier one, and nothing else of it',
    },
    async () => {
      await toldBefore();
      const { body } = await reader(tom).asks(EARLIER, { reference: now.reference });
      const [told, ...more] = body.data.episode.earlierAssessments;
      expect(more).toEqual([]);
      expect(told.sections).toHaveLength(6);
      expect(told.id).not.toBe(body.data.episode.assessment.id);
      const closed = await reader(tom).asks(EARLIER, { reference: earlier.reference });
      expect(closed.body.data.episode).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-1.2d',
      outcome: 'denied',
      that: 'not a member of the team, nor the lead once the grant has ended or the agreement was withdrawn',
    },
    async () => {
      await toldBefore();
      const member = await reader(grace).asks(EARLIER, { reference: now.reference });
      expect(member.body.data.episode).toMatchObject({
        earlierAssessments: null,
        withheld: [{ coordinate: 'Episode.earlierAssessments', code: 'ROLE_NOT_PERMITTED' }],
      });
      await given.changed(
        'families.family_agreement',
        { episode_id: now.id },
        { withdrawn_at: '2020-01-01T00:00:00Z' },
      );
      const lead = await reader(tom).asks(EARLIER, { reference: now.reference });
      expect(lead.body.data.episode).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-1.2d',
      outcome: 'denied',
      that: 'not a lead whose grant names persons: what a family told before is about everybody',
    },
    async () => {
      await toldBefore();
      await given.changed(
        'access.access_grant',
        { id: now.grants.tom },
        { persons: [families.okafor.persons.chidi.id] },
      );
      const { body } = await reader(tom).asks(EARLIER, { reference: now.reference });
      expect(body.data.episode).toMatchObject({ assessment: {}, earlierAssessments: [] });
    },
  );
}
