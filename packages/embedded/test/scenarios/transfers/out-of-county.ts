import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow, daysFromNow } from '../vocabulary/county-words.ts';
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
      const other = { channel: enumOf('BY_HAND') };
      const again = await ways.steps(tom, 'recordSentOutOfCounty', transfer, other);
      expect(again.code).toBe('STEP_NOT_POSSIBLE');
      const kept = await scene.database().owner.run({
        text: 'SELECT channel, revision FROM partners.transfer WHERE id = $1',
        values: [transfer],
      });
      expect(kept).toEqual([{ channel: 'SECURE_EMAIL', revision: sent.revision }]);
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

  scenario(
    {
      clause: 'SHR-3.4.3c',
      outcome: 'denied',
      that: 'that something follows a family is agreed to by nobody who could not sign for themselves: no child, no young person of whom it was not decided that they can, nobody who has died',
    },
    async () => {
      const { ways, proposes, episode } = await begun();
      const [mother, child] = await ways.persons();
      const consentBy = child?.id;
      expect((await proposes({ consentBy })).code).toBe('SIGNER_NOT_ENTITLED');
      await scene.given.changed(
        'families.person',
        { id: consentBy },
        { date_of_birth: '2011-03-04' },
      );
      expect((await proposes({ consentBy })).code).toBe('SIGNER_NOT_ENTITLED');
      const part = { episode_id: episode, person_id: consentBy };
      await scene.given.added('families.agreement_part', {
        ...part,
        ...{ id: crypto.randomUUID(), agreement_id: crypto.randomUUID(), state: 'SIGNED' },
        ...{ agrees: true, directly_supported: true, co_signature_due: false, review_due: false },
        ...{ changed_at: daysFromNow(-1), recorded_at: daysFromNow(-1), nature: 'FACT' },
        ...{ recorded_by: tom.id, agency_id: tom.agency.id },
      });
      expect((await proposes({ consentBy })).code).toBe('SIGNER_NOT_ENTITLED');
      const decided = {
        competence: 'COMPETENT',
        competence_reason: 'Asked.',
        competence_by: tom.id,
      };
      await scene.given.changed('families.agreement_part', part, decided);
      carriedOut(await proposes({ consentBy }));
      await scene.given.changed('families.agreement_part', part, { agrees: false });
      expect((await proposes({ consentBy })).code).toBe('SIGNER_NOT_ENTITLED');
      await scene.given.changed(
        'families.person',
        { id: mother?.id },
        { deceased_on: dateFromNow(-3) },
      );
      expect((await proposes()).code).toBe('SIGNER_NOT_ENTITLED');
    },
  );
}
