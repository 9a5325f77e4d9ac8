import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { GRANT, grants } from './grants.ts';

const { owen, sian } = cast.practitioners;
const { okafor } = cast.families;

/** Who of an agency is told that a family had its access ended. */
export function removalsToldScenarios(scene: Scene): void {
  const { given } = scene;
  const { host, lead, asked } = grants(scene);
  const told = async (): Promise<readonly string[]> => {
    await given.changed('access.account', { id: owen.id }, { agency_id: sian.agency.id });
    await holdsOffice(scene, owen, 'CONTACT_OFFICER');
    await host().does('grantAccess', asked(sian), GRANT);
    const { owner } = scene.database();
    await owner.script(
      `DELETE FROM scheduler.notice WHERE kind = 'ACCESS_REMOVED_AT_FAMILYS_REQUEST'`,
    );
    await lead().does(
      'removeAtFamilysRequest',
      {
        episode: okafor.episodes.current.id,
        agency: sian.agency.id,
        viable: true,
        reason: 'The family does not want the agency to read this.',
        idempotencyKey: crypto.randomUUID(),
      },
      'FamilyRemovalChanged { removal }',
    );
    const rows = await owner.run<{ account: string }>({
      text: `SELECT to_account AS account FROM scheduler.notice WHERE kind = 'ACCESS_REMOVED_AT_FAMILYS_REQUEST'`,
      values: [],
    });
    return rows.map(({ account }) => account).sort();
  };

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'granted',
      that: 'whoever had access is told of the family’s decision, and so are the contact officers of their agency',
    },
    async () => {
      expect(await told()).toEqual([owen.id, sian.id].sort());
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      that: 'a contact officer who has a relationship with the family, and had no access, is not told of its decision',
    },
    async () => {
      await relates(scene, owen, okafor);
      expect(await told()).toEqual([sian.id]);
    },
  );
}
