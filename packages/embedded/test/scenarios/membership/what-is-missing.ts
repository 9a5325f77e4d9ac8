import { REFUSALS } from '@postern/errors';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { dateFromNow, daysFromNow } from '../vocabulary/county-words.ts';
import type { Membership } from '../vocabulary/membership.ts';
import { Newcomers } from '../vocabulary/newcomers.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, grace, kwame } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = { shows: '... on AccessGrantChanged { grant { id } }' };
const MODULES = ['SYSTEM', 'DATA_AND_SECURITY'] as const;

/** Whoever is turned away is told everything that is missing at once, whatever state their account is in, and what to do. */
export function missingScenarios(scene: Scene, membership: Membership): void {
  const { given, reader } = scene;
  const newcomers = new Newcomers(scene, membership);
  const shown = (who: { readonly id: string }) =>
    given.changed('access.account', { id: who.id }, { second_factor_at: '2026-01-01' });
  const lapsed = (who: { readonly id: string }, module: (typeof MODULES)[number], days = 1) =>
    given.changed(
      'access.training',
      { account_id: who.id, module },
      { expires_on: dateFromNow(-days) },
    );
  const before = (who: { readonly id: string }) =>
    given.changed('access.acceptance', { account_id: who.id }, { version: '2021-03' });
  const keptAs = (who: { readonly id: string }) =>
    given.changed('access.account', { id: who.id }, { state: 'ACTIVE' });
  const trains = async (who: { readonly id: string }, module: string) =>
    carriedOut(
      await membership.account(prue, 'recordTraining', who.id, {
        module: { enum: module },
        completedOn: dateFromNow(0),
        expiresOn: dateFromNow(365),
      }),
    );
  const access = (who: { readonly id: string }) => ({
    practitioner: who.id,
    episode: okafor.id,
    role: 'TAF_MEMBER',
    workingRelationship: 'Works with Chidi at school.',
    endsAt: daysFromNow(60),
    reason: 'as the plan has it',
    idempotencyKey: crypto.randomUUID(),
  });
  /** Told alike at the gate and of one's own account. */
  const isTold = async (
    who: { readonly subject: string },
    told: Readonly<Record<string, readonly string[]>>,
  ): Promise<void> => {
    const { body } = await reader(who).asks('{ episodes { edges { node { id } } } }');
    expect(body.data ?? null).toBeNull();
    const { code, missing, modules, versions, remedy } = body.errors?.[0]?.extensions ?? {};
    expect({ missing, modules, versions }).toEqual({
      modules: undefined,
      versions: undefined,
      ...told,
    });
    expect(code).toBe(told['missing']?.[0]);
    const own = await reader(who).asks('{ myAccount { missing modules versions next } }');
    expect(own.body.data.myAccount).toEqual({ modules: [], versions: [], ...told, next: remedy });
  };

  scenario(
    {
      clause: 'SHR-8.2.1j',
      outcome: 'granted',
      that: 'whom to turn to about access is in the agreement, for everybody who is let in',
    },
    async () => {
      const { body } = await reader(grace).asks(
        '{ agreements { key contacts { name says clause } } }',
      );
      const own = body.data.agreements.find((each: Answered) => each.key === 'SHROPSHIRE_ISA');
      expect(own.contacts).toContainEqual({
        name: 'Supporting Families team',
        says: 'problems with access',
        clause: 'SHR-8.2.1j',
      });
    },
  );
  scenario(
    {
      clause: 'SHR-8.2.1j',
      outcome: 'denied',
      that: 'whoever is turned away reads nothing, and is told what to do, who helps with it, and whom to ring where it cannot wait',
    },
    async () => {
      await lapsed(grace, 'SYSTEM');
      const { body } = await reader(grace).asks('{ agreements { key } }');
      expect(body.data ?? null).toBeNull();
      const { code, remedy, urgent } = body.errors?.[0]?.extensions ?? {};
      expect(code).toBe('TRAINING_NOT_VALID');
      expect(remedy).toMatch(/host team/);
      expect(urgent).toMatch(/999.*front door/);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7d',
      outcome: 'denied',
      that: 'whose training ran out is told which module, before and after the account goes back for it',
    },
    async () => {
      await keptAs(grace);
      await shown(grace);
      await lapsed(grace, 'DATA_AND_SECURITY');
      const told = { missing: ['TRAINING_NOT_VALID'], modules: ['DATA_AND_SECURITY'] };
      await isTold(grace, told);
      await membership.later(0, 'TRAINING_EXPIRED');
      expect(await membership.stateOf('account', grace.id)).toBe('TRAINING');
      expect(await membership.told('TRAINING_EXPIRED')).toContainEqual({
        account: grace.id,
        address: null,
        params: { module: 'DATA_AND_SECURITY', until: dateFromNow(-1), page: '/training' },
      });
      await isTold(grace, told);
      await lapsed(grace, 'SYSTEM');
      await isTold(grace, { ...told, modules: MODULES });
      // Whoever would give her access is told the same of her.
      const { findings } = await commands(scene.gate(), prue, 'grantAccess', access(grace), GRANT);
      const remedies = findings.map(({ expected }: Answered) => expected);
      expect(remedies).toContain(REFUSALS.TRAINING_NOT_VALID.remedy);
      expect(remedies).not.toContain(REFUSALS.ACCOUNT_NOT_ACTIVE.remedy);
    },
  );
  scenario(
    {
      clause: 'SHR-8.3.7d',
      outcome: 'granted',
      that: 'whose training ran out reads on as soon as the host confirmed the module that the refusal named',
    },
    async () => {
      await keptAs(kwame);
      await shown(kwame);
      await lapsed(kwame, 'SYSTEM');
      await membership.later(0, 'TRAINING_EXPIRED');
      await isTold(kwame, { missing: ['TRAINING_NOT_VALID'], modules: ['SYSTEM'] });
      await trains(kwame, 'SYSTEM');
      await reader(kwame)
        .asks('{ me { id } }')
        .then(({ body }) => {
          expect(body.data.me.id).toBe(kwame.id);
        });
    },
  );

  scenario(
    {
      clause: 'SOM-8.9',
      outcome: 'denied',
      that: 'who has to accept a new version is told which one, before and after the account waits for it',
    },
    async () => {
      await keptAs(grace);
      await shown(grace);
      await before(grace);
      const told = { missing: ['ACCEPTANCE_MISSING'], versions: ['2024-10'] };
      await isTold(grace, told);
      await membership.later(0, 'ACCEPTANCE_LAPSED');
      expect(await membership.stateOf('account', grace.id)).toBe('UAA_PENDING');
      await isTold(grace, told);
    },
  );
  scenario(
    {
      clause: 'SOM-8.9',
      outcome: 'granted',
      that: 'of training, acceptance and second factor all that is missing is told at once, and one after the other is done as told',
    },
    async () => {
      await keptAs(grace);
      await given.changed('access.account', { id: grace.id }, { second_factor_at: null });
      // A day of its own: what fell due once is not fired for the same moment again.
      await lapsed(grace, 'SYSTEM', 2);
      await before(grace);
      await membership.later(0, 'TRAINING_EXPIRED');
      await isTold(grace, {
        missing: ['TRAINING_NOT_VALID', 'ACCEPTANCE_MISSING', 'SECOND_FACTOR_NOT_SHOWN'],
        modules: ['SYSTEM'],
        versions: ['2024-10'],
      });
      await trains(grace, 'SYSTEM');
      await isTold(grace, {
        missing: ['ACCEPTANCE_MISSING', 'SECOND_FACTOR_NOT_SHOWN'],
        versions: ['2024-10'],
      });
      const accepted = { version: '2024-10' };
      carriedOut(await newcomers.own(grace.subject, 'acceptUserAgreement', accepted));
      expect(await membership.stateOf('account', grace.id)).toBe('MFA_PENDING');
      await isTold(grace, { missing: ['SECOND_FACTOR_NOT_SHOWN'] });
      expect(await newcomers.confirms(grace.subject)).toEqual({ state: 'ACTIVE', missing: [] });
      await reader(grace).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7b',
      outcome: 'granted',
      that: 'what the partnership grants after training ran out counts for whoever comes in anew, as for whoever is in',
    },
    async () => {
      await scene.database().owner.run({
        text: "UPDATE access.figure SET value = 10 WHERE name = 'TRAINING_GRACE'",
        values: [],
      });
      await lapsed(grace, 'SYSTEM', 3);
      await given.changed(
        'access.account',
        { id: grace.id },
        { state: 'DISABLED_DORMANT', second_factor_at: '2026-01-01' },
      );
      const answer = await membership.account(prue, 'reactivateAccount', grace.id);
      await scene.database().owner.run({
        text: "UPDATE access.figure SET value = 0 WHERE name = 'TRAINING_GRACE'",
        values: [],
      });
      expect(carriedOut(answer).state).toBe('ACTIVE');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7f',
      outcome: 'denied',
      that: 'an account that no own step brings back is told so, and nobody is sent to a training for it',
    },
    async () => {
      await shown(grace);
      for (const state of ['LOCKED_DOWN', 'DISABLED_COMPROMISE', 'DISABLED_DORMANT', 'LEFT']) {
        await given.changed('access.account', { id: grace.id }, { state });
        await isTold(grace, { missing: ['ACCOUNT_NOT_ACTIVE'] });
      }
    },
  );
}
