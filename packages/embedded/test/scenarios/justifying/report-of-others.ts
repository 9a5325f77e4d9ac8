import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { REPORT } from './report-query.ts';

const { callum, dorothea, gideon, kwame, niamh, prue, sian, uma } = cast.practitioners;
const { okafor, yarrow } = cast.families;
/** A night. */
const LATE = '2026-06-03T22:30:00Z';

interface Finding {
  readonly kind: string;
  readonly practitioner: { readonly id: string };
}

/** What the report on access tells whoever draws it of a family that they have a relationship with. */
export function reportOfOthersScenarios(scene: Scene): void {
  const { gate, given } = scene;
  const found = async (): Promise<readonly string[]> => {
    const { body, text } = await gate().ask(dorothea, REPORT, {
      purpose: 'ADMINISTRATION',
      variables: {
        from: '2026-05-17T00:00:00Z',
        until: '2026-06-17T09:00:00Z',
        reason: 'The monthly look',
      },
    });
    expect(body.errors, text).toBeUndefined();
    const { findings } = body.data.drawAccessReport.report;
    return findings.map(({ kind, practitioner }: Finding) => `${kind} ${practitioner.id}`);
  };
  const grant = (to: { id: string }, episode: { id: string }, more: object = {}) =>
    given.added('access.access_grant', {
      id: crypto.randomUUID(),
      account_id: to.id,
      episode_id: episode.id,
      role: 'TAF_MEMBER',
      working_relationship: 'Works with them',
      granted_by: to.id,
      starts_at: '2026-06-01T10:00:00Z',
      ends_at: '2026-12-01T00:00:00Z',
      ...more,
    });
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
      await grant(uma, ours);
      await grant(niamh, theirs);
      for (let index = 0; index < 3; index += 1) {
        await grant(sian, ours, { granted_by: prue.id, starts_at: LATE });
        await grant(kwame, theirs, { granted_by: gideon.id, starts_at: LATE });
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
