import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { quincy, sigrid, ursula } = cast.practitioners;
const { hallam, inskip, jellicoe, kestrel, larkin } = cast.families;
const audited = hallam.episodes.current;
const reviewed = kestrel.episodes.current;

const AUDIT = { episode_id: audited.id, kind: 'AUDIT' };
const NAMELESS =
  'family { address members { id givenName familyName dateOfBirth birthYear ageBand gender nhsNumber } } meetings { heldOn attendees minutes }';

/** Quality audits, and the reviews of the safeguarding partnership. */
export function auditAndReviewScenarios({ given, reader, clock }: Scene): void {
  const auditor = () => reader(quincy).for('AUDIT');
  const reviewer = () => reader(sigrid).for('REVIEW');

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'granted',
      that: 'an auditor who was invited reads a case that is not their own until the audit’s last moment',
    },
    async () => {
      await auditor().reads(audited);
      clock.set(new Date(Date.parse(daysFromNow(30)) - 1));
      await auditor().reads(audited);
    },
  );

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'denied',
      that: 'not once the time set for the audit is over, nor where none was set, nor a case they were not invited to',
    },
    async () => {
      await auditor().findsNothingOf(jellicoe.episodes.current);
      await auditor().findsNothingOf(reviewed);
      await given.changed('access.proceeding', AUDIT, { ends_at: null });
      await auditor().findsNothingOf(audited);
    },
  );

  scenario(
    {
      clause: 'SHR-6b',
      outcome: 'granted',
      that: 'while the audit is open its auditor reads the case',
    },
    async () => {
      const { plan } = await auditor().reads(audited);
      expect(plan.objective).toBe('Three calm mornings a week by the end of term.');
    },
  );

  scenario(
    {
      clause: 'SHR-6b',
      outcome: 'denied',
      that: 'as soon as the audit is complete the case is not there, however long the grant would run',
    },
    async () => {
      await auditor().findsNothingOf(inskip.episodes.current);
      await given.changed('access.proceeding', AUDIT, { state: 'COMPLETE' });
      await auditor().findsNothingOf(audited);
    },
  );

  scenario(
    {
      clause: 'STA-1.2',
      outcome: 'granted',
      that: 'a reviewer reads a child’s safeguarding concerns in the review of that child’s case',
    },
    async () => {
      const { family } = await reviewer().asksOf(
        reviewed,
        'family { members { id safeguardingConcerns { concern } } }',
      );
      expect(family.members).toContainEqual({
        id: kestrel.persons.child.id,
        safeguardingConcerns: [{ concern: 'Left alone after school on two days' }],
      });
    },
  );

  scenario(
    {
      clause: 'STA-1.2',
      outcome: 'denied',
      that: 'for anything but protection by reviews and assurance a reviewer is turned away',
    },
    async () => {
      for (const purpose of ['COORDINATE_SUPPORT', 'ADMINISTRATION', 'MATCH_DATA'] as const)
        await reader(sigrid).for(purpose).isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SOM-2.2',
      outcome: 'granted',
      that: 'a case is read for a review, for an audit, and for assurance, by whoever does that',
    },
    async () => {
      for (const purpose of ['REVIEW', 'ASSURANCE'] as const)
        await reader(sigrid).for(purpose).reads(reviewed);
      await auditor().reads(audited);
    },
  );

  scenario(
    {
      clause: 'SOM-2.2',
      outcome: 'denied',
      that: 'no other work is done under a review: not evaluation, not matching, and no reviewer does the auditor’s part',
    },
    async () => {
      for (const purpose of ['AUDIT', 'EVALUATION', 'MATCH_DATA'] as const)
        await reader(sigrid).for(purpose).isRefused('PURPOSE_NOT_PERMITTED');
      await reader(quincy).for('REVIEW').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SOM-5.1',
      outcome: 'granted',
      that: 'what was shared for a review is read in that review, until its last moment',
    },
    async () => {
      clock.set(new Date(Date.parse(daysFromNow(50)) - 1));
      await reviewer().reads(reviewed);
    },
  );

  scenario(
    {
      clause: 'SOM-5.1',
      outcome: 'denied',
      that: 'the same case is not read to give support, to understand needs, or for no stated purpose',
    },
    async () => {
      for (const purpose of ['UNDERSTAND_NEEDS', 'TRACK_OUTCOMES'] as const)
        await reader(sigrid).for(purpose).isRefused('PURPOSE_NOT_PERMITTED');
      await reader(sigrid).for(null).isRefused('PURPOSE_REQUIRED');
    },
  );

  scenario(
    {
      clause: 'SOM-6.13.2',
      outcome: 'granted',
      that: 'the facts of the case come under identifiers: age band, minutes and needs',
    },
    async () => {
      const { family, meetings } = await reviewer().asksOf(reviewed, NAMELESS);
      expect(family.members).toContainEqual(
        expect.objectContaining({ id: kestrel.persons.child.id, ageBand: '5-9' }),
      );
      expect(meetings[0].minutes).toBe('The plan was read aloud and agreed line by line.');
    },
  );

  scenario(
    {
      clause: 'SOM-6.13.2',
      outcome: 'denied',
      that: 'a reviewer sees no name, address, number or date of birth, and not who came to the meeting',
    },
    async () => {
      const { family, meetings } = await reviewer().asksOf(reviewed, NAMELESS);
      expect(family.address).toBeNull();
      for (const person of family.members)
        expect(person).toMatchObject({
          givenName: null,
          familyName: null,
          dateOfBirth: null,
          birthYear: null,
          nhsNumber: null,
        });
      expect(meetings[0].attendees).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SOM-8.3',
      outcome: 'granted',
      that: 'an approved reviewer reads the file for which they were authorised',
    },
    async () => {
      await reviewer().reads(reviewed);
    },
  );

  scenario(
    {
      clause: 'SOM-8.3',
      outcome: 'denied',
      that: 'not a file under review without the authorisation for it, and none once the approval has ended',
    },
    async () => {
      await given.changed('access.proceeding', AUDIT, { kind: 'REVIEW', state: 'STAGE_REVIEW' });
      await reviewer().findsNothingOf(audited);
      await given.changed(
        'access.role_holding',
        { account_id: sigrid.id, role: 'SAFEGUARDING_REVIEWER' },
        { ends_at: daysFromNow(0) },
      );
      const { text } = await reviewer().asks('{ episodes { totalCount edges { node { id } } } }');
      expect(text).not.toContain(reviewed.id);
    },
  );

  scenario(
    {
      clause: 'SOM-8.6',
      outcome: 'granted',
      that: 'the file opens when the review comes to the stage that reads it',
    },
    async () => {
      await given.changed(
        'access.proceeding',
        { episode_id: larkin.episodes.current.id, kind: 'REVIEW' },
        { state: 'STAGE_REVIEW' },
      );
      await reviewer().reads(larkin.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SOM-8.6',
      outcome: 'denied',
      that: 'at another stage the file is not there, and no longer once the review has moved on',
    },
    async () => {
      await reviewer().findsNothingOf(larkin.episodes.current);
      await given.changed(
        'access.proceeding',
        { episode_id: reviewed.id, kind: 'REVIEW' },
        { state: 'STAGE_REPORT' },
      );
      await reviewer().findsNothingOf(reviewed);
    },
  );

  const GRANTS =
    '{ accessGrants(first: 100) { edges { node { id role practitioner { id name } } } } }';

  scenario(
    {
      clause: 'SOM-8.7',
      outcome: 'granted',
      that: 'the business unit sees by name who reviews, on which grants',
    },
    async () => {
      const { body } = await reader(ursula).for('ADMINISTRATION').asks(GRANTS);
      expect(body.errors).toBeUndefined();
      expect(body.data.accessGrants.edges).toContainEqual({
        node: {
          id: reviewed.grants.sigrid,
          role: 'SAFEGUARDING_REVIEWER',
          practitioner: { id: sigrid.id, name: sigrid.name },
        },
      });
    },
  );

  scenario(
    {
      clause: 'SOM-8.7',
      outcome: 'denied',
      that: 'it sees no grant but reviewers’ and no case, though it holds a grant on one',
    },
    async () => {
      const { body } = await reader(ursula).for('ADMINISTRATION').asks(GRANTS);
      const roles = body.data.accessGrants.edges.map(
        ({ node }: { node: { role: string } }) => node.role,
      );
      expect(new Set(roles)).toEqual(new Set(['SAFEGUARDING_REVIEWER']));
      await reader(ursula).for('ADMINISTRATION').findsNothingOf(reviewed);
    },
  );
}
