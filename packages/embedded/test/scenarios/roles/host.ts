import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, tom, bea, grace, adaline, ines, esther } = cast.practitioners;
const { quantock, pargeter, pettigrew, okafor } = cast.families;
const current = quantock.episodes.current;

const COUNTS =
  '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough cells { value } } }';
const RULES = '{ policyRules { name role clause fields purposes condition } }';

/** The host team: access to records, and what it may see of them. */
export function hostScenarios({ given, reader }: Scene): void {
  const support = () => reader(prue).for('ADMINISTRATION');

  scenario(
    {
      clause: 'SHR-8.3.8d',
      outcome: 'granted',
      that: 'a record opens for the one practitioner to whom it was granted, and the host sees who that is and until when',
    },
    async () => {
      await reader(tom).reads(current);
      const { grants } = await support().reads(current);
      expect(grants).toContainEqual(
        expect.objectContaining({ id: current.grants.tom, practitioner: { id: tom.id } }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8d',
      outcome: 'denied',
      that: 'no other record opens with it, not for the host team either, and the record closes when access is taken away',
    },
    async () => {
      await support().findsNothingOf(okafor.episodes.current);
      await support().findsNothingOf(pargeter.episodes.contact);
      await given.changed(
        'access.access_grant',
        { id: current.grants.prue },
        { revoked_at: daysFromNow(0), revoked_cause: 'SUPPORT_ENDED' },
      );
      await support().findsNothingOf(current);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'granted',
      that: 'until the host has taken access away, a school goes on reading, whatever is planned',
    },
    async () => {
      await given.changed(
        'access.access_grant',
        { id: pettigrew.episodes.current.grants.bea },
        { ends_at: daysFromNow(7) },
      );
      await reader(bea).reads(pettigrew.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'denied',
      that: 'once support has ended and access is taken away, the worker reads nothing, and the host sees why',
    },
    async () => {
      await given.changed(
        'access.access_grant',
        { id: current.grants.tom },
        { revoked_at: daysFromNow(0), revoked_cause: 'SUPPORT_ENDED' },
      );
      await reader(tom).findsNothingOf(current);
      const { grants } = await support().reads(current);
      expect(grants).toContainEqual(
        expect.objectContaining({ id: current.grants.tom, revokedCause: 'SUPPORT_ENDED' }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7h',
      outcome: 'granted',
      that: 'of one family the host reads who it is, the manager the plan as well, and the administrator what each may',
    },
    async () => {
      const host = await support().reads(current);
      expect(host.family.members).toHaveLength(2);
      expect(host.family.address).toContain('Upper Green');
      const manager = await reader(gideon).for('ADMINISTRATION').reads(current);
      expect(manager.plan.objective).toMatch(/\S/);
      const { body } = await reader(adaline).for('ADMINISTRATION').asks(RULES);
      expect(body.data.policyRules).toContainEqual(
        expect.objectContaining({
          role: 'BUSINESS_SUPPORT',
          clause: 'SHR-8.3.8d',
          condition: expect.stringContaining('grant.live'),
        }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7h',
      outcome: 'denied',
      that: 'the host reads nothing that the team wrote nor what a rule asks for, and whoever watches over rules finds nothing of a family',
    },
    async () => {
      const { reason, assessment, needs, plan, meetings } = await support().reads(current);
      expect([reason, assessment, needs, plan, meetings]).toEqual([null, null, null, null, null]);
      const titles = await support().asks(RULES);
      for (const rule of titles.body.data.policyRules)
        expect(rule).toMatchObject({ fields: null, purposes: null, condition: null });
      await reader(adaline).for('ADMINISTRATION').findsNothingOf(current);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8h',
      outcome: 'granted',
      that: 'the host’s analyst reads the counts that management information is made from',
    },
    async () => {
      const { body } = await reader(ines).atReporting().for('PLANNING_AND_REPORTING').asks(COUNTS);
      expect(body.errors).toBeUndefined();
      expect(body.data.episodeCounts.cells.length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8h',
      outcome: 'denied',
      that: 'it is not made by whoever works on records: business support, a manager or a team member reads no counts',
    },
    async () => {
      for (const who of [prue, gideon, grace])
        await reader(who)
          .atReporting()
          .for('PLANNING_AND_REPORTING')
          .isRefused('CONTRACT_NOT_PERMITTED', COUNTS);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-req',
      outcome: 'granted',
      that: 'access that somebody else approved, for a piece of work that is named, opens the record for it',
    },
    async () => {
      const { grants } = await reader(tom).reads(current);
      expect(grants).toContainEqual(
        expect.objectContaining({
          id: current.grants.tom,
          workingRelationship: expect.stringMatching(/\S/),
        }),
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A3-req',
      outcome: 'denied',
      that: 'access that one approved for oneself opens nothing, a manager’s or the host’s included',
    },
    async () => {
      for (const [who, grant] of [
        [tom, current.grants.tom],
        [gideon, current.grants.gideon],
        [prue, current.grants.prue],
      ] as const)
        await given.changed('access.access_grant', { id: grant }, { granted_by: who.id });
      await reader(tom).findsNothingOf(current);
      await reader(gideon).for('ADMINISTRATION').findsNothingOf(current);
      await support().findsNothingOf(current);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-san',
      outcome: 'granted',
      that: 'who keeps to the terms goes on reading',
    },
    async () => {
      await reader(esther).reads(pettigrew.episodes.current);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-san',
      outcome: 'denied',
      that: 'whose account is stopped for a breach of the terms is turned away, whatever grants there are',
    },
    async () => {
      await given.changed('access.account', { id: esther.id }, { state: 'TERMS_BREACH' });
      await reader(esther).isRefused('ACCOUNT_NOT_ACTIVE');
    },
  );
}
