import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
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
export function watcherScenarios({ given }: Scene, membership: Membership): void {
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
}
