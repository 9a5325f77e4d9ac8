import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, joel, niamh, owen } = cast.practitioners;
const COVER = 'CoverChanged { cover state }';

/** What whoever asks to cover for a colleague learns of what the host decides. */
export function coverDecidedScenarios(scene: Scene): void {
  const { reader, gate } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'granted',
      that: 'whoever asked to cover for a colleague is told that it is decided, and reads why it was refused',
    },
    async () => {
      const { asking, cover, refuse } = await refusedCover();
      expect(await covers(asking)).toContainEqual({ cover, state: 'REQUESTED', reasons: null });
      await refuse();
      expect(await covers(asking)).toContainEqual({ cover, state: 'REFUSED', reasons: 'not now' });
      const told = await scene.database().owner.run({
        text: `SELECT to_account AS account FROM scheduler.notice WHERE kind = 'COVER_DECIDED'`,
        values: [],
      });
      expect(told).toContainEqual({ account: joel.id });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'denied',
      that: 'why the host refused that somebody covers for a colleague is read by nobody else, the colleague included',
    },
    async () => {
      const { cover, refuse } = await refusedCover();
      await refuse();
      for (const other of [niamh, owen])
        expect(await covers(reader(other))).not.toContainEqual(expect.objectContaining({ cover }));
    },
  );

  async function refusedCover() {
    const asking = new Doer(gate(), joel, 'COORDINATE_SUPPORT');
    const asked = { colleague: niamh.id, until: daysFromNow(10), reason: 'on leave' };
    const { cover } = await asking.does<{ cover: string }>(
      'requestCover',
      { ...asked, idempotencyKey: crypto.randomUUID() },
      COVER,
    );
    const decision = { cover, expectedRevision: 1, decision: 'REFUSE', reason: 'not now' };
    const idempotencyKey = crypto.randomUUID();
    const refuse = () => host().does('decideCover', { ...decision, idempotencyKey }, COVER);
    return { asking, cover, refuse };
  }

  async function covers(who: Pick<Doer, 'asks'>): Promise<readonly unknown[]> {
    const { body } = await who.asks('{ myCovers { cover state reasons } }');
    expect(body.errors).toBeUndefined();
    return body.data.myCovers;
  }
}
