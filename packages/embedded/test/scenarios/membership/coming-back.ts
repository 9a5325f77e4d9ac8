import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut, commands } from '../../machines/commands.ts';
import { expectChain, recordedOf } from '../../machines/walking.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Membership } from '../vocabulary/membership.ts';
import { Newcomers } from '../vocabulary/newcomers.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, caspar, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = { shows: '... on AccessGrantChanged { grant { id } }' };

/** How people come back who left, and what becomes of an address that somebody else has now. */
export function comingBackScenarios(scene: Scene, membership: Membership): void {
  const { reader } = scene;
  const newcomers = new Newcomers(scene, membership);
  const { nominee } = newcomers;
  const leaves = async (account: string) =>
    carriedOut(await membership.account(caspar, 'reportLeaver', account));
  const asks = (account: string) => ({
    practitioner: account,
    episode: okafor.id,
    role: 'TAF_MEMBER',
    workingRelationship: 'Works with Chidi at school.',
    endsAt: daysFromNow(60),
    reason: 'as the plan has it',
    idempotencyKey: crypto.randomUUID(),
  });
  const grants = (account: string) =>
    commands(scene.gate(), prue, 'grantAccess', asks(account), GRANT);
  const rowOf = async (account: string) => {
    const [row] = await scene.database().owner.run<{ state: string; subject: string | null }>({
      text: 'SELECT state, subject FROM access.account WHERE id = $1',
      values: [account],
    });
    return row;
  };
  /** Somebody who worked on the family’s case, and left. */
  const whoLeft = async (subject: string, email: string): Promise<string> => {
    const invited = await newcomers.invited(nominee(email));
    await newcomers.enrols(subject, invited);
    carriedOut(await grants(invited.account));
    await reader({ subject }).reads(okafor);
    await leaves(invited.account);
    return invited.account;
  };

  scenario(
    {
      clause: 'SHR-8.4.2e',
      outcome: 'granted',
      that: 'who left and comes back is nominated, invited and given access anew, by the same address and sign-in',
    },
    async () => {
      const email = 'rowan.back@fernhollow.example';
      const before = await whoLeft('rowan', email);
      const again = await newcomers.invited(nominee(email));
      expect(again.account).not.toBe(before);
      await newcomers.enrols('rowan', again);
      await reader({ subject: 'rowan' }).findsNothingOf(okafor);
      carriedOut(await grants(again.account));
      await reader({ subject: 'rowan' }).reads(okafor);
      expect(await rowOf(again.account)).toEqual({ state: 'ACTIVE', subject: 'rowan' });
      expect(await rowOf(before)).toEqual({ state: 'LEFT', subject: null });
      const steps = await recordedOf(scene.database().owner, before);
      expectChain(steps);
      expect(steps.at(-1)).toMatchObject({
        move: 'RELEASE_SIGN_IN',
        after: 'LEFT',
        actor: again.account,
        onBehalfOf: 'SELF',
      });
    },
  );
  scenario(
    {
      clause: 'SHR-8.4.2e',
      outcome: 'denied',
      that: 'nothing of what somebody could do before they left comes back with them: no grant, no role, no account',
    },
    async () => {
      const email = 'rowan.gone@fernhollow.example';
      const before = await whoLeft('rowan-gone', email);
      await reader({ subject: 'rowan-gone' }).isRefused('ACCOUNT_NOT_ACTIVE');
      const again = await newcomers.invited(nominee(email));
      const taken = await newcomers.own('rowan-gone', 'acceptInvitation', { code: again.code });
      expect(carriedOut(taken)).toEqual({
        __typename: 'EnrolmentChanged',
        state: 'TRAINING',
        missing: [
          'TRAINING SYSTEM',
          'TRAINING DATA_AND_SECURITY',
          'USER_AGREEMENT 2024-10',
          'SECOND_FACTOR',
        ],
      });
      expect(await membership.grantsOf(before)).toEqual(['REVOKED USER_LEFT']);
      expect(await membership.grantsOf(again.account)).toEqual([]);
      const held = await scene.database().owner.run({
        text: 'SELECT role FROM access.role_holding WHERE account_id = $1',
        values: [again.account],
      });
      expect(held).toEqual([]);
      for (const command of ['reactivateAccount', 'unlockAccount', 'invitePractitioner'])
        expect(await membership.account(prue, command, before)).toMatchObject({
          code: 'STEP_NOT_POSSIBLE',
        });
      expect((await grants(before)).code).toBe('RECORD_UNKNOWN');
    },
  );

  scenario(
    {
      clause: 'SHR-8.1c',
      outcome: 'granted',
      that: 'an address that somebody gave up who left may be another person’s, who knows nothing of the account before',
    },
    async () => {
      const email = 'rowan.handed-on@fernhollow.example';
      const before = await whoLeft('rowan-before', email);
      const next = await newcomers.invited({ ...nominee(email), name: 'Alder Quince' });
      await newcomers.enrols('alder', next);
      const { body } = await reader({ subject: 'alder' }).asks('{ me { id name email } }');
      expect(body.data.me).toEqual({ id: next.account, name: 'Alder Quince', email });
      await reader({ subject: 'alder' }).findsNothingOf(okafor);
      await reader({ subject: 'rowan-before' }).isRefused('ACCOUNT_NOT_ACTIVE');
      expect(await rowOf(before)).toEqual({ state: 'LEFT', subject: 'rowan-before' });
    },
  );
  scenario(
    {
      clause: 'SHR-8.1c',
      outcome: 'denied',
      that: 'no two who work have one address, be they named at once, and who was only locked keeps theirs and the sign-in',
    },
    async () => {
      const email = 'rowan.kept@fernhollow.example';
      const both = await Promise.all(
        ['Rowan Kept', 'Rowan Other'].map((name) =>
          membership.nominates(caspar, { ...nominee(email), name }),
        ),
      );
      expect(both.map(({ code = '' }) => code).sort()).toEqual(['', 'EMAIL_IN_USE']);
      const [kept] = both.filter(({ account }) => account !== undefined);
      carriedOut(await membership.account(prue, 'invitePractitioner', kept.account));
      const code = await newcomers.codeOf(email);
      await newcomers.enrols('rowan-kept', { account: kept.account, code });
      carriedOut(await membership.account(prue, 'lockDownAccount', kept.account));
      expect(await membership.nominates(caspar, nominee(email))).toMatchObject({
        code: 'EMAIL_IN_USE',
      });
      const other = await newcomers.invited(nominee('rowan.other@fernhollow.example'));
      for (const subject of ['rowan-kept', grace.subject])
        expect(
          await newcomers.own(subject, 'acceptInvitation', { code: other.code }),
        ).toMatchObject({ code: 'CREDENTIAL_IN_USE' });
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'a relationship with a family that somebody declared bars them still when they come back',
    },
    async () => {
      const email = 'rowan.related@fernhollow.example';
      const invited = await newcomers.invited(nominee(email));
      await newcomers.enrols('rowan-related', invited);
      carriedOut(await grants(invited.account));
      carriedOut(
        await commands(
          scene.gate(),
          { subject: 'rowan-related' },
          'declareConflict',
          { episode: okafor.id, reason: 'A cousin.', idempotencyKey: crypto.randomUUID() },
          { shows: '... on ConflictChanged { conflict }', purpose: 'COORDINATE_SUPPORT' },
        ),
      );
      await leaves(invited.account);
      const again = await newcomers.invited(nominee(email));
      await newcomers.enrols('rowan-related', again);
      const refused = await grants(again.account);
      expect(refused.code).toBe('GRANT_NOT_POSSIBLE');
      const [conflict] = await scene.database().owner.run<{ id: string }>({
        text: 'SELECT id FROM access.conflict_of_interest WHERE account_id = $1 AND ended_at IS NULL',
        values: [again.account],
      });
      expect(await recordedOf(scene.database().owner, conflict?.id ?? '')).toMatchObject([
        { machine: 'CONFLICT', move: 'DECLARE', after: 'DECLARED', actor: again.account },
      ]);
    },
  );
}
