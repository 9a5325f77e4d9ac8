import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { HEATH, Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, dev } = cast.practitioners;
const WORDS = 'The breakfast club.';

/** What is told by mail, and where what it is about is read. */
export function toldHereScenarios(scene: Scene): void {
  const help = new Help(scene);

  const answered = async (): Promise<string> => {
    const { referral, episode } = await help.refers();
    await help.admits(dev, 'EHAST_PRACTITIONER', episode);
    await help.takes(dev, 'screenContact', episode);
    await help.answers(dev, referral, 'SIGNPOSTED', WORDS);
    return referral;
  };
  const notices = () =>
    scene.database().owner.run<{ kind: string; to: string }>({
      text: 'SELECT kind, to_account AS to, params, secrets FROM scheduler.notice',
      values: [],
    });

  scenario(
    {
      clause: 'STA-6.1c',
      outcome: 'granted',
      that: 'whoever is told by mail that there is an answer reads it where the record is kept',
    },
    async () => {
      const referral = await answered();
      expect(await notices()).toContainEqual(
        expect.objectContaining({ kind: 'REFERRAL_ANSWERED', to: grace.id }),
      );
      const { body } = await scene
        .reader(grace)
        .for('ENGAGE_FAMILY')
        .asks('{ referrals(first: 100) { edges { node { id recommendations } } } }');
      expect(body.data.referrals.edges).toContainEqual({
        node: { id: referral, recommendations: WORDS },
      });
    },
  );

  scenario(
    {
      clause: 'STA-6.1c',
      outcome: 'denied',
      that: 'no mailbox is sent a word of it: no name, no reference of a record, nothing of what was answered',
    },
    async () => {
      const referral = await answered();
      const sent = await notices();
      expect(sent.length).toBeGreaterThan(2);
      const [episode] = await scene.database().owner.run<{ reference: string }>({
        text: 'SELECT of.reference FROM episodes.referral given JOIN episodes.episode of ON of.id = given.episode_id WHERE given.id = $1',
        values: [referral],
      });
      expect(episode?.reference).toMatch(/^EH-/);
      for (const word of [WORDS, 'breakfast', 'Marigold', 'Jory', HEATH.reasons, 'Tansy'])
        expect(JSON.stringify(sent)).not.toContain(word);
      expect(JSON.stringify(sent)).not.toContain(episode?.reference);
      expect(JSON.stringify(sent)).not.toContain(referral);
    },
  );
}
