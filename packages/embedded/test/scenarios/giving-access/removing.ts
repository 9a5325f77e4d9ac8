import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { GRANT, grants } from './grants.ts';

const { gideon, grace, joel, prue, sian } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;

/** How access ends: because the work does, or because the family asks for it. */
export function removingScenarios(scene: Scene): void {
  const { reader, gate } = scene;
  const { host, lead, asked, codes } = grants(scene);

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'denied',
      alone: 'Nothing is opened by an end.',
      that: 'a worker whose support ends says so and reads nothing from then on, but still sees the grant and why it ended',
    },
    async () => {
      const { grant } = await host().does<{ grant: { id: string } }>(
        'grantAccess',
        asked(sian),
        GRANT,
      );
      await reader(sian).reads(okafor);
      const own = new Doer(gate(), sian, 'UNDERSTAND_NEEDS');
      await own.does(
        'endMyAccess',
        { grant: grant.id, expectedRevision: 1, reason: 'the work is done' },
        GRANT,
      );
      await reader(sian).findsNothingOf(okafor);
      const { body } = await own.asks('{ me { grants { id state revokedCause episode { id } } } }');
      expect(body.data.me.grants).toContainEqual({
        id: grant.id,
        state: 'REVOKED',
        revokedCause: 'SUPPORT_ENDED',
        episode: null,
      });
      await own.isRefused(
        'STEP_NOT_POSSIBLE',
        'endMyAccess',
        { grant: grant.id, expectedRevision: 2, reason: 'again' },
        GRANT,
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'granted',
      that: 'an agency that held access is told of the family’s decision, and the host has 48 hours on record for it, whoever else is told nothing',
    },
    async () => {
      const thistle = families.thistle.episodes.current;
      const before = await notices();
      const removed = await host().does<{ removal: string; state: string; dueAt: string }>(
        'removeAtFamilysRequest',
        {
          episode: thistle.id,
          agency: grace.agency.id,
          viable: true,
          reason: 'The mother asked for it on the telephone.',
          idempotencyKey: crypto.randomUUID(),
        },
        'FamilyRemovalChanged { removal state revision dueAt }',
      );
      expect(removed.state).toBe('TO_TELL');
      expect(removed.dueAt).toBe(daysFromNow(2));
      const { body } = await host().asks(
        '{ removalsToTell { removal state revision agency { id } } }',
      );
      expect(body.data.removalsToTell).toEqual([
        {
          removal: removed.removal,
          state: 'TO_TELL',
          revision: 1,
          agency: { id: grace.agency.id },
        },
      ]);
      const told = (await notices()).slice(before.length);
      expect(told.map(({ kind }) => kind)).toEqual(
        told.map(() => 'ACCESS_REMOVED_AT_FAMILYS_REQUEST'),
      );
      expect(told.length).toBeGreaterThan(0);
      const done = await host().does<{ state: string }>(
        'confirmAgencyTold',
        { removal: removed.removal, expectedRevision: 1, reason: 'Rang the head teacher.' },
        'FamilyRemovalChanged { removal state revision }',
      );
      expect(done.state).toBe('TOLD');
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      that: 'at the family’s request access ends in that moment: the workers of the agency find nothing, and nobody can give it back while the exclusion holds',
    },
    async () => {
      const held = await host().does<{ grant: { id: string } }>('grantAccess', asked(sian), GRANT);
      await reader(sian).reads(okafor);
      await lead().does(
        'removeAtFamilysRequest',
        {
          episode: okafor.id,
          agency: sian.agency.id,
          viable: true,
          reason: 'The family does not want the school to read this.',
          idempotencyKey: crypto.randomUUID(),
        },
        'FamilyRemovalChanged { removal state }',
      );
      await reader(sian).findsNothingOf(okafor);
      expect(await codes(host(), sian)).toEqual(['KEPT_OUT']);
      const { body } = await reader(sian).asks(
        '{ me { grants { id state revokedCause episode { id } } } }',
      );
      expect(body.data.me.grants).toContainEqual({
        id: held.grant.id,
        state: 'REVOKED',
        revokedCause: 'FAMILY_REQUEST',
        episode: null,
      });
      await new Doer(gate(), joel, 'UNDERSTAND_NEEDS').isRefused(
        'RECORD_UNKNOWN',
        'removeAtFamilysRequest',
        {
          episode: families.thistle.episodes.current.id,
          agency: sian.agency.id,
          viable: true,
          reason: 'r',
          idempotencyKey: 'k',
        },
        'FamilyRemovalChanged { removal }',
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      that: 'the host, which keeps the record, is not kept out of it by a lead of its own nor by itself, and goes on giving access; a worker of it is taken away as any other',
    },
    async () => {
      const remove = (whom: Readonly<Record<string, unknown>>) => ({
        episode: okafor.id,
        reason: 'The family does not want them.',
        idempotencyKey: crypto.randomUUID(),
        ...whom,
      });
      for (const doer of [lead(), host()])
        await doer.isRefused(
          'HOST_NOT_REMOVED',
          'removeAtFamilysRequest',
          remove({ agency: prue.agency.id, viable: true }),
          'FamilyRemovalChanged { removal }',
        );
      await host().does('grantAccess', asked(sian), GRANT);
      await lead().does(
        'removeAtFamilysRequest',
        remove({ practitioner: gideon.id }),
        'FamilyRemovalChanged { removal }',
      );
    },
  );

  async function notices(): Promise<readonly { readonly kind: string; readonly to: string }[]> {
    return scene.database().owner.run({
      text: 'SELECT kind, to_account AS to FROM scheduler.notice ORDER BY created_at, id',
      values: [],
    });
  }
}
