import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { bea, grace } = cast.practitioners;
const CHANGED = 'AccessRequestChanged { request }';
const MOST = 20;
const AT_ONCE = 8;

/** How often somebody may ask for access within a day. */
export function askingOftenScenarios({ gate, clock, database }: Scene): void {
  const asks = (who: { readonly subject: string }) =>
    new Doer(gate(), who, 'COORDINATE_SUPPORT').tries<{ readonly request: string }>(
      'requestAccess',
      {
        identifiers: { givenName: 'Nobody', familyName: 'Atall' },
        role: 'TAF_MEMBER',
        workingRelationship: 'Teaches him',
        purpose: 'To help with attendance',
        idempotencyKey: crypto.randomUUID(),
      },
      CHANGED,
    );
  /** As somebody who has asked so many times today. */
  const hasAsked = async (
    who: { readonly id: string; readonly agency: { readonly id: string } },
    times: number,
  ) => {
    await database().owner.run({
      text: `INSERT INTO partners.access_request (id, reference, asked_by, agency_id, role, working_relationship, purpose, state, asked_at, outcome_at)
        SELECT gen_random_uuid(), 'AR-' || gen_random_uuid(), $1, $2, 'TAF_MEMBER', 'w', 'p', 'REQUESTED', $3, $3 FROM generate_series(1, $4)`,
      values: [who.id, who.agency.id, clock.now().toISOString(), times],
    });
  };
  const askedBy = async ({ id }: { readonly id: string }) => {
    const rows = await database().owner.run({
      text: 'SELECT 1 AS asked FROM partners.access_request WHERE asked_by = $1',
      values: [id],
    });
    return rows.length;
  };

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'denied',
      that: 'whoever asks many times at once asks no oftener than one after the other',
    },
    async () => {
      await hasAsked(bea, MOST - 2);
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => asks(bea)));
      expect(answers.filter(({ changed }) => changed !== null)).toHaveLength(2);
      const codes = answers.flatMap(({ refused }) => refused?.code ?? []);
      expect(new Set(codes)).toEqual(new Set(['TOO_MANY_REQUESTS']));
      expect(await askedBy(bea)).toBe(MOST);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'granted',
      that: 'whoever asks seldom is not kept back by others, and asks again a day later',
    },
    async () => {
      const answers = await Promise.all([asks(grace), asks(grace), asks(grace)]);
      expect(answers.map(({ refused }) => refused)).toEqual([null, null, null]);
      await hasAsked(grace, MOST - 3);
      expect((await asks(grace)).refused?.code).toBe('TOO_MANY_REQUESTS');
      clock.set(new Date(clock.now().getTime() + 86_400_000));
      expect((await asks(grace)).refused).toBeNull();
    },
  );
}
