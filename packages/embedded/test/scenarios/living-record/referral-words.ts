import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { HEATH, Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, dev } = cast.practitioners;

const HEALTH = 'Jory was diagnosed with epilepsy in May.';

/** What is written when a family is referred, and when that is answered, is looked through as anything else is. */
export function referralWordsScenarios(scene: Scene): void {
  const help = new Help(scene);
  const rows = <Row extends object>(text: string, ...values: readonly unknown[]) =>
    scene.database().owner.run<Row>({ text, values: [...values] as never });
  const passagesOf = (referral: string) =>
    rows<object>(
      `SELECT text, row_class AS class, recorded_by AS "by", cardinality(concerns) AS persons, subject FROM episodes.case_note
        WHERE passage_of = $1 ORDER BY subject`,
      referral,
    );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'granted',
      that: 'what a referral reveals of health is split off from its reasons, by whoever refers, and from what is recommended, by whoever answers',
    },
    async () => {
      const { referral: made } = await help.triesToRefer(grace, {
        splitOff: [{ field: 'reasons', class: 'HEALTH', text: HEALTH }],
      });
      expect(made.reasons).toBe(HEATH.reasons);
      const { episode, reference } = await help.contactOf(made.id);
      const told = {
        text: HEALTH,
        class: 'SPECIAL_CATEGORY:HEALTH',
        by: grace.id,
        persons: HEATH.persons.length,
        subject: 'Referral.reasons',
      };
      expect(await passagesOf(made.id)).toEqual([told]);
      await help.admits(dev, 'EHAST_PRACTITIONER', episode);
      const { body } = await scene
        .reader(dev)
        .asks(`{ episode(reference: "${reference}") { id caseNotes { id text } } }`);
      expect(body.data.episode.id).toBe(episode);
      expect(JSON.stringify(body.data.episode)).not.toContain('epilepsy');
      await help.takes(dev, 'screenContact', episode);
      const advised = { field: 'recommendations', class: { enum: 'HEALTH' }, text: 'Ask of fits.' };
      const { referral } = await help.answers(dev, made.id, 'ACCEPTED', 'Meet the family first.', {
        splitOff: [advised],
      });
      expect(referral.recommendations).toBe('Meet the family first.');
      expect(await passagesOf(made.id)).toEqual([
        told,
        { ...told, text: advised.text, by: dev.id, subject: 'Referral.recommendations' },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'a referral that may reveal health takes nobody in until somebody says which it is, and none is answered so',
    },
    async () => {
      const families = () => rows('SELECT id FROM families.family');
      const before = (await families()).length;
      const refused = await help.triesToRefer(grace, { reasons: `${HEATH.reasons} ${HEALTH}` });
      expect(refused.code).toBe('FREE_TEXT_REVEALS');
      expect(refused.findings).toEqual([expect.objectContaining({ part: 'refer.reasons' })]);
      expect(JSON.stringify(refused)).not.toContain('epilepsy');
      expect(await families()).toHaveLength(before);
      const { episode, referral } = await help.refers();
      await help.admits(dev, 'EHAST_PRACTITIONER', episode);
      await help.takes(dev, 'screenContact', episode);
      expect((await help.answers(dev, referral, 'ACCEPTED', HEALTH)).code).toBe(
        'FREE_TEXT_REVEALS',
      );
      const looked = await help.answers(dev, referral, 'ACCEPTED', HEALTH, {
        revealsNothing: true,
      });
      expect(looked.referral).toMatchObject({ recommendations: HEALTH });
    },
  );
}
