import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { GRANT, grants } from './grants.ts';

const { grace, joel, prue, sian } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;

/** What the lead finds of an agency that the family keeps out: whether support can go on without it. */
export function goingOnWithoutScenarios(scene: Scene): void {
  const { reader, given } = scene;
  const { host, lead, asked } = grants(scene);
  const removal = (more: object) => ({
    episode: okafor.id,
    reason: 'The family does not want the school to read this.',
    idempotencyKey: crypto.randomUUID(),
    ...more,
  });
  const goesOn = () =>
    scene.database().owner.run({
      text: `SELECT viable FROM families.exclusion WHERE episode_id = $1 AND excluded_agency_id = $2 AND scope = 'WHOLE_AGENCY'`,
      values: [okafor.id, sian.agency.id],
    });

  scenario(
    {
      clause: 'SHR-3.4.4b',
      outcome: 'granted',
      that: 'whether support can go on without the agency is recorded as the lead says it, and the family’s word holds either way',
    },
    async () => {
      await host().does('grantAccess', asked(sian), GRANT);
      const without = { agency: sian.agency.id, viable: false };
      await lead().does(
        'removeAtFamilysRequest',
        removal(without),
        'FamilyRemovalChanged { removal }',
      );
      expect(await goesOn()).toEqual([{ viable: false }]);
      await reader(sian).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4b',
      outcome: 'granted',
      that: 'where the family says it again of an agency that is kept out, what the lead finds then holds, and the record has what was found each time',
    },
    async () => {
      const removals: string[] = [];
      for (const viable of [true, false, false, true]) {
        const { removal: id } = await lead().does<{ removal: string }>(
          'removeAtFamilysRequest',
          removal({ agency: sian.agency.id, viable }),
          'FamilyRemovalChanged { removal }',
        );
        removals.push(id);
        expect(await goesOn()).toEqual([{ viable }]);
      }
      const found = await scene.database().owner.run<{ details: unknown }>({
        text: `SELECT details FROM partners.access_event WHERE subject_id = ANY ($1::uuid[]) AND move = 'REMOVE' ORDER BY position`,
        values: [removals],
      });
      expect(found.map(({ details }) => details)).toEqual(
        [true, false, false, true].map((viable) => ({ viable })),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4b',
      outcome: 'denied',
      that: 'what is found of one agency changes nothing of another, of another episode, or of an exclusion that is over; of a practitioner nothing is found',
    },
    async () => {
      const thistle = families.thistle.episodes.current.id;
      const before = (agency: { readonly id: string }, episode = okafor.id, over = false) =>
        given.added('families.exclusion', {
          id: crypto.randomUUID(),
          agreement_id: episode,
          episode_id: episode,
          excluded_agency_id: agency.id,
          scope: 'WHOLE_AGENCY',
          coordinates: [],
          reason: 'not them',
          viable: true,
          starts_at: daysFromNow(-2),
          ...(over ? { ends_at: daysFromNow(-1) } : {}),
          recorded_by: prue.id,
          agency_id: prue.agency.id,
          recorded_at: daysFromNow(-2),
          nature: 'FACT',
        });
      await before(grace.agency);
      await before(sian.agency, thistle);
      await before(sian.agency, okafor.id, true);
      await before(sian.agency);
      await lead().does(
        'removeAtFamilysRequest',
        removal({ agency: sian.agency.id, viable: false }),
        'FamilyRemovalChanged { removal }',
      );
      const kept = await scene.database().owner.run({
        text: `SELECT count(*)::integer AS many FROM families.exclusion WHERE viable AND reason = 'not them'`,
        values: [],
      });
      expect(kept).toEqual([{ many: 3 }]);
      const { removal: id } = await lead().does<{ removal: string }>(
        'removeAtFamilysRequest',
        removal({ practitioner: joel.id }),
        'FamilyRemovalChanged { removal }',
      );
      const [step] = await scene.database().owner.run({
        text: `SELECT details FROM partners.access_event WHERE subject_id = $1 AND move = 'REMOVE'`,
        values: [id],
      });
      expect(step).toEqual({ details: {} });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4b',
      outcome: 'denied',
      that: 'no agency is kept out while nobody has said whether support can go on without it; of a practitioner that is not asked',
    },
    async () => {
      await host().does('grantAccess', asked(sian), GRANT);
      for (const more of [
        { agency: sian.agency.id },
        { agency: sian.agency.id, viable: null },
        { practitioner: sian.id, viable: true },
      ]) {
        const { findings } = await lead().isRefused(
          'ARGUMENT_INVALID',
          'removeAtFamilysRequest',
          removal(more),
          'FamilyRemovalChanged { removal }',
        );
        expect(findings.map(({ part }) => part)).toEqual(['viable']);
      }
      expect(await goesOn()).toEqual([]);
      await reader(sian).reads(okafor);
    },
  );
}
