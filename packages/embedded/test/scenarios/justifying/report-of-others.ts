import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { reporting } from './reporting.ts';

const { callum, dorothea, gideon, kwame, niamh, prue, sian, uma } = cast.practitioners;
const { okafor, yarrow } = cast.families;
/** A night. */
const LATE = '2026-06-03T22:30:00Z';

/** What the report on access tells whoever draws it of a family that they have a relationship with. */
export function reportOfOthersScenarios(scene: Scene): void {
  const { given } = scene;
  const { draws, grant } = reporting(scene);
  const found = async (): Promise<readonly string[]> =>
    (await draws(dorothea)).findings.map(({ kind, practitioner }) => `${kind} ${practitioner?.id}`);
  const override = (by: { id: string }, episode: { id: string } | null) =>
    scene.database().owner.run({
      text: `INSERT INTO partners.access_event (machine, subject_id, move, after, actor_id, account_id, episode_id, on_behalf_of, at, reason, details)
        VALUES ('OVERRIDE', gen_random_uuid(), 'ATTEMPT', 'USED', $1, $1, $2, 'SELF', $3, 'Why stands with the attempt.', '{}')`,
      values: [by.id, episode?.id ?? null, LATE],
    });

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'the report tells nothing of grants, justifications and overrides of a family that whoever draws it is related to, and all of it of others',
    },
    async () => {
      const ours = yarrow.episodes.current;
      const theirs = okafor.episodes.current;
      await grant(uma, uma, { episode_id: ours.id });
      await grant(niamh, niamh, { episode_id: theirs.id });
      for (let index = 0; index < 3; index += 1) {
        await grant(prue, sian, { episode_id: ours.id, starts_at: LATE });
        await grant(gideon, kwame, { episode_id: theirs.id, starts_at: LATE });
      }
      await override(callum, ours);
      await override(niamh, theirs);
      await override(kwame, null);
      const justification = {
        person_id: yarrow.persons.jack.id,
        account_id: uma.id,
        episode_id: ours.id,
        classes: ['SPECIAL_CATEGORY:HEALTH'],
        purpose: 'COORDINATE_SUPPORT',
        relevance: 'x',
        alternatives_considered: 'x',
        article_6: 'A6_1_E',
        state: 'LIVE',
        starts_at: '2026-04-01T00:00:00Z',
        expires_at: '2026-12-01T00:00:00Z',
      };
      await given.added('access.justification', { id: crypto.randomUUID(), ...justification });
      const before = await found();
      const ofOurs = [
        `SELF_GRANTED ${uma.id}`,
        `GRANTS_OUT_OF_HOURS ${prue.id}`,
        `OVERRIDES_OUT_OF_HOURS ${callum.id}`,
        `JUSTIFICATIONS_NEVER_USED ${uma.id}`,
      ];
      const ofOthers = [
        `SELF_GRANTED ${niamh.id}`,
        `GRANTS_OUT_OF_HOURS ${gideon.id}`,
        `OVERRIDES_OUT_OF_HOURS ${niamh.id}`,
        `OVERRIDES_OUT_OF_HOURS ${kwame.id}`,
      ];
      expect(before).toEqual(expect.arrayContaining([...ofOurs, ...ofOthers]));
      await relates(scene, dorothea, yarrow);
      const after = await found();
      expect(after).toEqual(expect.arrayContaining(ofOthers));
      for (const finding of ofOurs) expect(after).not.toContain(finding);
    },
  );
}
