import { isFault } from '@postern/errors';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { readMailSettings } from '../../../src/home/mail-settings.ts';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { Help } from '../vocabulary/living-record.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { Transferring } from '../vocabulary/transferring.ts';

const { tom, dev } = cast.practitioners;

const PRODUCTION = { production: true, home: '/srv/postern', url: 'http://localhost:4000' };
const MAIL = {
  POSTERN_MAIL_FROM: 'postern@county.example',
  POSTERN_PUBLIC_URL: 'https://postern.county.example',
};
const through = (url: string) => readMailSettings({ ...MAIL, POSTERN_SMTP_URL: url }, PRODUCTION);

/** By which ways anything leaves. */
export function securedScenarios(scene: Scene): void {
  const help = new Help(scene);

  /** A transfer to another authority that is approved, and how it is said to have gone. */
  const gone = async () => {
    const { episode } = await help.opensAsTeam();
    const ways = new Transferring(scene, { id: episode });
    const [mother] = await ways.persons();
    const { transfer } = carriedOut(
      await ways.tries(tom, 'proposeTransferOutOfCounty', {
        ...{ episode, nation: 'WALES', authority: 'Llanfenni County Council' },
        ...{ need: 'They asked for it.', consentBy: mother?.id, consentOn: dateFromNow(-1) },
        idempotencyKey: crypto.randomUUID(),
      }),
    );
    carriedOut(await ways.picks(tom, transfer, [await ways.need()]));
    carriedOut(await ways.steps(dev, 'approveTransfer', transfer));
    return (channel: string) =>
      ways.steps(tom, 'recordSentOutOfCounty', transfer, { channel: enumOf(channel) });
  };

  scenario(
    {
      clause: 'STA-4.0d',
      outcome: 'granted',
      that: 'mail leaves encrypted, and what goes to another authority goes by secure mail or a secure portal',
    },
    async () => {
      expect(through('smtps://postern@mail.county.example').kind).toBe('SMTP');
      expect(through('smtp://postern@mail.county.example?requireTLS=true').kind).toBe('SMTP');
      for (const channel of ['SECURE_EMAIL', 'SECURE_PORTAL'])
        expect(carriedOut(await (await gone())(channel)).state).toBe('SENT');
    },
  );

  scenario(
    {
      clause: 'STA-4.0d',
      outcome: 'denied',
      that: 'where mail would leave unencrypted nothing starts, and no way that is not secure can be said to have been taken',
    },
    async () => {
      for (const url of [
        'smtp://postern@mail.county.example',
        'smtp://postern@mail.county.example?requireTLS=false',
        'http://mail.county.example',
      ]) {
        const said = (() => {
          try {
            return through(url);
          } catch (thrown) {
            return thrown;
          }
        })();
        expect(isFault(said) && said.code, url).toBe('SETTING_INVALID');
      }
      const sends = await gone();
      for (const channel of ['EMAIL', 'FAX', 'POST', 'FILE_SHARE'])
        expect((await sends(channel)).turnedAway?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(carriedOut(await sends('SECURE_EMAIL')).state).toBe('SENT');
    },
  );
}
