import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { Help } from '../vocabulary/living-record.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { Transferring } from '../vocabulary/transferring.ts';

const { tom, dev, solveig } = cast.practitioners;

/** What follows a family that moved to another authority, and where nothing follows it to. */
export function outOfCountyScenarios(scene: Scene): void {
  const help = new Help(scene);
  const begun = async () => {
    const contact = await help.opensAsTeam();
    const ways = new Transferring(scene, { id: contact.episode });
    const [mother] = await ways.persons();
    const move = {
      episode: contact.episode,
      nation: 'WALES',
      authority: 'Llanfenni County Council',
      need: 'They asked that their new school knows of the plan.',
      consentBy: mother?.id,
      consentOn: dateFromNow(-1),
    };
    const proposes = (over: Readonly<Record<string, unknown>> = {}) =>
      ways.tries(tom, 'proposeTransferOutOfCounty', {
        ...move,
        idempotencyKey: crypto.randomUUID(),
        ...over,
      });
    return { ...contact, ways, proposes };
  };

  scenario(
    {
      clause: 'STA-6.0c',
      outcome: 'granted',
      that: 'what the family agreed to and somebody picked follows it to an authority in each of the four nations, and by which secure way is on record',
    },
    async () => {
      const { ways, proposes, reference } = await begun();
      for (const nation of ['ENGLAND', 'SCOTLAND', 'NORTHERN_IRELAND'])
        carriedOut(await proposes({ nation }));
      const { transfer } = carriedOut(await proposes());
      carriedOut(await ways.picks(tom, transfer, [await ways.need()]));
      carriedOut(await ways.steps(dev, 'approveTransfer', transfer));
      const channel = { channel: enumOf('SECURE_EMAIL') };
      const sent = carriedOut(await ways.steps(tom, 'recordSentOutOfCounty', transfer, channel));
      expect(sent).toMatchObject({ state: 'SENT', grant: null });
      expect(await ways.status()).toBe('OPEN_TAF');
      // Nobody reads by it: social care was sent nothing.
      const { body } = await scene
        .reader(solveig)
        .for('SAFEGUARDING')
        .asks(`{ episode(reference: "${reference}") { status } }`);
      expect(body.data.episode).toBeNull();
    },
  );

  scenario(
    {
      clause: 'STA-6.0c',
      outcome: 'denied',
      that: 'nothing leaves the United Kingdom, nothing goes without somebody of the family having agreed, and none of it goes to social care by that',
    },
    async () => {
      const { ways, proposes } = await begun();
      for (const nation of ['IRELAND', 'FRANCE', 'JERSEY', 'United Kingdom', 'wales'])
        expect(await proposes({ nation })).toMatchObject({
          code: 'NATION_NOT_PERMITTED',
          about: ['ENGLAND', 'SCOTLAND', 'WALES', 'NORTHERN_IRELAND'],
        });
      const stranger = cast.families.okafor.persons.ngozi.id;
      expect((await proposes({ consentBy: stranger })).code).toBe('RECORD_UNKNOWN');
      expect((await proposes({ consentOn: dateFromNow(1) })).code).toBe('ARGUMENT_INVALID');
      const { transfer } = carriedOut(await proposes());
      carriedOut(await ways.picks(tom, transfer, [await ways.need()]));
      carriedOut(await ways.steps(dev, 'approveTransfer', transfer));
      expect((await ways.sends(tom, transfer)).code).toBe('STEP_NOT_POSSIBLE');
      const nations = await scene.database().owner.run<{ refused: boolean }>({
        text: `SELECT pg_get_constraintdef(oid) ~ 'ENGLAND.*SCOTLAND.*WALES.*NORTHERN_IRELAND' AS refused FROM pg_constraint WHERE conname = 'transfer_nation'`,
        values: [],
      });
      expect(nations).toEqual([{ refused: true }]);
    },
  );
}
