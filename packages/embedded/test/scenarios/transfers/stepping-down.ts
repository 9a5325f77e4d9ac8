import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow, daysFromNow } from '../vocabulary/county-words.ts';
import { Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { Transferring } from '../vocabulary/transferring.ts';

const { tom, dev, gideon, joel, solveig } = cast.practitioners;

/** How a family comes back from social care, and what whoever received something may do with it. */
export function steppingDownScenarios(scene: Scene): void {
  const { reader } = scene;
  const help = new Help(scene);
  const begun = async () => {
    const contact = await help.opensAsTeam();
    const ways = new Transferring(scene, { id: contact.episode });
    const transfer = await ways.received([await ways.need()]);
    const [mother] = await ways.persons();
    return { ...contact, ways, transfer, mother: mother as { id: string } };
  };
  const closedOn = dateFromNow(-2);
  const wishOn = dateFromNow(-1);

  scenario(
    {
      clause: 'SHR-3.4.10d',
      outcome: 'granted',
      that: 'social care has closed its work and the mother wishes for early help: the episode is open again, and social care reads nothing of it',
    },
    async () => {
      const { ways, transfer, mother, reference } = await begun();
      carriedOut(await ways.steps(solveig, 'recordSocialCareClosed', transfer, { closedOn }));
      const wish = { person: mother.id, wishOn };
      carriedOut(await ways.steps(tom, 'recordStepDownWish', transfer, wish));
      const answer = carriedOut(await ways.steps(solveig, 'stepDown', transfer));
      expect(answer.state).toBe('STEPPED_DOWN');
      expect(await ways.status()).toBe('OPEN');
      const ask = `{ episode(reference: "${reference}") { status } }`;
      const theirs = await reader(solveig).for('SAFEGUARDING').asks(ask);
      expect(theirs.body.data.episode).toBeNull();
      const ours = await reader(joel).for('ENGAGE_FAMILY').asks(ask);
      expect(ours.body.data.episode).toEqual({ status: 'OPEN' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10d',
      outcome: 'denied',
      that: 'not while social care goes on, not without the family’s wish, not by days to come, and nobody but who received it says that it has closed',
    },
    async () => {
      const { ways, transfer, mother } = await begun();
      const missing = async () => {
        const answer = await ways.steps(tom, 'stepDown', transfer);
        expect(answer.code).toBe('STEP_DOWN_NOT_POSSIBLE');
        expect(await ways.status()).toBe('STEPPED_UP');
        return answer.findings.map(({ expected }: { expected: string }) => expected);
      };
      expect(await missing()).toHaveLength(2);
      const wish = { person: mother.id, wishOn };
      carriedOut(await ways.steps(solveig, 'recordStepDownWish', transfer, wish));
      expect(await missing()).toEqual([expect.stringContaining('social care closed')]);
      for (const [who, over, code] of [
        [tom, {}, 'ROLE_NOT_PERMITTED'],
        [gideon, {}, 'ROLE_NOT_PERMITTED'],
        [solveig, { closedOn: dateFromNow(1) }, 'ARGUMENT_INVALID'],
      ] as const)
        expect(
          (await ways.steps(who, 'recordSocialCareClosed', transfer, { closedOn, ...over })).code,
        ).toBe(code);
      const stranger = { person: cast.families.okafor.persons.chidi.id, wishOn };
      expect((await ways.steps(tom, 'recordStepDownWish', transfer, stranger)).code).toBe(
        'RECORD_UNKNOWN',
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10d',
      outcome: 'granted',
      that: 'of several transfers each has to be closed there; then all of them end in one',
    },
    async () => {
      const { ways, transfer, mother, episode } = await begun();
      const further = await ways.received([await ways.need('FAMILY_RELATIONSHIPS')]);
      carriedOut(await ways.steps(solveig, 'recordSocialCareClosed', transfer, { closedOn }));
      const wish = { person: mother.id, wishOn };
      carriedOut(await ways.steps(tom, 'recordStepDownWish', transfer, wish));
      const early = await ways.steps(tom, 'stepDown', transfer);
      expect(early.findings).toEqual([
        expect.objectContaining({ expected: expect.stringContaining('every transfer') }),
      ]);
      carriedOut(await ways.steps(solveig, 'recordSocialCareClosed', further, { closedOn }));
      carriedOut(await ways.steps(tom, 'stepDown', transfer));
      for (const each of [transfer, further])
        expect((await ways.stands(each)).state).toBe('STEPPED_DOWN');
      expect(await ways.status()).toBe('OPEN');
      const left = await scene.database().owner.run({
        text: `SELECT held.id FROM access.access_grant held WHERE episode_id = $1 AND role = 'SOCIAL_CARE_WORKER' AND revoked_at IS NULL
          UNION ALL SELECT id FROM access.proceeding WHERE episode_id = $1 AND closed_at IS NULL`,
        values: [episode],
      });
      expect(left).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10d',
      outcome: 'denied',
      that: 'what went and why is told to who received it while they read by it, and to who approves such while it goes on or had a part in it',
    },
    async () => {
      const { ways, transfer, mother, episode } = await begun();
      const told = async (who: Asking, purpose: Purpose = 'ENGAGE_FAMILY') => {
        const { body } = await reader(who).for(purpose).asks('{ transfers { transfer need } }');
        expect(body.errors).toBeUndefined();
        const all = body.data.transfers as { transfer: string }[];
        return all.some((each) => each.transfer === transfer);
      };
      const all = async () => [
        await told(solveig, 'SAFEGUARDING'),
        await told(gideon),
        await told(dev),
      ];
      expect(await all()).toEqual([true, true, true]);
      const of = { episode_id: episode, account_id: solveig.id };
      await scene.given.changed('access.access_grant', of, { suspended_at: daysFromNow(-1) });
      expect(await all()).toEqual([false, true, true]);
      await scene.given.changed('access.access_grant', of, { suspended_at: null });
      carriedOut(await ways.steps(solveig, 'recordSocialCareClosed', transfer, { closedOn }));
      const wish = { person: mother.id, wishOn };
      carriedOut(await ways.steps(tom, 'recordStepDownWish', transfer, wish));
      carriedOut(await ways.steps(tom, 'stepDown', transfer));
      expect(await all()).toEqual([false, false, true]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10d',
      outcome: 'granted',
      that: 'a family that early help does not know is taken in from social care, with when that closed and since when the family wishes for help',
    },
    async () => {
      const steppedDown = { closedOn, wishOn };
      const over = { source: 'SOCIAL_CARE', steppedDown };
      const taken = await help.triesToRefer(solveig, over, 'SAFEGUARDING');
      expect(taken.code).toBeUndefined();
      const [step] = await scene.database().owner.run({
        text: `SELECT after, details FROM partners.access_event WHERE actor_id = $1 AND machine = 'EPISODE' AND move = 'REFER' ORDER BY position DESC`,
        values: [solveig.id],
      });
      const details = { socialCareClosedOn: closedOn, familyWishOn: wishOn };
      expect(step).toEqual({ after: 'CONTACT', details });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10d',
      outcome: 'denied',
      that: 'social care takes nobody in whose work there goes on or who does not wish it, whatever source it names',
    },
    async () => {
      for (const [source, steppedDown] of [
        ['SOCIAL_CARE', null],
        ['SOCIAL_CARE', { closedOn }],
        ['PARTNER', { wishOn }],
        ['OTHER', { closedOn: dateFromNow(3), wishOn }],
      ] as const) {
        const over = { source, steppedDown };
        const answer = await help.triesToRefer(solveig, over, 'SAFEGUARDING');
        expect(answer.code).toBe('STEP_DOWN_NOT_POSSIBLE');
      }
    },
  );

  scenario(
    {
      clause: 'SHR-SIG-b',
      outcome: 'granted',
      that: 'what was received is passed on to the one to whom the council agreed in writing before, under an agreement changed for it; once',
    },
    async () => {
      const { ways, transfer } = await begun();
      const recipient = 'Harbour Fostering';
      const consent = { recipient, letter: 'Letter 12/26', amendedOn: wishOn };
      carriedOut(await ways.steps(gideon, 'consentToOnwardDisclosure', transfer, consent));
      carriedOut(await ways.steps(solveig, 'recordOnwardDisclosure', transfer, { recipient }));
      const again = await ways.steps(solveig, 'recordOnwardDisclosure', transfer, { recipient });
      expect(again.code).toBe('ONWARD_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SHR-SIG-b',
      outcome: 'denied',
      that: 'to nobody without that word, to no other than it names, under no agreement as it was; and nobody but the council says it',
    },
    async () => {
      const { ways, transfer } = await begun();
      const passes = async (recipient: string) => {
        const answer = await ways.steps(solveig, 'recordOnwardDisclosure', transfer, { recipient });
        expect(answer.code).toBe('ONWARD_NOT_PERMITTED');
        return answer.findings.length;
      };
      expect(await passes('Harbour Fostering')).toBe(2);
      const consent = { recipient: 'Harbour Fostering', letter: 'Letter 12/26' };
      for (const who of [solveig, tom])
        expect((await ways.steps(who, 'consentToOnwardDisclosure', transfer, consent)).code).toBe(
          'ROLE_NOT_PERMITTED',
        );
      carriedOut(await ways.steps(gideon, 'consentToOnwardDisclosure', transfer, consent));
      expect(await passes('Harbour Fostering')).toBe(1);
      expect(await passes('Another Fostering')).toBe(2);
    },
  );
}
