import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import type { Membership } from '../vocabulary/membership.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { uma } = cast.practitioners;
const thistle = cast.families.thistle.episodes.current;

/** What becomes of an agency when a version follows the one that it signed. */
export function signingAgainScenarios(scene: Scene, membership: Membership): void {
  const { given, reader } = scene;
  const worksFor = (agency: string) =>
    given.changed('access.account', { id: uma.id }, { agency_id: agency });
  /** The agencies that were there before are under notice, so that they work on and nobody asks them to sign. */
  const alone = () => given.changed('access.agency', {}, { state: 'NOTICE_GIVEN' });
  const versionFollows = (signAgainBy: string) =>
    given.changed(
      'access.agreement',
      { key: 'SHROPSHIRE_ISA' },
      { version: '1.2', sign_again_by: signAgainBy },
    );

  scenario(
    {
      clause: 'STA-1.3a',
      outcome: 'granted',
      that: 'an agency that signs the new version takes part again',
    },
    async () => {
      await alone();
      const agency = await membership.active();
      await worksFor(agency);
      await versionFollows('2026-06-17');
      await membership.later(0, 'AGENCY_SIGN_AGAIN');
      carriedOut(await membership.signs(agency, { version: '1.2' }));
      expect(await membership.stateOf('agency', agency)).toBe('ACTIVE');
    },
  );
  scenario(
    {
      clause: 'STA-1.3a',
      outcome: 'denied',
      that: 'after a significant change an agency that did not sign again takes part no longer, and the version before is not signed any more',
    },
    async () => {
      await alone();
      const agency = await membership.active();
      await worksFor(agency);
      await reader(uma).reads(thistle);
      await versionFollows('2026-06-17');
      await membership.later(0, 'AGENCY_SIGN_AGAIN');
      expect(await membership.stateOf('agency', agency)).toBe('RESIGN_REQUIRED');
      await reader(uma).isRefused('AGENCY_NOT_IN_FORCE');
      expect(await membership.signs(agency, { version: '1.1' })).toMatchObject({
        code: 'ARGUMENT_INVALID',
        findings: [{ part: 'signature.version' }],
      });
    },
  );

  scenario(
    {
      clause: 'STA-1.3a',
      outcome: 'denied',
      that: 'a new signature that would begin after the one before stopped counting is refused, and one in time keeps the agency taking part',
    },
    async () => {
      await alone();
      const agency = await membership.active();
      await versionFollows('2026-06-20');
      const late = { version: '1.2', effectiveFrom: '2026-06-20T00:00:00Z' };
      const refused = {
        code: 'ARGUMENT_INVALID',
        findings: [{ part: 'signature.effectiveFrom' }],
      };
      expect(await membership.signs(agency, late)).toMatchObject(refused);
      carriedOut(
        await membership.signs(agency, { version: '1.2', effectiveFrom: '2026-06-19T23:00:00Z' }),
      );
      await membership.later(4, 'AGENCY_SIGN_AGAIN');
      expect(await membership.stateOf('agency', agency)).toBe('ACTIVE');
      // Whoever holds the present version has nothing that stops counting.
      carriedOut(
        await membership.signs(agency, { version: '1.2', effectiveFrom: '2026-09-01T00:00:00Z' }),
      );
    },
  );
  scenario(
    {
      clause: 'STA-1.3a',
      outcome: 'denied',
      that: 'an agency that takes no part yet, or no longer, signs no new version that begins when the one before has stopped counting',
    },
    async () => {
      await alone();
      const late = { version: '1.2', effectiveFrom: '2026-06-20T00:00:00Z' };
      const refused = {
        code: 'ARGUMENT_INVALID',
        findings: [{ part: 'signature.effectiveFrom' }],
      };
      const signed = await membership.ready();
      carriedOut(await membership.signs(signed));
      const agency = await membership.active();
      await versionFollows('2026-06-19');
      expect(await membership.signs(signed, late)).toMatchObject(refused);
      await membership.later(2, 'AGENCY_SIGN_AGAIN');
      expect(await membership.stateOf('agency', agency)).toBe('RESIGN_REQUIRED');
      expect(await membership.signs(agency, late)).toMatchObject(refused);
      carriedOut(await membership.signs(agency, { version: '1.2' }));
    },
  );
}
