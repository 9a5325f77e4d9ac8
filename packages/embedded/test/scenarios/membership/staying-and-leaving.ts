import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { recordedOf } from '../../machines/walking.ts';
import type { Membership } from '../vocabulary/membership.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, dorothea, caspar, uma } = cast.practitioners;
const thistle = cast.families.thistle.episodes.current;

/** Reviews, new versions, suspension by joint decision, notice and the day of leaving. */
export function stayingAndLeavingScenarios(scene: Scene, membership: Membership): void {
  const { given, reader } = scene;
  const worksFor = (agency: string) =>
    given.changed('access.account', { id: uma.id }, { agency_id: agency });
  const longTrained = async () => {
    await given.changed(
      'access.agency_evidence',
      { agency_id: prue.agency.id },
      { valid_until: '2060-01-01' },
    );
    for (const each of [uma, prue, gideon, dorothea])
      await given.changed('access.training', { account_id: each.id }, { expires_on: '2060-01-01' });
  };
  const reviews = (agency: string, agreement: string) =>
    membership.step(prue, 'recordReview', agency, {
      agreement,
      heldOn: scene.clock.now().toISOString().slice(0, 10),
      findings: 'It has the effect that was meant.',
    });

  for (const [clause, agreement, first, later, version] of [
    ['SHR-12', 'SHROPSHIRE_ISA', 1_097, 1_097, '1.1'],
    ['DEV-A3-rev', 'DEVON_WPA', 185, 367, null],
    ['SOM-12a', 'SOMERSET_SSCP_TIER_1', 185, 367, '1.4'],
  ] as const) {
    const joined = async (): Promise<string> => {
      await longTrained();
      await given.changed('access.agreement', { key: agreement }, { in_force_from: '2024-10-01' });
      const [held] = await scene.database().owner.run<{ version: string }>({
        text: 'SELECT version FROM access.agreement WHERE key = $1',
        values: [agreement],
      });
      return membership.active({ agreement, version: version ?? held?.version });
    };
    scenario(
      {
        clause,
        outcome: 'granted',
        that: `${agreement} falls due for review after its first period, and after a review that is held after the next`,
      },
      async () => {
        const agency = await joined();
        await membership.later(first, 'AGENCY_REVIEW_DUE');
        expect(await membership.stateOf('agency', agency)).toBe('REVIEW_DUE');
        carriedOut(await reviews(agency, agreement));
        expect(await membership.stateOf('agency', agency)).toBe('ACTIVE');
        await membership.later(later, 'AGENCY_REVIEW_DUE');
        expect(await membership.stateOf('agency', agency)).toBe('REVIEW_DUE');
      },
    );
    scenario(
      {
        clause,
        outcome: 'denied',
        that: `before its time no review of ${agreement} is due, and one of tomorrow or of what was not signed is not recorded`,
      },
      async () => {
        const agency = await joined();
        await membership.later(first - 10, 'AGENCY_REVIEW_DUE');
        expect(await membership.stateOf('agency', agency)).toBe('ACTIVE');
        const step = { agreement, heldOn: '2099-01-01', findings: 'Nothing.' };
        expect(await membership.step(prue, 'recordReview', agency, step)).toMatchObject({
          code: 'ARGUMENT_INVALID',
          findings: [{ part: 'heldOn' }],
        });
        expect(await reviews(agency, 'STAFFORDSHIRE_SSCB_ISA')).toMatchObject({
          code: 'ARGUMENT_INVALID',
          findings: [{ part: 'agreement' }],
        });
      },
    );
  }

  scenario(
    {
      clause: 'STA-9.0b',
      outcome: 'granted',
      that: 'two agencies suspend a third one that broke the agreement: its workers read nothing from then on, all partners are told, and both lift it again',
    },
    async () => {
      const agency = await membership.active();
      await worksFor(agency);
      carriedOut(await membership.step(gideon, 'suspendAgency', agency));
      await reader(uma).reads(thistle);
      carriedOut(await membership.step(dorothea, 'decideOnSuspension', agency, { agree: true }));
      await reader(uma).isRefused('AGENCY_NOT_IN_FORCE');
      const told = await membership.told('AGENCY_SUSPENDED');
      expect(told.map(({ account }) => account)).toEqual(
        expect.arrayContaining([caspar.id, gideon.id]),
      );
      carriedOut(await membership.step(dorothea, 'liftSuspension', agency));
      carriedOut(await membership.step(gideon, 'decideOnSuspension', agency, { agree: true }));
      await reader(uma).reads(thistle);
    },
  );
  scenario(
    {
      clause: 'STA-9.0b',
      outcome: 'denied',
      that: 'one agency alone suspends nobody, an agency does not decide about itself, and what is refused changes nothing',
    },
    async () => {
      const agency = await membership.active();
      await worksFor(agency);
      carriedOut(await membership.step(gideon, 'suspendAgency', agency));
      for (const who of [gideon, prue])
        expect(
          await membership.step(who, 'decideOnSuspension', agency, { agree: true }),
        ).toMatchObject({ code: 'SECOND_AGENCY' });
      const own = await membership.step(dorothea, 'suspendAgency', dorothea.agency.id);
      expect(own).toMatchObject({ code: 'SECOND_AGENCY' });
      carriedOut(await membership.step(dorothea, 'decideOnSuspension', agency, { agree: false }));
      await reader(uma).reads(thistle);
      expect(
        await membership.step(dorothea, 'decideOnSuspension', agency, { agree: true }),
      ).toMatchObject({ code: 'NOTHING_TO_DECIDE' });
    },
  );

  scenario(
    {
      clause: 'SOM-12b',
      outcome: 'granted',
      that: 'when its notice is over an agency has left: its grants are revoked, each on the record, partners are told, and the public list says so',
    },
    async () => {
      await longTrained();
      const agency = await membership.active();
      await worksFor(agency);
      // Put back in the end: with an agency its people leave.
      await given.changed('access.account', { id: uma.id }, { state: 'ACTIVE' });
      await given.changed('access.role_holding', { account_id: uma.id }, { ends_at: null });
      await given.changed('partners.practitioner', { id: uma.id }, { left_at: null });
      const { agency: leaving } = carriedOut(await membership.step(gideon, 'giveNotice', agency));
      expect(leaving).toMatchObject({ state: 'NOTICE_GIVEN' });
      const leavesAt = new Date(leaving.leavesAt);
      scene.clock.set(new Date(leavesAt.getTime() - 1));
      await reader(uma).reads(thistle);
      // At that instant, whether or not anything has happened yet.
      scene.clock.set(leavesAt);
      await reader(uma).isRefused('AGENCY_NOT_IN_FORCE');
      expect(await membership.stateOf('agency', agency)).toBe('NOTICE_GIVEN');
      await membership.later(0, 'AGENCY_WITHDRAWN');
      expect(await membership.stateOf('agency', agency)).toBe('WITHDRAWN');
      await reader(uma).isRefused('ACCOUNT_NOT_ACTIVE');
      const { body } = await reader(uma).asks('{ myAccount { state missing } }');
      expect(body.data.myAccount).toEqual({
        state: 'LEFT',
        missing: ['ACCOUNT_NOT_ACTIVE', 'AGENCY_NOT_IN_FORCE'],
      });
      expect(await membership.grantsOf(uma.id)).toEqual(['REVOKED AGENCY_WITHDREW']);
      const grants = await scene.database().owner.run<{ id: string }>({
        text: 'SELECT id FROM access.access_grant WHERE account_id = $1',
        values: [uma.id],
      });
      for (const { id } of grants) {
        const last = (await recordedOf(scene.database().owner, id)).at(-1);
        expect(last).toMatchObject({ machine: 'GRANT', after: 'REVOKED', onBehalfOf: 'SERVICE' });
      }
      expect((await membership.told('AGENCY_WITHDRAWN')).map(({ account }) => account)).toContain(
        caspar.id,
      );
      const page = await fetch(`${scene.gate().url}/register`);
      expect(await page.text()).toContain('WITHDRAWN');
      await scene.database().owner.run({
        text: 'UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE account_id = $1',
        values: [uma.id],
      });
    },
  );
  scenario(
    {
      clause: 'SOM-12b',
      outcome: 'denied',
      that: 'until its notice is over an agency has not left, and whoever does not speak for it gives none',
    },
    async () => {
      const agency = await membership.active();
      await worksFor(agency);
      expect(await membership.step(caspar, 'giveNotice', agency)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      carriedOut(await membership.step(gideon, 'giveNotice', agency));
      await membership.later(29, 'AGENCY_WITHDRAWN');
      expect(await membership.stateOf('agency', agency)).toBe('NOTICE_GIVEN');
      await reader(uma).reads(thistle);
      expect(await membership.signs(agency)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
      expect(
        await membership.nominates(gideon, {
          agency,
          name: 'Orla Finn',
          jobTitle: 'Nurse',
          email: 'orla.finn@saltmarsh.example',
        }),
      ).toMatchObject({ code: 'AGENCY_NOT_TAKING_PART' });
    },
  );
}
