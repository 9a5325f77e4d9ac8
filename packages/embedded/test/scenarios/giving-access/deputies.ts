import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

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
      await as(tom).does('handOverLead', to(joel, 90), GRANT);
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
}
