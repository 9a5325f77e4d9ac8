import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut } from '../../machines/commands.ts';
import type { Membership } from '../vocabulary/membership.ts';
import { SIGNATURE } from '../vocabulary/membership.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, uma } = cast.practitioners;
const thistle = cast.families.thistle.episodes.current;

/** How agencies come to take part. */
export function joiningScenarios(scene: Scene, membership: Membership): void {
  const { given, reader } = scene;
  const worksFor = (agency: string) =>
    given.changed('access.account', { id: uma.id }, { agency_id: agency });
  const missing = (answer: Answered) => answer.findings.map((each: Answered) => each.part);

  scenario(
    {
      clause: 'DEV-4.1',
      outcome: 'granted',
      that: 'an agency with its data processing specification signs, and its worker reads',
    },
    async () => {
      await worksFor(await membership.active());
      await reader(uma).reads(thistle);
    },
  );
  scenario(
    {
      clause: 'DEV-4.1',
      outcome: 'denied',
      that: 'without a data processing specification an agency neither signs nor takes part, and when it runs out its workers are turned away',
    },
    async () => {
      const agency = await membership.invited();
      carriedOut(await membership.step(prue, 'beginNegotiation', agency));
      await membership.hasContactOfficer(agency);
      await membership.hasEvidence(agency, 'POLICIES');
      const refused = await membership.signs(agency);
      expect(refused).toMatchObject({ code: 'AGENCY_NOT_READY' });
      expect(missing(refused)).toEqual(['DATA_SPECIFICATION']);
      const active = await membership.active();
      await worksFor(active);
      await given.changed(
        'access.agency_evidence',
        { agency_id: active, kind: 'DATA_SPECIFICATION' },
        { valid_until: '2026-06-16' },
      );
      await reader(uma).isRefused('AGENCY_EVIDENCE_MISSING');
    },
  );

  for (const clause of ['DEV-1.2b', 'STA-10'] as const) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: `an agency names whom the partnership turns to, and may then sign (${clause})`,
      },
      async () => {
        const agency = await membership.ready();
        carriedOut(await membership.signs(agency));
        const named = await scene.database().owner.run({
          text: `SELECT name, job_title, phone, email FROM partners.agency_contact WHERE agency_id = $1 AND ended_at IS NULL`,
          values: [agency],
        });
        expect(named).toEqual([
          {
            name: 'Orla Finn',
            job_title: 'Practice manager',
            phone: '01632 960101',
            email: 'orla.finn@saltmarsh.example',
          },
        ]);
      },
    );
    scenario(
      {
        clause,
        outcome: 'denied',
        that: `an agency that names nobody to turn to does not sign (${clause})`,
      },
      async () => {
        const agency = await membership.invited();
        carriedOut(await membership.step(prue, 'beginNegotiation', agency));
        await membership.hasEvidence(agency, 'POLICIES', 'DATA_SPECIFICATION');
        expect(missing(await membership.signs(agency))).toEqual(['CONTACT_OFFICER']);
        expect(await membership.stateOf('agency', agency)).toBe('NEGOTIATING');
      },
    );
  }

  for (const [clause, parts] of [
    ['SHR-SIG-a', ['signatoryName', 'signatoryTitle', 'signedOn', 'staff']],
    ['DEV-CERT', ['signatoryName', 'signatoryTitle', 'signedOn', 'registrationNumber']],
    ['STA-9.0a', ['signatoryTitle', 'registrationNumber']],
  ] as const) {
    scenario(
      { clause, outcome: 'granted', that: `a signature is kept with ${parts.join(', ')}` },
      async () => {
        const agency = await membership.ready();
        carriedOut(await membership.signs(agency));
        const [kept] = await scene.database().owner.run({
          text: `SELECT signatory_name AS "signatoryName", signatory_title AS "signatoryTitle", signed_on AS "signedOn",
              registration_number AS "registrationNumber", (SELECT jsonb_agg(jsonb_build_object('name', name, 'jobTitle', job_title))
                FROM partners.listed_staff WHERE signature_id = signed.id) AS staff
            FROM access.agency_signature signed WHERE agency_id = $1`,
          values: [agency],
        });
        for (const part of parts) expect(kept).toMatchObject({ [part]: SIGNATURE[part] });
      },
    );
    scenario(
      { clause, outcome: 'denied', that: `without ${parts.join(', ')} there is no signature` },
      async () => {
        const agency = await membership.ready();
        for (const part of parts) {
          const without = await membership.signs(agency, {
            [part]: part === 'staff' ? [] : part === 'signedOn' ? '2026-06-18' : ' ',
          });
          expect(without).toMatchObject({ code: 'ARGUMENT_INVALID' });
          expect(missing(without)).toEqual([`signature.${part}`]);
        }
        expect(await membership.stateOf('agency', agency)).toBe('NEGOTIATING');
      },
    );
  }

  scenario(
    {
      clause: 'DEV-A6',
      outcome: 'granted',
      that: 'an agency joins by a supplemental agreement and is bound as the others are from its own day on',
    },
    async () => {
      const agency = await membership.invited();
      await membership.hasContactOfficer(agency);
      await membership.hasEvidence(agency, 'POLICIES', 'DATA_SPECIFICATION');
      const effectiveFrom = '2026-06-18T00:00:00Z';
      carriedOut(await membership.signs(agency, { supplemental: true, effectiveFrom }));
      await worksFor(agency);
      await reader(uma).isRefused('AGENCY_NOT_IN_FORCE');
      scene.clock.set(new Date(effectiveFrom));
      await reader(uma).reads(thistle);
    },
  );
  scenario(
    {
      clause: 'DEV-A6',
      outcome: 'denied',
      that: 'nobody joins by a supplemental agreement without its day, nor without contact officer and data specification',
    },
    async () => {
      const agency = await membership.invited();
      const supplemental = { supplemental: true };
      expect(missing(await membership.signs(agency, supplemental))).toEqual([
        'signature.effectiveFrom',
      ]);
      const dated = { ...supplemental, effectiveFrom: '2026-06-18T00:00:00Z' };
      expect(missing(await membership.signs(agency, dated))).toEqual([
        'POLICIES',
        'DATA_SPECIFICATION',
        'CONTACT_OFFICER',
      ]);
      expect(await membership.signs(agency)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    },
  );

  for (const [clause, that] of [
    ['SHR-8.3.6', 'its security policies'],
    ['STA-6.0a', 'its policies, training and access control'],
  ] as const) {
    scenario(
      { clause, outcome: 'granted', that: `an agency that showed ${that} takes part` },
      async () => {
        await worksFor(await membership.active());
        await reader(uma).reads(thistle);
      },
    );
    scenario(
      { clause, outcome: 'denied', that: `an agency that did not show ${that} does not sign` },
      async () => {
        const agency = await membership.invited();
        carriedOut(await membership.step(prue, 'beginNegotiation', agency));
        await membership.hasContactOfficer(agency);
        await membership.hasEvidence(agency, 'DATA_SPECIFICATION');
        expect(missing(await membership.signs(agency))).toEqual(['POLICIES']);
      },
    );
  }
}
