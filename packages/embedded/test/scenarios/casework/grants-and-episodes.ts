import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow, daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, rufus, bea, tom, marcus, joel, noel } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const sorrel = families.sorrel.episodes.current;
const vance = families.vance.episodes.current;
const garside = families.garside.episodes.closed;
const delaney = families.delaney.episodes;

/** Grants on open episodes: one person, one record, while the work lasts. */
export function grantScenarios({ given, reader, clock }: Scene): void {
  /** Brings a colleague of grace's up to date, so that nothing but the grant is missing. */
  function rufusIsTrained(): Promise<void> {
    const module = { account_id: rufus.id, module: 'DATA_AND_SECURITY' };
    return given.changed('access.training', module, { expires_on: dateFromNow(90) });
  }

  scenario(
    {
      clause: 'SHR-8.2.1a',
      outcome: 'granted',
      that: 'the named individual of an agency to whom access was granted reads the record',
    },
    async () => {
      const { team } = await reader(grace).reads(okafor);
      expect(team).toContainEqual(expect.objectContaining({ id: grace.id, name: grace.name }));
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1a',
      outcome: 'denied',
      that: 'the grant is not the agency’s: a colleague at the same school, in good standing, finds nothing',
    },
    async () => {
      await rufusIsTrained();
      await reader(rufus).reads(families.thistle.episodes.current);
      await reader(rufus).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'granted',
      that: 'a school TAF member with a live grant for the work with one family reads the open episode of that family',
    },
    async () => {
      const { grants } = await reader(grace).reads(okafor);
      expect(grants).toEqual([
        expect.objectContaining({
          id: okafor.grants.grace,
          role: 'TAF_MEMBER',
          workingRelationship: 'Pastoral lead for Chidi and Ada',
        }),
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'denied',
      that: 'without a grant on that family’s episode nothing is found, and the schema has no way to grant oneself one',
    },
    async () => {
      await reader(bea).findsNothingOf(okafor);
      await reader(bea).findsNothingOf(vance);
      const { body } = await reader(bea).asks('{ __schema { mutationType { fields { name } } } }');
      for (const { name } of body.data.__schema.mutationType.fields)
        expect(name).not.toMatch(/grantMyself|joinTeam/i);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'granted',
      that: 'household, address and members of a family are read through its open episode that one works on',
    },
    async () => {
      const { family } = await reader(grace).reads(okafor);
      expect(family.address).toContain('14 Priory Walk');
      expect(family.households[0].addresses).toHaveLength(2);
      expect(family.members).toHaveLength(5);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'denied',
      that: 'no question starts at a family, a household or a person, and a closed episode opens no such page',
    },
    async () => {
      const roots = await reader(joel).asks('{ __schema { queryType { fields { name } } } }');
      const names = roots.body.data.__schema.queryType.fields.map((f: { name: string }) => f.name);
      expect(names.sort()).toEqual([
        ...[
          'accessEvents',
          'accessGrants',
          'accessRefusals',
          'accessRequestsToAnswer',
          'accountOf',
          'accuracyIssues',
          'activities',
        ],
        ...['agencies', 'agencyMeetings', 'agreements', 'confidentialityStatement'],
        ...['contactsToScreen', 'coversToDecide'],
        ...['documentPart', 'episode', 'episodeChanges', 'episodes'],
        // Tells by which rules a record is read, and of one that may not be seen nothing.
        'explainAccess',
        ...[
          'extractAgreements',
          'extractPart',
          'familyAgreements',
          'foreseeableLapses',
          // The pool of what sources sent, for whoever matches; a proposal is of an item, and leads to no record.
          'importProposals',
          'importedGroup',
          'importedItems',
          'importedSupport',
          'informationRequests',
          'justifications',
          'matchCandidates',
        ],
        // Lists what a request may be about to the host, of a family that somebody named.
        ...[
          'matchingEpisodes',
          'me',
          'myAccessRequests',
          'myAccount',
          'myCovers',
          'myOverrides',
          // The keys and services of reporting tools that one answers for.
          'myReportingCredentials',
          'overdueExtracts',
          'overrides',
          'panelCases',
          'personEntryChanges',
        ],
        // Answers whoever asks what is held about them, and leads to no record.
        'personInExtracts',
        'personMerges',
        ...[
          'policyDraft',
          'policyDrafts',
          'policyEvents',
          'policyReach',
          'policyRoles',
          'policyRules',
        ],
        ...[
          'policyVersions',
          'practitioners',
          'prefillJustification',
          'previewPolicy',
          'privacyNotice',
          'referrals',
        ],
        ...['removalsToTell', 'reportingCredentials', 'researchThemes', 'resolutions'],
        ...['reviewAccess', 'signInProviders'],
        ...['signatures', 'transfers'],
      ]);
      for (const page of [
        `{ family(id: "${families.garside.id}") { id } }`,
        '{ families { id } }',
        '{ people { id } }',
        `{ _entities(representations: [{ __typename: "Family", id: "${families.garside.id}" }]) { __typename } }`,
      ]) {
        const { body } = await reader(joel).asks(page);
        expect(body.data ?? null).toBeNull();
        expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      }
      await reader(joel).findsNothingOf(garside);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'granted',
      that: 'until the support has ended, the supporting worker reads the record',
    },
    async () => {
      await given.changed(
        'access.access_grant',
        { id: okafor.grants.grace },
        { revoked_at: daysFromNow(1), revoked_cause: 'SUPPORT_ENDED' },
      );
      await reader(grace).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'denied',
      that: 'as soon as access is taken away because the support ended, the record is not there for that worker',
    },
    async () => {
      await given.changed(
        'access.access_grant',
        { id: okafor.grants.grace },
        { revoked_at: daysFromNow(0), revoked_cause: 'SUPPORT_ENDED' },
      );
      await reader(grace).findsNothingOf(okafor);
      await reader(marcus).findsNothingOf(vance);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'granted',
      that: 'who is known to work with the family reads its episode while it is open, a reopened one included',
    },
    async () => {
      await reader(grace).reads(okafor);
      await given.changed('episodes.episode', { id: okafor.id }, { status: 'REOPENED' });
      await reader(grace).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'denied',
      that: 'not once the episode is closed, not without a grant, and no grant is saved that does not say what the work is',
    },
    async () => {
      await reader(joel).findsNothingOf(garside);
      await given.changed('episodes.episode', { id: okafor.id }, { status: 'CLOSED' });
      await reader(grace).findsNothingOf(okafor);
      await reader(tom).findsNothingOf(okafor);
      await reader(marcus).findsNothingOf(families.pemberton.episodes.current);
      const unexplained = given.changed(
        'access.access_grant',
        { id: okafor.grants.niamh },
        { working_relationship: null },
      );
      await expect(unexplained).rejects.toMatchObject({ logged: { sqlstate: '23502' } });
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'granted',
      that: 'a grant opens the one record it was given for, until it ends',
    },
    async () => {
      await given.changed(
        'access.access_grant',
        { id: sorrel.grants.marcus },
        { ends_at: daysFromNow(5) },
      );
      clock.set(new Date(Date.parse(daysFromNow(5)) - 1));
      await reader(marcus).reads(sorrel);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'denied',
      that: 'not the record of the same children’s other family, not the family’s next episode, and nothing once it ended',
    },
    async () => {
      await reader(marcus).findsNothingOf(vance);
      await reader(noel).findsNothingOf(delaney.current);
      await given.changed(
        'access.access_grant',
        { id: sorrel.grants.marcus },
        { ends_at: daysFromNow(5) },
      );
      clock.set(new Date(daysFromNow(5)));
      await reader(marcus).findsNothingOf(sorrel);
    },
  );
}
