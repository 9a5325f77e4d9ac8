import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import type { Membership } from '../vocabulary/membership.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, dorothea, adaline, barnaby } = cast.practitioners;
const STOPPING = [
  'lockDownAccount',
  'disableCompromised',
  'reportLeaver',
  'endForTermsBreach',
] as const;

/** Those who watch over whoever gives access are not taken out of the way by whom they watch. */
export function watcherScenarios(scene: Scene, membership: Membership): void {
  const { given } = scene;
  const comesBack = (account: { readonly id: string }) =>
    given.changed('access.account', { id: account.id }, { state: 'ACTIVE', revision: 1 });

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the host locks one of two administrators; the last who holds such an office is locked by another watcher',
    },
    async () => {
      for (const account of [adaline, dorothea]) await comesBack(account);
      carriedOut(await membership.account(adaline, 'lockDownAccount', dorothea.id));
      expect(await membership.stateOf('account', dorothea.id)).toBe('LOCKED_DOWN');
      carriedOut(await membership.account(prue, 'lockDownAccount', adaline.id));
      expect(await membership.stateOf('account', adaline.id)).toBe('LOCKED_DOWN');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'an officer of the host alone neither ends nor locks the account of the last data protection officer or administrator',
    },
    async () => {
      for (const account of [adaline, barnaby, dorothea]) await comesBack(account);
      carriedOut(await membership.account(gideon, 'lockDownAccount', barnaby.id));
      for (const [watcher, office] of [
        [dorothea, 'DATA_PROTECTION_OFFICER'],
        [adaline, 'ADMINISTRATOR'],
      ] as const)
        for (const command of STOPPING)
          for (const who of [prue, gideon]) {
            expect(await membership.account(who, command, watcher.id)).toMatchObject({
              code: 'LAST_OF_OFFICE',
              about: [office],
            });
            expect(await membership.stateOf('account', watcher.id)).toBe('ACTIVE');
          }
    },
  );

  const keepsRole = (account: { readonly id: string }) =>
    given.changed(
      'access.role_holding',
      { account_id: account.id },
      { ends_at: null, revision: 1 },
    );
  async function endsRole(who: typeof prue | typeof gideon, of: { readonly id: string }) {
    const [held] = await scene.database().owner.run<{ id: string; revision: number }>({
      text: 'SELECT id, revision FROM access.role_holding WHERE account_id = $1',
      values: [of.id],
    });
    const step = { holding: held?.id, expectedRevision: held?.revision, reason: 'moves on' };
    const shows = '... on RoleHoldingChanged { role state }';
    return commands(scene.gate(), who, 'endRole', step, { shows }) as Promise<Answered>;
  }

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the role of one of two administrators is ended, and of the one who is left once another holds it',
    },
    async () => {
      for (const account of [adaline, barnaby]) await keepsRole(account);
      carriedOut(await endsRole(gideon, barnaby));
      expect(await endsRole(gideon, adaline)).toMatchObject({ code: 'LAST_OF_OFFICE' });
      const given = {
        practitioner: barnaby.id,
        role: 'ADMINISTRATOR',
        reason: 'comes back to it',
        idempotencyKey: crypto.randomUUID(),
      };
      const shows = '... on RoleHoldingChanged { holding }';
      carriedOut(await commands(scene.gate(), gideon, 'assignRole', given, { shows }));
      expect(carriedOut(await endsRole(gideon, adaline)).state).toBe('ENDED');
      await scene.database().owner.run({
        text: 'DELETE FROM access.role_holding WHERE account_id = $1 AND ends_at IS NULL',
        values: [barnaby.id],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'nobody ends the role of the last administrator or data protection officer, whoever else holds it in a locked account only',
    },
    async () => {
      for (const account of [adaline, barnaby, dorothea]) await comesBack(account);
      await keepsRole(adaline);
      carriedOut(await membership.account(gideon, 'lockDownAccount', barnaby.id));
      for (const [who, watcher, office] of [
        [gideon, adaline, 'ADMINISTRATOR'],
        [adaline, dorothea, 'DATA_PROTECTION_OFFICER'],
      ] as const)
        expect(await endsRole(who, watcher)).toMatchObject({
          code: 'LAST_OF_OFFICE',
          about: [office],
        });
    },
  );
}
