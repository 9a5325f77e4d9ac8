import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { of, reporting } from './reporting.ts';

const { callum, dorothea, gideon, grace, joel, kwame, niamh, prue, sian, tom, uma } =
  cast.practitioners;
const { okafor, yarrow } = cast.families;
/** A night. */
const LATE = '2026-06-03T22:30:00Z';
const READ = '2026-06-10T10:00:00Z';

/** What the report on access tells whoever draws it of a family that they have a relationship with. */
export function reportOfOthersScenarios(scene: Scene): void {
  const { given } = scene;
  const { draws, grant } = reporting(scene);
  const found = async (): Promise<readonly string[]> =>
    (await draws(dorothea)).findings.map(({ kind, practitioner }) => `${kind} ${practitioner?.id}`);
  /** An attempt at night, which may have meant these families, and opened an episode or found nobody. */
  const override = async (
    by: { id: string; agency: { id: string } },
    episode: { id: string } | null,
    families: readonly { id: string }[],
  ) => {
    const id = crypto.randomUUID();
    const { id: account_id, agency } = by;
    const opened = episode === null ? null : crypto.randomUUID();
    const state = opened === null ? 'NO_MATCH' : 'USED';
    await given.added('partners.safeguarding_override', {
      ...{
        id,
        account_id,
        agency_id: agency.id,
        grant_id: opened,
        episode_id: episode?.id ?? null,
      },
      ...{
        families: families.map((each) => each.id),
        persons: [],
        classes: [],
        state,
        revision: 1,
      },
      ...{ reason: 'She may not go home tonight.', no_other_way: 'Nobody answers.' },
      ...{ explanation: 'NOT_DUE', at: LATE, until: LATE, explain_by: LATE },
    });
    await scene.database().owner.run({
      text: `INSERT INTO partners.access_event (machine, subject_id, move, after, actor_id, account_id, episode_id, on_behalf_of, at, reason, details)
        VALUES ('OVERRIDE', $1, 'ATTEMPT', $2, $3, $3, $4, 'SELF', $5, 'Why stands with the attempt.', '{}')`,
      values: [id, state, account_id, episode?.id ?? null, LATE],
    });
  };
  /** Reads of so many families on one day, of which these are known. */
  const released = (
    by: { id: string; agency: { id: string } },
    families: readonly { id: string }[],
    others: number,
  ) =>
    scene.database().owner.run({
      text: `INSERT INTO ledger.release (id, at, contract, account_id, agency_id, purpose, policy_versions, operation_hash,
          grants, justifications, persons, families, episodes, coordinates, explained, told)
        SELECT gen_random_uuid(), $1, 'records', $2, $3, 'UNDERSTAND_NEEDS', '{1}', repeat('a', 64), '{}', '{}', '{}',
          $4::uuid[] || ARRAY (SELECT gen_random_uuid() FROM generate_series(1, $5::integer)), '{}', '{}', '[]', '[]'`,
      values: [READ, by.id, by.agency.id, families.map(({ id }) => id), others],
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
      await override(callum, ours, [yarrow]);
      await override(niamh, theirs, [okafor]);
      await override(kwame, null, []);
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

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'an attempt that found nobody and may have meant a family that whoever draws the report is related to is not in it, nor one that found another and may have meant that one as well; nor is it counted that somebody read of it',
    },
    async () => {
      await override(tom, null, [yarrow]);
      await override(grace, null, [okafor, yarrow]);
      await override(joel, okafor.episodes.current, [okafor, yarrow]);
      await released(callum, [yarrow], 25);
      const hidden = [
        ...[tom, grace, joel].map(({ id }) => `OVERRIDES_OUT_OF_HOURS ${id}`),
        `MANY_FAMILIES ${callum.id}`,
      ];
      expect(await found()).toEqual(expect.arrayContaining(hidden));
      await relates(scene, dorothea, yarrow);
      const after = await found();
      for (const finding of hidden) expect(after).not.toContain(finding);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'granted',
      that: 'an attempt that may have meant other families or none is in the report of who is related to one, and so is who read of many others',
    },
    async () => {
      await relates(scene, dorothea, yarrow);
      await override(uma, null, [okafor]);
      await override(sian, null, []);
      await released(niamh, [yarrow, okafor], 25);
      const { findings } = await draws(dorothea);
      for (const [kind, who, count] of [
        ['OVERRIDES_OUT_OF_HOURS', uma, 1],
        ['OVERRIDES_OUT_OF_HOURS', sian, 1],
        ['MANY_FAMILIES', niamh, 26],
      ] as const)
        expect(of(findings, kind)).toContainEqual([who.id, null, count]);
    },
  );
}
