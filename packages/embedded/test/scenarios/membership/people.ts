import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import type { Membership } from '../vocabulary/membership.ts';
import { Newcomers } from '../vocabulary/newcomers.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, caspar, grace, kwame, sian, marcus, bea } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

/** How people come to have an account, and lose it. */
export function peopleScenarios(scene: Scene, membership: Membership): void {
  const { given, reader } = scene;
  const newcomers = new Newcomers(scene, membership);
  const invited = (email: string) => newcomers.invited(newcomers.nominee(email));

  scenario(
    {
      clause: 'SHR-8.1c',
      outcome: 'granted',
      that: 'who is nominated at a personal address of the agency is invited there, and is let in once everything is done',
    },
    async () => {
      const { account, code } = await invited('wren.sallow@fernhollow.example');
      expect(carriedOut(await newcomers.own('wren', 'acceptInvitation', { code })).state).toBe(
        'TRAINING',
      );
      await newcomers.trained(account);
      expect(
        carriedOut(await newcomers.own('wren', 'acceptUserAgreement', { version: '2024-10' }))
          .state,
      ).toBe('MFA_PENDING');
      expect(await newcomers.confirms('wren')).toMatchObject({ state: 'ACTIVE' });
      await reader({ subject: 'wren' }).isRefused('ROLE_MISSING');
      const own = await reader({ subject: 'wren' }).asks('{ myAccount { missing } }');
      expect(own.body.data.myAccount.missing).toEqual(['ROLE_MISSING']);
      await newcomers.works(account);
      const { body } = await reader({ subject: 'wren' }).asks('{ me { email accountState } }');
      expect(body.data.me).toEqual({
        email: 'wren.sallow@fernhollow.example',
        accountState: 'ACTIVE',
      });
    },
  );
  scenario(
    {
      clause: 'SHR-8.1c',
      outcome: 'denied',
      that: 'a shared mailbox, an address of another domain and one that somebody has already are refused',
    },
    async () => {
      for (const email of ['office@fernhollow.example', 'wren@webmail.example'])
        expect(await membership.nominates(caspar, newcomers.nominee(email))).toMatchObject({
          code: 'ARGUMENT_INVALID',
          findings: [{ part: 'email' }],
        });
      expect(await membership.nominates(caspar, newcomers.nominee(grace.email))).toMatchObject({
        code: 'EMAIL_IN_USE',
      });
    },
  );

  for (const [clause, module, that] of [
    ['STA-6.0d', 'DATA_AND_SECURITY', 'data protection and confidentiality'],
    ['SHR-8.3.8a', 'SYSTEM', 'the system'],
  ] as const) {
    scenario(
      { clause, outcome: 'granted', that: `who completed the training in ${that} goes on` },
      async () => {
        const email = `wren.${clause.toLowerCase().replaceAll('.', '-')}@fernhollow.example`;
        const { account, code } = await invited(email);
        carriedOut(await newcomers.own(clause, 'acceptInvitation', { code }));
        await newcomers.trained(account);
        expect(await membership.stateOf('account', account)).toBe('UAA_PENDING');
      },
    );
    scenario(
      {
        clause,
        outcome: 'denied',
        that: `without training in ${that} nobody goes on, nobody confirms their own, and none that ran out is confirmed`,
      },
      async () => {
        const email = `wren.no-${clause.toLowerCase().replaceAll('.', '-')}@fernhollow.example`;
        const { account, code } = await invited(email);
        const subject = `no ${clause}`;
        carriedOut(await newcomers.own(subject, 'acceptInvitation', { code }));
        carriedOut(await newcomers.own(subject, 'acceptUserAgreement', { version: '2024-10' }));
        await newcomers.confirms(subject);
        expect(
          await membership.account(prue, 'recordTraining', account, {
            module: { enum: module },
            completedOn: '2025-06-01',
            expiresOn: '2026-05-31',
          }),
        ).toMatchObject({ code: 'ARGUMENT_INVALID', findings: [{ part: 'expiresOn' }] });
        expect(await membership.stateOf('account', account)).toBe('TRAINING');
        expect(
          await membership.account(prue, 'recordTraining', prue.id, {
            module: { enum: 'SYSTEM' },
            completedOn: '2026-06-01',
            expiresOn: '2027-06-01',
          }),
        ).toMatchObject({ code: 'OWN_ACCESS' });
      },
    );
  }

  scenario(
    {
      clause: 'SOM-8.9',
      outcome: 'granted',
      that: 'users of before accept the new version of the user agreement, and read on',
    },
    async () => {
      await given.changed('access.acceptance', { account_id: grace.id }, { version: '2021-03' });
      await membership.later(0, 'ACCEPTANCE_LAPSED');
      expect(await membership.stateOf('account', grace.id)).toBe('UAA_PENDING');
      await given.changed('access.account', { id: grace.id }, { second_factor_at: '2026-01-01' });
      carriedOut(await newcomers.own(grace.subject, 'acceptUserAgreement', { version: '2024-10' }));
      await reader(grace).reads(okafor);
    },
  );
  scenario(
    {
      clause: 'SOM-8.9',
      outcome: 'denied',
      that: 'users of before who did not accept the new version read nothing until they do',
    },
    async () => {
      await given.changed('access.acceptance', { account_id: kwame.id }, { version: '2021-03' });
      await given.changed('access.account', { id: kwame.id }, { revision: 1 });
      await reader(kwame).isRefused('ACCEPTANCE_MISSING');
      expect(
        await newcomers.own(kwame.subject, 'acceptUserAgreement', { version: '2021-03' }),
      ).toMatchObject({
        code: 'ARGUMENT_INVALID',
      });
      await reader(kwame).isRefused('ACCEPTANCE_MISSING');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7e',
      outcome: 'granted',
      that: 'an account with a grant on an open episode stays, however long, and one that was disabled is brought back by the host',
    },
    async () => {
      await given.changed(
        'access.account',
        { id: sian.id },
        { state: 'DISABLED_DORMANT', second_factor_at: '2026-01-01' },
      );
      await reader(sian).isRefused('ACCOUNT_NOT_ACTIVE');
      expect(carriedOut(await membership.account(prue, 'reactivateAccount', sian.id)).state).toBe(
        'ACTIVE',
      );
      await given.changed(
        'access.training',
        { account_id: marcus.id },
        { expires_on: '2060-01-01' },
      );
      await membership.later(800, 'ACCOUNT_DORMANT_SOON', 'ACCOUNT_DISABLED');
      expect(await membership.stateOf('account', marcus.id)).toBe('ACTIVE');
    },
  );
  scenario(
    {
      clause: 'SHR-8.3.7e',
      outcome: 'denied',
      that: 'twelve months without an open episode an account is disabled, a month after its owner was warned; an office’s is not',
    },
    async () => {
      await scene.database().owner.run({
        text: `UPDATE access.access_grant SET ends_at = '2026-06-17T10:00:00Z' WHERE account_id = $1
          AND (ends_at IS NULL OR ends_at > '2026-06-17T10:00:00Z')`,
        values: [kwame.id],
      });
      await given.changed(
        'access.training',
        { account_id: kwame.id },
        { expires_on: '2060-01-01' },
      );
      await membership.later(330, 'ACCOUNT_DORMANT_SOON');
      expect(await membership.stateOf('account', kwame.id)).toBe('ACTIVE');
      await membership.later(8, 'ACCOUNT_DORMANT_SOON');
      expect(await membership.stateOf('account', kwame.id)).toBe('DORMANT_WARNING');
      expect(await membership.told('ACCOUNT_DORMANT_SOON')).toContainEqual({
        account: kwame.id,
        address: null,
        params: { on: '2027-06-17', page: '/me' },
      });
      await membership.later(29, 'ACCOUNT_DISABLED');
      expect(await membership.stateOf('account', kwame.id)).toBe('DISABLED_DORMANT');
      await reader(kwame).isRefused('ACCOUNT_NOT_ACTIVE');
      expect(await membership.stateOf('account', gideon.id)).toBe('ACTIVE');
    },
  );
  scenario(
    {
      clause: 'SHR-8.3.7e',
      outcome: 'denied',
      that: 'access that was extended, and that nobody confirmed in time, keeps no account from being disabled',
    },
    async () => {
      await given.changed('access.account', { id: bea.id }, { state: 'ACTIVE', revision: 1 });
      await given.changed('access.training', { account_id: bea.id }, { expires_on: '2060-01-01' });
      await given.changed(
        'access.access_grant',
        { account_id: bea.id },
        { ends_at: '2060-01-01T00:00:00Z', confirm_by: '2026-06-17T10:00:00Z' },
      );
      await membership.later(330, 'ACCOUNT_DORMANT_SOON');
      expect(await membership.stateOf('account', bea.id)).toBe('ACTIVE');
      await membership.later(8, 'ACCOUNT_DORMANT_SOON');
      expect(await membership.stateOf('account', bea.id)).toBe('DORMANT_WARNING');
    },
  );
}
