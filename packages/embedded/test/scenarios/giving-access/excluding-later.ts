import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, tom, bea } = cast.practitioners;
const episode = cast.families.okafor.episodes.current;
const RECORDED = 'AccessGrantChanged { grant { id } }';

/** An exclusion that is written down before it begins. */
export function excludingLaterScenarios({ gate, clock, database, reader }: Scene): void {
  const owner = (text: string, ...values: readonly unknown[]) =>
    database().owner.run<Readonly<Record<string, unknown>>>({ text, values });
  const grants = async () => {
    const { grant } = await new Doer(gate(), prue, 'ADMINISTRATION').does<{
      grant: { id: string };
    }>(
      'grantAccess',
      {
        practitioner: bea.id,
        episode: episode.id,
        role: 'TAF_MEMBER',
        workingRelationship: 'Works with them',
        endsAt: daysFromNow(60),
        reason: 'asked for',
        idempotencyKey: crypto.randomUUID(),
      },
      RECORDED,
    );
    return grant.id;
  };
  const excludes = (from: string) =>
    owner(
      `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable, starts_at,
          recorded_by, agency_id, recorded_at, nature)
        VALUES (gen_random_uuid(), $1, $1, $2, 'WHOLE_AGENCY', '{}', 'not them', true, $3, $4, $5, $6, 'FACT')`,
      episode.id,
      bea.agency.id,
      from,
      tom.id,
      tom.agency.id,
      clock.now().toISOString(),
    );
  const ends = (at: string) =>
    owner(
      'UPDATE families.exclusion SET ends_at = $3 WHERE episode_id = $1 AND excluded_agency_id = $2 AND ends_at IS NULL',
      episode.id,
      bea.agency.id,
      at,
    );
  const itIs = async (at: string) => {
    clock.set(new Date(at));
    await fires({ clock, database }, ({ clause }) => clause === 'SHR-3.4.4c');
  };

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'access given before an exclusion begins ends with its beginning, on the record, and does not come back when it ends',
    },
    async () => {
      await excludes(daysFromNow(5));
      const grant = await grants();
      await reader(bea).reads(episode);
      await itIs(daysFromNow(4));
      await reader(bea).reads(episode);
      await itIs(daysFromNow(6));
      await reader(bea).findsNothingOf(episode);
      await ends(daysFromNow(7));
      await itIs(daysFromNow(8));
      await reader(bea).findsNothingOf(episode);
      const [kept] = await owner(
        'SELECT revoked_cause AS cause, revision FROM access.access_grant WHERE id = $1',
        grant,
      );
      expect(kept).toEqual({ cause: 'EXCLUSION_ADDED', revision: 2 });
      const steps = await owner(
        'SELECT move, on_behalf_of AS behalf FROM partners.access_event WHERE subject_id = $1 ORDER BY position',
        grant,
      );
      expect(steps.at(-1)).toEqual({ move: 'REVOKE', behalf: 'FAMILY' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'granted',
      that: 'an exclusion that was called off before it began ends nothing, and what is given after one has ended stays, however late its beginning is seen',
    },
    async () => {
      await excludes(daysFromNow(5));
      const before = await grants();
      await ends(daysFromNow(4));
      await itIs(daysFromNow(6));
      await reader(bea).reads(episode);
      await owner('DELETE FROM access.access_grant WHERE id = $1', before);
      await excludes(daysFromNow(7));
      await ends(daysFromNow(8));
      clock.set(new Date(daysFromNow(9)));
      await grants();
      await itIs(daysFromNow(10));
      await reader(bea).reads(episode);
    },
  );
}
