import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut } from '../../machines/commands.ts';
import type { Membership } from '../vocabulary/membership.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon } = cast.practitioners;

/** Nobody makes a person of the county alone, and so nobody gives access to themselves under another name. */
export function secondPersonScenarios({ given, database }: Scene, membership: Membership): void {
  async function nominated(name: string): Promise<string> {
    await given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: prue.id,
      role: 'CONTACT_OFFICER',
      starts_at: '2026-01-01T00:00:00Z',
    });
    const [at] = await database().owner.run<{ domain: string }>({
      text: 'SELECT domain FROM access.agency_domain WHERE agency_id = $1 ORDER BY domain LIMIT 1',
      values: [prue.agency.id],
    });
    const { account } = carriedOut(
      await membership.nominates(prue, {
        agency: prue.agency.id,
        name: 'Prue Hallworth',
        jobTitle: 'Family worker',
        email: `${name}@${at?.domain}`,
      }),
    );
    return account;
  }
  const invites = (who: typeof prue | typeof gideon, account: string): Promise<Answered> =>
    membership.account(who, 'invitePractitioner', account);

  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'granted',
      that: 'whom a contact officer of the host nominates a second person of the host invites, or countersigns',
    },
    async () => {
      const one = await nominated('p.hallworth.first');
      expect(carriedOut(await invites(gideon, one)).state).toBe('INVITED');
      const other = await nominated('p.hallworth.second');
      carriedOut(await membership.account(gideon, 'countersignNomination', other));
      expect(carriedOut(await invites(prue, other)).state).toBe('INVITED');
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'denied',
      that: 'whoever nominated somebody neither countersigns nor invites them alone, at first or again, and nobody is invited',
    },
    async () => {
      const account = await nominated('p.hallworth.alone');
      expect(await invites(prue, account)).toMatchObject({ code: 'COUNTERSIGNATURE_MISSING' });
      expect(await membership.account(prue, 'countersignNomination', account)).toMatchObject({
        code: 'SECOND_PERSON',
      });
      for (const command of ['lockDownAccount', 'disableCompromised', 'unlockAccount'])
        expect(await membership.account(prue, command, account)).toMatchObject({
          code: 'STEP_NOT_POSSIBLE',
        });
      expect(await membership.stateOf('account', account)).toBe('NOMINATED');
      const sent = await membership.told('INVITATION');
      expect(sent.map(({ address }) => address?.split('@')[0])).not.toContain('p.hallworth.alone');
    },
  );
}
