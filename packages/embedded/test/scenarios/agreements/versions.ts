import type { Partnership } from '@postern/agreements';
import { DEFAULT_PARTNERSHIP } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, noel } = cast.practitioners;
const { fernhollow, hartsedge } = cast.agencies;
const okafor = cast.families.okafor.episodes.current;

const VERSIONS = '{ agreements { key version versions { name says validFrom } } }';

/** Shropshire's partnership, in which everybody has to have signed version 1.1 by a day. */
function signedAgainBy(signAgainBy: string): Partnership {
  return {
    ...DEFAULT_PARTNERSHIP,
    agreements: DEFAULT_PARTNERSHIP.agreements.map((each) => ({ ...each, signAgainBy })),
  };
}

const TODAY = '2026-06-17';
const byToday = signedAgainBy(TODAY);

/** Versions of an agreement, and to which a signature belongs. */
export function versionScenarios({ given, reader, readerUnder, clock }: Scene): void {
  /** The school's signature is of another version. */
  const signedVersion = (version: string): Promise<void> =>
    given.changed('access.agency_signature', { agency_id: fernhollow.id }, { version });

  scenario(
    {
      clause: 'SHR-0-ver',
      outcome: 'granted',
      that: 'versions stand with number, day and reason, and a signature of the one before counts until everybody has to sign again',
    },
    async () => {
      const { body } = await reader(grace).asks(VERSIONS);
      const shropshire = body.data.agreements.find(
        ({ key }: { key: string }) => key === 'SHROPSHIRE_ISA',
      );
      expect(shropshire.version).toBe('1.1');
      expect(shropshire.versions.map(({ name }: { name: string }) => name)).toEqual([
        ...['0.10', '0.11', '1.0', '1.1'],
      ]);
      for (const { says, validFrom } of shropshire.versions) {
        expect(says).toMatch(/\S/);
        expect(validFrom).toMatch(/^20\d\d-\d\d-01$/);
      }
      await signedVersion('1.0');
      await reader(grace).reads(okafor);
      clock.set(new Date('2026-06-16T22:59:59.999Z'));
      await (await readerUnder(byToday, grace)).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-0-ver',
      outcome: 'denied',
      that: 'a version that the agreement never had counts for nothing, nor does an earlier one once everybody has to have signed again',
    },
    async () => {
      await signedVersion('1.0');
      await (await readerUnder(byToday, grace)).isRefused('AGENCY_NOT_IN_FORCE');
      await signedVersion('2.0');
      await reader(grace).isRefused('AGENCY_NOT_IN_FORCE');
      await signedVersion('1.1');
      await (await readerUnder(byToday, grace)).reads(okafor);
      // An agency that the host asks to sign again has no part until it does.
      await given.changed('access.agency', { id: hartsedge.id }, { state: 'RESIGN_REQUIRED' });
      await reader(noel).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );
}
