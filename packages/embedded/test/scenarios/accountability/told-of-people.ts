import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { recordedBy } from '../../ledger/ledger-rows.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, adaline, caspar, dorothea, tom, grace, niamh } = cast.practitioners;
const OF = (who: { readonly id: string }) =>
  `{ accountOf(practitioner: "${who.id}") { account state missing holdings { role } } }`;

/** What is told of the people who work here, and to whom. */
export function toldOfPeopleScenarios({ reader, database }: Scene): void {
  scenario(
    {
      clause: 'SHR-8.3.8f',
      outcome: 'granted',
      that: 'the host, an administrator and the agency’s own contact officer are told where somebody’s account stands; that each asked of whom is on the ledger',
    },
    async () => {
      for (const who of [prue, gideon, adaline, caspar]) {
        const [row, ...more] = await recordedBy(database().owner, async () => {
          const { body } = await reader(who).for('ADMINISTRATION').asks(OF(grace));
          expect(body.data.accountOf).toMatchObject({ account: grace.id, state: 'ACTIVE' });
        });
        expect(more).toEqual([]);
        expect(row).toMatchObject({
          account_id: who.id,
          told: [{ question: 'accountOf', clause: 'SHR-8.3.8f', record: grace.id }],
        });
      }
    },
  );
  scenario(
    {
      clause: 'SHR-8.3.8f',
      outcome: 'denied',
      that: 'nobody else is told, a contact officer of no other agency’s people, and it looks as if there were no such account',
    },
    async () => {
      for (const [who, of] of [
        [dorothea, grace],
        [caspar, niamh],
        [caspar, { id: crypto.randomUUID() }],
      ] as const) {
        const rows = await recordedBy(database().owner, () =>
          reader(who).for('ADMINISTRATION').isRefused('RECORD_UNKNOWN', OF(of)),
        );
        expect(rows).toEqual([]);
      }
      await reader(tom).for('ADMINISTRATION').isRefused('PURPOSE_NOT_PERMITTED', OF(grace));
    },
  );
}
