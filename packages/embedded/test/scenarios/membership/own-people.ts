import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import type { Membership } from '../vocabulary/membership.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { caspar, grace, prue, sian } = cast.practitioners;
const STOPPING = [
  ['SHR-8.4.2e', 'reportLeaver', 'LEFT'],
  ['SHR-8.3.7g', 'lockDownAccount', 'LOCKED_DOWN'],
] as const;

/** A contact officer answers for the people of the own agency, whatever other offices they hold and whomever those see. */
export function ownPeopleScenarios({ given, database }: Scene, membership: Membership): void {
  const holds = (role: string) =>
    given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: caspar.id,
      role,
      starts_at: '2026-01-01T00:00:00Z',
    });
  const comesBack = async (account: { readonly id: string }) => {
    await given.changed('access.account', { id: account.id }, { state: 'ACTIVE', revision: 1 });
    await given.changed('partners.practitioner', { id: account.id }, { left_at: null });
  };
  const roles = async (account: string) =>
    database().owner.run({
      text: 'SELECT id, ends_at FROM access.role_holding WHERE account_id = $1 ORDER BY id',
      values: [account],
    });

  for (const [clause, command, state] of STOPPING) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: `a contact officer takes ${command} of somebody of the own agency, with another office as without`,
      },
      async () => {
        await holds('BUSINESS_UNIT');
        await comesBack(grace);
        carriedOut(await membership.account(caspar, command, grace.id));
        expect(await membership.stateOf('account', grace.id)).toBe(state);
      },
    );
    scenario(
      {
        clause,
        outcome: 'denied',
        that: `a contact officer takes ${command} of nobody of another agency whom another office of theirs sees`,
      },
      async () => {
        await holds('BUSINESS_UNIT');
        const before = await roles(sian.id);
        // Nor do they learn how it stands, whatever revision they name.
        for (const expectedRevision of [1, 99])
          expect(
            await membership.account(caspar, command, sian.id, { expectedRevision }),
          ).toMatchObject({ code: 'RECORD_UNKNOWN', revision: null });
        expect(await membership.stateOf('account', sian.id)).toBe('ACTIVE');
        expect(await roles(sian.id)).toEqual(before);
      },
    );
  }

  scenario(
    {
      clause: 'SHR-8.3.7g',
      outcome: 'granted',
      that: 'whoever guards the accounts of all agencies locks one of another, a contact officer beside that as well',
    },
    async () => {
      await holds('DATA_PROTECTION_OFFICER');
      await comesBack(sian);
      carriedOut(await membership.account(caspar, 'lockDownAccount', sian.id));
      expect(await membership.stateOf('account', sian.id)).toBe('LOCKED_DOWN');
      expect(await membership.account(caspar, 'reportLeaver', sian.id)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
    },
  );

  for (const [outcome, own] of [
    ['granted', true],
    ['denied', false],
  ] as const)
    scenario(
      {
        clause: 'SHR-8.1c',
        outcome,
        that: `an account is unlocked by a code to an address that is ${own ? 'still' : 'no longer'} one of its agency’s${own ? '' : ': it stays locked'}`,
      },
      async () => {
        await comesBack(sian);
        carriedOut(await membership.account(prue, 'lockDownAccount', sian.id));
        if (!own)
          await given.changed(
            'partners.practitioner',
            { id: sian.id },
            { email: 's@gone.example' },
          );
        const answer = await membership.account(prue, 'unlockAccount', sian.id);
        if (own) expect(carriedOut(answer).state).toBe('INVITED');
        else
          expect(answer).toMatchObject({ code: 'ARGUMENT_INVALID', findings: [{ part: 'email' }] });
        expect(await membership.stateOf('account', sian.id)).toBe(own ? 'INVITED' : 'LOCKED_DOWN');
      },
    );
}
