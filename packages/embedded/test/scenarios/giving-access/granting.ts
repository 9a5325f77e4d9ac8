import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { holdsOffice } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { GRANT, grants } from './grants.ts';

const { prue, gideon, tom, esther, grace, joel, marcus, bea, owen, sian, kwame, rufus, noel } =
  cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;

/** Who gives access, to whom, and what stands against it. */
export function grantingScenarios(scene: Scene): void {
  const { reader, gate, given } = scene;
  const { host, lead, asked, codes } = grants(scene);

  scenario(
    {
      clause: 'SHR-8.2.1g',
      outcome: 'granted',
      that: 'business support, a manager, and the case’s lead of the targeted team give access, and it opens the record at once',
    },
    async () => {
      for (const [doer, to] of [
        [host(), marcus],
        [new Doer(gate(), gideon, 'COORDINATE_SUPPORT'), bea],
        [lead(), owen],
      ] as const) {
        await reader(to).findsNothingOf(okafor);
        const sent = asked(to);
        const { grant } = await doer.does<{ grant: { id: string; state: string } }>(
          'grantAccess',
          sent,
          GRANT,
        );
        expect(grant).toMatchObject({ state: 'GRANTED', basis: 'WORK', revision: 1 });
        const again = await doer.does<{ grant: { id: string } }>('grantAccess', sent, GRANT);
        expect(again.grant.id).toBe(grant.id);
        const { grants } = await reader(to).reads(okafor);
        expect(grants).toContainEqual(
          expect.objectContaining({ id: grant.id, workingRelationship: sent.workingRelationship }),
        );
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1g',
      outcome: 'denied',
      that: 'nobody gives access to themselves, a member of the team gives none, a lead outside the targeted team gives none, and whoever does not see the episode finds none',
    },
    async () => {
      await lead().isRefused('OWN_ACCESS', 'grantAccess', asked(tom), GRANT);
      await host().isRefused('OWN_ACCESS', 'grantAccess', asked(prue), GRANT);
      const member = new Doer(gate(), grace, 'COORDINATE_SUPPORT');
      await member.isRefused('NOT_A_GRANTOR', 'grantAccess', asked(joel), GRANT);
      const outsider = new Doer(gate(), joel, 'COORDINATE_SUPPORT');
      for (const episode of [okafor.id, crypto.randomUUID(), 'nonsense'])
        await outsider.isRefused('RECORD_UNKNOWN', 'grantAccess', asked(joel, { episode }), GRANT);
      await given.changed(
        'access.role_holding',
        { account_id: tom.id, role: 'LEAD_PROFESSIONAL' },
        { targeted_team: false },
      );
      await lead().isRefused('NOT_A_GRANTOR', 'grantAccess', asked(joel), GRANT);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'granted',
      that: 'where the wider choice was made, hub workers and any lead of the episode give access, too, and take it away as the family asks',
    },
    async () => {
      await given.changed(
        'access.role_holding',
        { account_id: tom.id, role: 'LEAD_PROFESSIONAL' },
        { targeted_team: false },
      );
      await given.changed(
        'access.resolution',
        { name: 'WHO_MAY_GRANT' },
        { choice: 'HOST_HUB_AND_ANY_LEAD' },
      );
      await lead().does('grantAccess', asked(joel), GRANT);
      await reader(joel).reads(okafor);
      await holdsOffice(scene, sian, 'HUB_WORKER');
      await new Doer(gate(), sian, 'UNDERSTAND_NEEDS').does(
        'removeAtFamilysRequest',
        {
          episode: okafor.id,
          practitioner: joel.id,
          reason: 'The family asked for it.',
          idempotencyKey: crypto.randomUUID(),
        },
        'FamilyRemovalChanged { removal }',
      );
      await reader(joel).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'denied',
      that: 'to a closed episode, without a stated work, without an end or for longer than may be, no access is given; everything that is missing is told at once',
    },
    async () => {
      const closed = families.garside.episodes.closed;
      expect(await codes(host(), bea, { episode: closed.id, endsAt: daysFromNow(400) })).toEqual(
        expect.arrayContaining(['EPISODE_NOT_OPEN', 'ENDS_TOO_LATE']),
      );
      await host().isRefused(
        'ARGUMENT_INVALID',
        'grantAccess',
        asked(joel, { workingRelationship: ' \t ' }),
        GRANT,
      );
      expect(
        await codes(host(), rufus, { role: 'LEAD_PROFESSIONAL', endsAt: daysFromNow(-1) }),
      ).toEqual(['TRAINING_NOT_VALID', 'ROLE_NOT_HELD', 'ENDS_IN_THE_PAST']);
      expect(await codes(host(), noel)).toContain('AGENCY_UNDER_NOTICE');
      expect(await codes(host(), sian, { role: 'ANALYST' })).toContain('ROLE_NOT_GRANTABLE');
      expect(await codes(lead(), esther, { role: 'LEAD_PROFESSIONAL' })).toContain(
        'ROLE_NOT_GRANTABLE',
      );
      expect(await codes(host(), sian, { persons: [crypto.randomUUID()] })).toEqual([
        'PERSON_NOT_OF_EPISODE',
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      alone: 'A bar only takes away.',
      that: 'nobody with a declared relationship is given access, nor gives it; whoever may not see why is told in the words for an exclusion',
    },
    async () => {
      expect(await codes(host(), kwame)).toEqual(['KEPT_OUT']);
      expect(await codes(lead(), kwame)).toEqual(['AGENCY_EXCLUDED']);
      await given.added('access.conflict_of_interest', {
        id: crypto.randomUUID(),
        account_id: sian.id,
        family_id: families.okafor.id,
        declared_at: daysFromNow(-1),
      });
      expect(await codes(host(), sian)).toEqual(['KEPT_OUT']);
      expect(await codes(lead(), sian)).toEqual(['KEPT_OUT']);
      await given.added('access.conflict_of_interest', {
        id: crypto.randomUUID(),
        account_id: prue.id,
        family_id: families.okafor.id,
        declared_at: daysFromNow(-1),
      });
      await host().isRefused('RECORD_UNKNOWN', 'grantAccess', asked(joel), GRANT);
    },
  );
}
