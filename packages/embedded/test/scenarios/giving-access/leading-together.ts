import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { recordedOf } from '../../machines/walking.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, tom, joel, bea, sian } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id } }';
const SHORTER = 'The access that it stands in for ends earlier.';

/** Deputies where two lead an episode, and one of them leaves before the other. */
export function leadingTogetherScenarios(scene: Scene): void {
  const { gate, given, reader, clock } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const owner = <Row>(text: string, ...values: readonly unknown[]) =>
    scene.database().owner.run<Row & Readonly<Record<string, unknown>>>({ text, values });
  const leads = async (days: number): Promise<void> =>
    given.added('access.access_grant', {
      id: crypto.randomUUID(),
      account_id: bea.id,
      episode_id: okafor.id,
      role: 'LEAD_PROFESSIONAL',
      working_relationship: 'Leads the plan with the family',
      granted_by: prue.id,
      starts_at: daysFromNow(-1),
      ends_at: daysFromNow(days),
      basis: 'WORK',
      revision: 1,
    });
  const names = async (days: number): Promise<string> => {
    const { grant } = await new Doer(gate(), tom, 'COORDINATE_SUPPORT').does<{
      grant: { id: string };
    }>(
      'nameDeputy',
      {
        episode: okafor.id,
        to: joel.id,
        endsAt: daysFromNow(days),
        reason: 'away',
        idempotencyKey: crypto.randomUUID(),
      },
      GRANT,
    );
    return grant.id;
  };
  /** Somebody covers for a deputy. */
  const covers = async (deputy: string): Promise<string> => {
    const cover = crypto.randomUUID();
    await given.added('access.access_grant', {
      id: cover,
      account_id: sian.id,
      episode_id: okafor.id,
      role: 'LEAD_PROFESSIONAL',
      working_relationship: 'Covers for a colleague',
      granted_by: prue.id,
      starts_at: daysFromNow(-1),
      ends_at: daysFromNow(40),
      basis: 'COVER',
      revision: 1,
    });
    await owner(
      `INSERT INTO partners.access_event (machine, subject_id, move, after, on_behalf_of, reason, details, at)
        VALUES ('GRANT', $1, 'GRANT', 'GRANTED', 'COLLEAGUE', 'covers', jsonb_build_object('for', $2::text), $3)`,
      cover,
      deputy,
      daysFromNow(-1),
    );
    return cover;
  };
  const toms = async () => {
    const [held] = await owner<{ id: string; revision: number }>(
      `SELECT id, revision FROM access.access_grant WHERE account_id = $1 AND episode_id = $2 AND role = 'LEAD_PROFESSIONAL' AND revoked_at IS NULL`,
      tom.id,
      okafor.id,
    );
    return { grant: held?.id, expectedRevision: held?.revision, reason: 'Support ends sooner.' };
  };
  const lasts = async (grant: string) => {
    const [row] = await owner<{ ends: Date; revoked: Date | null }>(
      'SELECT ends_at AS ends, revoked_at AS revoked FROM access.access_grant WHERE id = $1',
      grant,
    );
    const at = (moment: Date | null | undefined) =>
      moment == null ? null : new Date(moment).toISOString();
    return [at(row?.ends), at(row?.revoked)];
  };
  const excludes = (days: number) =>
    scene.database().owner.transaction(async (excluding) => {
      await excluding.run({
        text: `SELECT set_config('postern.now', $1, true)`,
        values: [daysFromNow(0)],
      });
      await excluding.run({
        text: `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable,
            starts_at, recorded_by, agency_id, recorded_at, nature)
          VALUES (gen_random_uuid(), $1, $1, $2, 'WHOLE_AGENCY', '{}', 'not them', true, $3, $4, $2, $5, 'FACT')`,
        values: [okafor.id, tom.agency.id, daysFromNow(days), tom.id, daysFromNow(0)],
      });
    });

  const WAYS = [
    [
      'is revoked',
      async () => host().does('revokeGrant', { ...(await toms()), cause: 'SUPPORT_ENDED' }, GRANT),
    ],
    [
      'is made shorter',
      async () => host().does('extendGrant', { ...(await toms()), endsAt: daysFromNow(3) }, GRANT),
    ],
    ['ends with an exclusion', () => excludes(0)],
    ['is to end with an exclusion', () => excludes(2)],
  ] as const;
  for (const [what, happens] of WAYS)
    scenario(
      {
        clause: 'SHR-8.2.1h',
        outcome: 'denied',
        that: `where one of two leads ${what}, their deputy goes on for no longer than the other leads, and nor does whoever covers for the deputy`,
      },
      async () => {
        await leads(10);
        const deputy = await names(40);
        const cover = await covers(deputy);
        await happens();
        for (const grant of [deputy, cover]) {
          expect(await lasts(grant)).toEqual([daysFromNow(10), null]);
          expect((await recordedOf(scene.database().owner, grant)).at(-1)).toMatchObject({
            move: 'EXTEND',
            reason: SHORTER,
          });
        }
        clock.set(new Date(Date.parse(daysFromNow(10)) - 1));
        await reader(joel).reads(okafor);
        clock.set(new Date(daysFromNow(10)));
        await reader(joel).findsNothingOf(okafor);
      },
    );

  for (const [what, happens] of WAYS)
    scenario(
      {
        clause: 'SHR-8.2.1h',
        outcome: 'denied',
        that: `where one of two leads ${what}, a deputy whose access rests opens nothing after the other has left, also where it is resumed`,
      },
      async () => {
        await leads(10);
        const deputy = await names(40);
        const cover = await covers(deputy);
        await given.changed(
          'access.access_grant',
          { id: deputy },
          { suspended_at: daysFromNow(0) },
        );
        await happens();
        expect(await lasts(deputy)).toEqual([daysFromNow(40), daysFromNow(10)]);
        expect((await lasts(cover)).sort()[0]).toBe(daysFromNow(10));
      },
    );

  for (const [what, happens] of WAYS)
    scenario(
      {
        clause: 'SHR-3.4.11a',
        outcome: 'granted',
        that: `where one of two leads ${what}, a deputy who ends before the other keeps their own end`,
      },
      async () => {
        await leads(60);
        const deputy = await names(40);
        const cover = await covers(deputy);
        await happens();
        for (const grant of [deputy, cover])
          expect(await lasts(grant)).toEqual([daysFromNow(40), null]);
        clock.set(new Date(daysFromNow(39)));
        await reader(joel).reads(okafor);
      },
    );
}
