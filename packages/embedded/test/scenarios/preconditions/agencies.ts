import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow, daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, pip, noel, uma } = cast.practitioners;
const { oakapple, hartsedge, fernhollow, pennyroyal } = cast.agencies;
const thistle = cast.families.thistle.episodes.current;
const okafor = cast.families.okafor.episodes.current;

/** Agencies: a signature in force, and use within the agreement. */
export function agencyScenarios({ given, reader, clock }: Scene): void {
  /** A worker with a grant, of an agency that only talks about joining; its papers are in. */
  async function workerOfJoiningAgency(): Promise<void> {
    await given.changed('access.agency', { id: oakapple.id }, { state: 'NEGOTIATING' });
    for (const [n, kind] of ['POLICIES', 'DATA_SPECIFICATION'].entries())
      await given.added('access.agency_evidence', {
        id: `00000000-0000-4000-8000-00000000010${n}`,
        agency_id: oakapple.id,
        kind,
        valid_from: dateFromNow(-1),
        valid_until: dateFromNow(365),
      });
    await given.changed('access.account', { id: uma.id }, { agency_id: oakapple.id });
  }

  /** The joining agency signs, in force from so many days from now. */
  async function joiningAgencySigns(days: number): Promise<void> {
    await given.changed('access.agency', { id: oakapple.id }, { state: 'SIGNED' });
    await given.added('access.agency_signature', {
      id: '00000000-0000-4000-8000-000000000110',
      agency_id: oakapple.id,
      agreement: 'SHROPSHIRE_ISA',
      version: '1.1',
      signatory_name: 'Imelda Roach',
      signatory_title: 'Practice owner',
      signed_on: dateFromNow(-1),
      effective_from: daysFromNow(days),
      ends_at: null,
    });
  }

  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'granted',
      that: 'a worker whom a signed agency nominated reads the family’s record',
    },
    async () => {
      await given.changed(
        'access.agency_signature',
        { agency_id: pennyroyal.id },
        { ends_at: null },
      );
      await reader(pip).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'denied',
      that: 'a worker of an agency whose signature is not in force, and whoever no agency nominated, are turned away',
    },
    async () => {
      await reader(pip).isRefused('AGENCY_NOT_IN_FORCE');
      await given.removed('access.agency_signature', { agency_id: fernhollow.id });
      await reader(grace).isRefused('AGENCY_NOT_IN_FORCE');
      await reader({ subject: 'never-nominated' }).isRefused('ACCOUNT_UNKNOWN');
    },
  );

  scenario(
    {
      clause: 'DEV-5.3',
      outcome: 'granted',
      that: 'a new partner’s worker is served from the moment at which its signature takes effect',
    },
    async () => {
      await workerOfJoiningAgency();
      await joiningAgencySigns(0);
      await reader(uma).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'DEV-5.3',
      outcome: 'denied',
      that: 'a new partner’s worker is not served while it negotiates, nor before its signature takes effect',
    },
    async () => {
      await workerOfJoiningAgency();
      await reader(uma).isRefused('AGENCY_NOT_IN_FORCE');
      await joiningAgencySigns(1);
      await reader(uma).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  /** The agency gives its month's notice now. */
  function monthsNotice(): Promise<void> {
    return given.changed(
      'access.agency_signature',
      { agency_id: hartsedge.id },
      { ends_at: '2026-07-17T10:00:00Z' },
    );
  }

  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'granted',
      that: 'during its month of notice an agency still takes part',
    },
    async () => {
      await monthsNotice();
      clock.set(new Date('2026-07-17T09:59:59Z'));
      await reader(noel).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'denied',
      that: 'when the month of notice is over, participation has ended by itself, whatever grants were left',
    },
    async () => {
      await monthsNotice();
      clock.set(new Date('2026-07-17T10:00:00Z'));
      await reader(noel).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'SHR-SIG-c',
      outcome: 'granted',
      that: 'an agency that signed this agreement is served for a purpose of it',
    },
    async () => {
      await reader(grace).for('COORDINATE_SUPPORT').reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-SIG-c',
      outcome: 'denied',
      that: 'a signature of another agreement does not serve, nor does a purpose that this agreement does not have',
    },
    async () => {
      const outside = await reader(grace)
        .for('FRAUD_INVESTIGATION' as never)
        .asks('{ me { id } }');
      expect(outside.body.errors?.[0]?.extensions).toMatchObject({ code: 'PURPOSE_UNKNOWN' });
      await given.changed(
        'access.agency_signature',
        { agency_id: fernhollow.id },
        { agreement: 'ANOTHER_ISA' },
      );
      await reader(grace).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'DEV-A3-use',
      outcome: 'granted',
      that: 'a signatory uses the record for early help',
    },
    async () => {
      await reader(grace).for('ENGAGE_FAMILY').reads(okafor);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-use',
      outcome: 'denied',
      that: 'who is no signatory uses nothing, and a signatory uses no record for anything but early help',
    },
    async () => {
      await reader(cast.practitioners.wilma).isRefused('AGENCY_NOT_IN_FORCE');
      for (const purpose of ['MARKETING', 'DEBT_RECOVERY', 'PLANNING_AND_REPORTING'])
        await reader(grace)
          .for(purpose as never)
          .isRefused('PURPOSE_UNKNOWN');
    },
  );
}
