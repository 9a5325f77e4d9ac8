import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow, daysFromNow } from '../vocabulary/county-words.ts';
import { Extracting } from '../vocabulary/extracting.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { halima, desmond } = cast.practitioners;
const family = cast.families.nettlefold;

/** What one body or analyst holds at once, and until when. */
export function heldTogetherScenarios(scene: Scene): void {
  const ways = new Extracting(scene);
  const ofWork = { body: enumOf('DWP'), analysts: [desmond.id] };

  scenario(
    {
      clause: 'DEV-A7d',
      outcome: 'granted',
      that: 'two bodies that share no analyst hold extracts of the same months, and a body has another once it is certified that it destroyed the first',
    },
    async () => {
      const first = await ways.sent(await ways.signed());
      const other = await ways.signed(ofWork);
      expect(carriedOut(await ways.makes(other, {}, desmond)).state).toBe('EXTRACTED');
      const again = await ways.signed();
      expect((await ways.makes(again)).code).toBe('EXTRACT_OVERLAPS');
      await ways.destroyed(first);
      await ways.made(again);
    },
  );

  scenario(
    {
      clause: 'DEV-A7d',
      outcome: 'denied',
      that: 'no body and no analyst holds two of the same months, under whatever agreements or themes and with whatever columns: a family that is in one and not in the other cannot be told by subtracting them',
    },
    async () => {
      const before = await ways.signed();
      await ways.sent(before);
      await scene.given.added('access.processing_restriction', {
        ...{ id: crypto.randomUUID(), person_id: family.persons.child.id },
        ...{ coordinates: ['Person.sex'], starts_at: '2026-01-01T00:00:00Z' },
      });
      const sameBody = await ways.signed({ analysts: [desmond.id] });
      expect((await ways.makes(sameBody, {}, desmond)).code).toBe('EXTRACT_OVERLAPS');
      const sameAnalyst = await ways.signed({ body: enumOf('DWP') });
      const columns = { fields: [enumOf('OPENED')] };
      for (const over of [{}, columns, { unit: enumOf('PERSON') }, { from: '2026-05' }])
        expect(await ways.makes(sameAnalyst, over)).toMatchObject({
          code: 'EXTRACT_OVERLAPS',
          remedy: expect.stringContaining('recordExtractDestroyed'),
        });
      // Halima and Desmond are both named in it.
      expect((await ways.makes(await ways.approved())).code).toBe('EXTRACT_OVERLAPS');
    },
  );

  scenario(
    {
      clause: 'DEV-A7d',
      outcome: 'denied',
      that: 'whoever is named for an extract does not certify that it is destroyed, whatever else their office is',
    },
    async () => {
      const extract = await ways.sent(await ways.signed());
      await scene.given.added('access.role_holding', {
        ...{ id: crypto.randomUUID(), account_id: halima.id, role: 'EARLY_HELP_MANAGER' },
        starts_at: daysFromNow(-30),
      });
      expect((await ways.destroys(extract, 2, halima)).code).toBe('SECOND_PERSON');
      await ways.destroyed(extract);
    },
  );

  scenario(
    {
      clause: 'DEV-A7d',
      outcome: 'denied',
      that: 'after the day by which it is destroyed nothing is made, sent or downloaded, though what it rests on goes on and nobody has marked it as due',
    },
    async () => {
      const agreed = await ways.signed();
      const sent = await ways.sent(agreed);
      const other = await ways.signed(ofWork);
      const { extract: unsent } = carriedOut(await ways.makes(other, {}, desmond));
      scene.clock.set(new Date(`${dateFromNow(20)}T22:00:00Z`));
      expect((await ways.part(halima, sent)).code).toBeUndefined();
      scene.clock.set(new Date(`${dateFromNow(21)}T09:00:00Z`));
      expect((await ways.part(halima, sent)).code).toBe('EXTRACT_NOT_THERE');
      const days = `a day from ${dateFromNow(-30)} to ${dateFromNow(20)}`;
      expect(await ways.sends(unsent, 1, desmond)).toMatchObject({
        code: 'EXTRACT_NOT_POSSIBLE',
        findings: [{ expected: days }],
      });
      expect(await ways.against(agreed, { from: '2019-01', to: '2019-12' })).toEqual([days]);
    },
  );
}
