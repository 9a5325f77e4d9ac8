import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { recordedOf } from '../../machines/walking.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { leading } from './grants.ts';

const { prue, tom, esther, joel, bea, sian } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id basis revision } }';

/** Deputies act for the lead, who stays the lead. */
export function deputyScenarios(scene: Scene): void {
  const { reader, gate, given } = scene;
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'COORDINATE_SUPPORT');
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const to = (practitioner: { readonly id: string }, days = 7) => ({
    episode: okafor.id,
    to: practitioner.id,
    endsAt: daysFromNow(days),
    reason: 'away',
    idempotencyKey: crypto.randomUUID(),
  });
  const held = async (who: { readonly id: string }) => {
    const [grant] = await scene.database().owner.run<{ id: string; revision: number }>({
      text: 'SELECT id, revision FROM access.access_grant WHERE account_id = $1 AND episode_id = $2 AND revoked_at IS NULL',
      values: [who.id, okafor.id],
    });
    return { grant: grant?.id, expectedRevision: grant?.revision, reason: 'mine now' };
  };

  const endsOf = async (grant: unknown) => {
    const [row] = await scene.database().owner.run<{ at: Date | null; cause: string | null }>({
      text: 'SELECT revoked_at AS at, revoked_cause AS cause FROM access.access_grant WHERE id = $1',
      values: [grant],
    });
    return [row?.at == null ? null : new Date(row.at).toISOString(), row?.cause ?? null];
  };

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'granted',
      that: 'a deputy does the lead’s work, gives the team access, and is a deputy no longer once the lead has passed on',
    },
    async () => {
      await as(tom).does('nameDeputy', to(esther), GRANT);
      await as(esther).does(
        'grantAccess',
        {
          practitioner: sian.id,
          episode: okafor.id,
          role: 'TAF_MEMBER',
          workingRelationship: 'Works with Chidi at school',
          endsAt: daysFromNow(60),
          reason: 'as the plan has it',
          idempotencyKey: crypto.randomUUID(),
        },
        GRANT,
      );
      await reader(esther).reads(okafor);
      const passed = { ...(await leading(scene, okafor)), ...to(joel, 90) };
      await as(tom).does('handOverLead', passed, GRANT);
      await reader(esther).findsNothingOf(okafor);
      await reader(joel).reads(okafor);
      await reader(sian).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'denied',
      that: 'a deputy hands nothing over, names and ends no deputy, takes nothing from the lead, and does not outlast them',
    },
    async () => {
      const lead = await held(tom);
      await given.changed('access.access_grant', { id: lead.grant }, { ends_at: daysFromNow(30) });
      const { findings } = await as(tom).isRefused(
        'GRANT_NOT_POSSIBLE',
        'nameDeputy',
        to(esther, 31),
        GRANT,
      );
      expect(findings.map(({ code }) => code)).toEqual(['ENDS_TOO_LATE']);
      await as(tom).does('nameDeputy', to(esther), GRANT);
      await as(tom).does('nameDeputy', to(joel), GRANT);
      for (const [command, args] of [
        ['handOverLead', to(bea, 170)],
        ['nameDeputy', to(bea)],
        ['endDeputy', { episode: okafor.id, to: joel.id, reason: 'mine now' }],
        ['suspendGrant', lead],
        ['revokeGrant', { ...lead, cause: 'ERROR' }],
        ['extendGrant', { ...lead, endsAt: daysFromNow(1) }],
        ['revokeGrant', { ...(await held(joel)), cause: 'ERROR' }],
      ] as const)
        await as(esther).isRefused('ACTS_FOR_LEAD', command, args, GRANT);
      for (const [code, whom] of [
        ['ACTS_FOR_LEAD', { practitioner: tom.id }],
        ['HOST_NOT_REMOVED', { agency: tom.agency.id, viable: true }],
      ] as const)
        await as(esther).isRefused(
          code,
          'removeAtFamilysRequest',
          {
            episode: okafor.id,
            reason: 'mine now',
            idempotencyKey: crypto.randomUUID(),
            ...whom,
          },
          'FamilyRemovalChanged { removal }',
        );
      const longer = { ...(await held(esther)), endsAt: daysFromNow(31) };
      const extended = await host().isRefused('GRANT_NOT_POSSIBLE', 'extendGrant', longer, GRANT);
      expect(extended.findings.map(({ code }) => code)).toEqual(['ENDS_TOO_LATE']);
      await reader(tom).reads(okafor);
      await host().does('revokeGrant', { ...lead, cause: 'SUPPORT_ENDED' }, GRANT);
      for (const who of [tom, esther, joel]) await reader(who).findsNothingOf(okafor);
      const alone = await host().isRefused('GRANT_NOT_POSSIBLE', 'nameDeputy', to(esther), GRANT);
      expect(alone.findings.map(({ code }) => code)).toEqual(['NOTHING_STOOD_IN_FOR']);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'denied',
      that: 'where the family excludes the lead’s agency, now or from a day on, its deputies of other agencies end with it, and who covers for them',
    },
    async () => {
      for (const [from, days] of [
        [daysFromNow(0), 0],
        [daysFromNow(5), 5],
      ] as const) {
        await as(tom).does('nameDeputy', to(joel, 90), GRANT);
        const deputy = await held(joel);
        const cover = crypto.randomUUID();
        await given.added('access.access_grant', {
          id: cover,
          account_id: sian.id,
          episode_id: okafor.id,
          role: 'LEAD_PROFESSIONAL',
          working_relationship: 'Covers for a colleague',
          granted_by: prue.id,
          starts_at: daysFromNow(-1),
          basis: 'COVER',
          revision: 1,
        });
        await scene.database().owner.run({
          text: `INSERT INTO partners.access_event (machine, subject_id, move, after, on_behalf_of, reason, details, at)
            VALUES ('GRANT', $1, 'GRANT', 'GRANTED', 'COLLEAGUE', 'covers', jsonb_build_object('for', $2::text), $3)`,
          values: [cover, deputy.grant, daysFromNow(-1)],
        });
        const exclusion = crypto.randomUUID();
        await scene.database().owner.transaction(async (excluding) => {
          await excluding.run({
            text: `SELECT set_config('postern.now', $1, true)`,
            values: [daysFromNow(0)],
          });
          await excluding.run({
            text: `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable,
                starts_at, recorded_by, agency_id, recorded_at, nature)
              VALUES ($1, $1, $2, $3, 'WHOLE_AGENCY', '{}', 'not them', true, $4, $5, $3, $6, 'FACT')`,
            values: [exclusion, okafor.id, tom.agency.id, from, tom.id, daysFromNow(0)],
          });
        });
        expect(await endsOf(deputy.grant)).toEqual([from, 'SUPPORT_ENDED']);
        expect(await endsOf(cover)).toEqual([from, 'SUPPORT_ENDED']);
        expect((await recordedOf(scene.database().owner, cover)).at(-1)).toMatchObject({
          move: 'REVOKE',
          reason: 'The access that it stood in for has ended.',
          onBehalfOf: 'SERVICE',
        });
        if (days > 0) await reader(joel).reads(okafor);
        else await reader(joel).findsNothingOf(okafor);
        scene.clock.set(new Date(daysFromNow(days)));
        await reader(joel).findsNothingOf(okafor);
        scene.clock.set(COUNTY_NOW);
        await scene
          .database()
          .owner.script(`DELETE FROM families.exclusion WHERE id = '${exclusion}';
          DELETE FROM access.exclusion WHERE id = '${exclusion}';
          UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE episode_id = '${okafor.id}' AND revoked_cause = 'EXCLUSION_ADDED'`);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'granted',
      that: 'where the family excludes another agency, whoever stands in for the lead goes on',
    },
    async () => {
      await as(tom).does('nameDeputy', to(joel, 90), GRANT);
      const deputy = await held(joel);
      await given.added('families.exclusion', {
        id: crypto.randomUUID(),
        agreement_id: okafor.id,
        episode_id: okafor.id,
        excluded_agency_id: sian.agency.id,
        scope: 'WHOLE_AGENCY',
        coordinates: [],
        reason: 'not them',
        viable: true,
        starts_at: daysFromNow(0),
        recorded_by: tom.id,
        agency_id: tom.agency.id,
        recorded_at: daysFromNow(0),
        nature: 'FACT',
      });
      expect(await endsOf(deputy.grant)).toEqual([null, null]);
      await reader(joel).reads(okafor);
    },
  );
}
