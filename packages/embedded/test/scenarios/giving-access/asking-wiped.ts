import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, dorothea, kwame } = cast.practitioners;
const CHANGED = 'AccessRequestChanged { request state revision }';
const NAMED = 'Chidi Okafor of 14 Priory Walk has bruises';

/** What is left of a request for access once it is over. */
export function askingWipedScenarios(scene: Scene): void {
  const { gate, clock } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const asker = () => new Doer(gate(), kwame, 'UNDERSTAND_NEEDS');

  /** One that was asked back, answered and refused, when its window is over. */
  async function refused(): Promise<string> {
    const { request } = await asker().does<{ request: string }>(
      'requestAccess',
      {
        identifiers: { givenName: 'Chidi', familyName: 'Okafor' },
        role: 'TAF_MEMBER',
        workingRelationship: NAMED,
        purpose: NAMED,
        idempotencyKey: crypto.randomUUID(),
      },
      CHANGED,
    );
    const step = (expectedRevision: number) => ({ request, expectedRevision });
    await host().does('queryAccessRequest', { ...step(1), query: NAMED }, CHANGED);
    await asker().does('replyToQuery', { ...step(2), reply: NAMED }, CHANGED);
    const because = { code: 'NOT_NECESSARY', reasons: 'It is not needed for his work.' };
    await host().does('refuseAccessRequest', { ...step(3), ...because }, CHANGED);
    clock.set(new Date(daysFromNow(9)));
    await fires(scene, ['ACCESS_REQUEST_WIPED']);
    return request;
  }

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'denied',
      that: 'once its window is over nothing is kept of a request in which somebody may be named: not whom it asked about, nor what for, nor what was asked back and answered',
    },
    async () => {
      const request = await refused();
      const rows = await scene.database().owner.run({
        text: 'SELECT * FROM partners.access_request WHERE id = $1',
        values: [request],
      });
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toMatch(/Chidi|Okafor|Priory/);
      expect(rows[0]).toMatchObject({ identifiers: null, state: 'REFUSED', role: 'TAF_MEMBER' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'granted',
      that: 'the reasons of a refusal are kept when what was asked is wiped, for whoever sees that refusing is done rightly',
    },
    async () => {
      const request = await refused();
      const officer = new Doer(gate(), dorothea, 'ADMINISTRATION');
      const { body } = await officer.asks('{ accessRefusals { request reasons } }');
      expect(body.data.accessRefusals).toContainEqual({
        request,
        reasons: 'It is not needed for his work.',
      });
    },
  );
}
