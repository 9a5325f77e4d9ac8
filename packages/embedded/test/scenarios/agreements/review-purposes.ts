import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { joins, partnershipOf } from '../vocabulary/partnerships.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, sigrid, quincy, beatrix, halima } = cast.practitioners;
const { okafor, kestrel, hallam, larkin } = cast.families;
const record = okafor.episodes.current;
const reviewed = kestrel.episodes.current;
const audited = hallam.episodes.current;

const staffordshire = partnershipOf('STAFFORDSHIRE_SSCB_ISA');
const somerset = partnershipOf('SOMERSET_SSCP_TIER_1');
const COUNTS = '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { cells { value } } }';
const CHILD = `family { members { id givenName familyName dateOfBirth safeguardingConcerns { concern }
  healthConditions { name } convictions { offence } withheld { coordinate } } }`;

/** What a review, an audit and assurance are for, and how little they are given. */
export function reviewPurposeScenarios({ given, reader, readerUnder }: Scene): void {
  const reviewer = () => reader(sigrid).for('REVIEW');

  scenario(
    {
      clause: 'STA-3.2',
      outcome: 'granted',
      that: 'to keep a child safe and well, who works with the family reads its record, and a reviewer the concerns about it',
    },
    async () => {
      for (const who of [grace, sigrid]) await joins(given, who, 'STAFFORDSHIRE_SSCB_ISA');
      await (await readerUnder(staffordshire, grace)).for('SAFEGUARDING').reads(record);
      const review = (await readerUnder(staffordshire, sigrid)).for('REVIEW');
      const { family } = await review.asksOf(reviewed, CHILD);
      expect(JSON.stringify(family)).toContain('Left alone after school on two days');
    },
  );

  scenario(
    {
      clause: 'STA-3.2',
      outcome: 'denied',
      that: 'what serves none of these aims is refused: not matching, not ordinary support, not evaluation',
    },
    async () => {
      await joins(given, grace, 'STAFFORDSHIRE_SSCB_ISA');
      const school = await readerUnder(staffordshire, grace);
      for (const purpose of ['COORDINATE_SUPPORT', 'MATCH_DATA', 'EVALUATION'] as const)
        await school.for(purpose).isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'STA-2.2e',
      outcome: 'granted',
      that: 'for practice reviews and for performance, which the board’s statutory work needs, a reviewer reads the case',
    },
    async () => {
      await joins(given, sigrid, 'STAFFORDSHIRE_SSCB_ISA');
      const board = await readerUnder(staffordshire, sigrid);
      for (const purpose of ['REVIEW', 'ASSURANCE'] as const)
        await board.for(purpose).reads(reviewed);
    },
  );

  scenario(
    {
      clause: 'STA-2.2e',
      outcome: 'denied',
      that: 'no more than that work needs: no case outside it, no name, and nothing for the everyday work of early help',
    },
    async () => {
      await joins(given, sigrid, 'STAFFORDSHIRE_SSCB_ISA');
      const board = (await readerUnder(staffordshire, sigrid)).for('REVIEW');
      await board.findsNothingOf(record);
      const { family } = await board.asksOf(reviewed, CHILD);
      for (const member of family.members) expect(member.givenName).toBeNull();
      await board.for('TRACK_OUTCOMES').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SOM-1.8',
      outcome: 'granted',
      that: 'so that bodies fulfil their duties and protect children, a reviewer and a team member are given access under it',
    },
    async () => {
      for (const who of [grace, sigrid]) await joins(given, who, 'SOMERSET_SSCP_TIER_1');
      await (await readerUnder(somerset, sigrid)).for('REVIEW').reads(reviewed);
      await (await readerUnder(somerset, grace)).for('SAFEGUARDING').reads(record);
    },
  );

  scenario(
    {
      clause: 'SOM-1.8',
      outcome: 'denied',
      that: 'to fulfil no duty and protect nobody, neither is: outcomes and matching are not its purposes',
    },
    async () => {
      for (const who of [grace, halima]) await joins(given, who, 'SOMERSET_SSCP_TIER_1');
      await (await readerUnder(somerset, grace))
        .for('TRACK_OUTCOMES')
        .isRefused('PURPOSE_NOT_PERMITTED');
      await (await readerUnder(somerset, halima))
        .for('MATCH_DATA')
        .isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SOM-3',
      outcome: 'granted',
      that: 'to cooperate in safeguarding, to learn by reviews, to audit and to monitor, each reads what is theirs',
    },
    async () => {
      for (const who of [grace, sigrid, quincy]) await joins(given, who, 'SOMERSET_SSCP_TIER_1');
      await (await readerUnder(somerset, grace)).for('SAFEGUARDING').reads(record);
      const review = await readerUnder(somerset, sigrid);
      for (const purpose of ['REVIEW', 'ASSURANCE'] as const)
        await review.for(purpose).reads(reviewed);
      await (await readerUnder(somerset, quincy)).for('AUDIT').reads(audited);
    },
  );

  scenario(
    {
      clause: 'SOM-3',
      outcome: 'denied',
      that: 'for anything else everybody is turned away, and told what it may be used for',
    },
    async () => {
      await joins(given, grace, 'SOMERSET_SSCP_TIER_1');
      const school = await readerUnder(somerset, grace);
      for (const purpose of ['UNDERSTAND_NEEDS', 'ENGAGE_FAMILY', 'EVALUATION'] as const) {
        await school.for(purpose).isRefused('PURPOSE_NOT_PERMITTED');
        const { body } = await school.for(purpose).asks('{ me { id } }');
        expect(body.errors?.[0]?.extensions['purposes']).toEqual([
          ...['ADMINISTRATION', 'ASSURANCE', 'AUDIT', 'REVIEW', 'RIGHTS', 'SAFEGUARDING'],
        ]);
      }
    },
  );

  scenario(
    {
      clause: 'SOM-4.8',
      outcome: 'granted',
      that: 'how well early help works is scrutinised: the board reads its counts, and a reviewer a case, for assurance',
    },
    async () => {
      const board = reader(beatrix).atReporting().for('PLANNING_AND_REPORTING');
      const { body } = await board.asks(COUNTS);
      expect(body.data.episodeCounts.cells.length).toBeGreaterThan(0);
      await reader(sigrid).for('ASSURANCE').reads(reviewed);
    },
  );

  scenario(
    {
      clause: 'SOM-4.8',
      outcome: 'denied',
      that: 'scrutiny is no way to a record: the board reads none, nor a reviewer one that is not under review',
    },
    async () => {
      await reader(beatrix).for('ASSURANCE').isRefused('CONTRACT_NOT_PERMITTED');
      await reader(sigrid).for('ASSURANCE').findsNothingOf(record);
    },
  );

  scenario(
    {
      clause: 'SOM-7.2',
      outcome: 'granted',
      that: 'a reviewer is given enough for the review: assessment, plan, minutes and concerns',
    },
    async () => {
      const { assessment, plan, meetings } = await reviewer().reads(reviewed);
      expect(assessment.sections).toHaveLength(6);
      expect(plan.actions.length).toBeGreaterThan(0);
      expect(meetings[0].minutes).toMatch(/\S/);
    },
  );

  scenario(
    {
      clause: 'SOM-7.2',
      outcome: 'denied',
      that: 'and not more: who they are, where they live, what nobody justified, and cases of another stage stay out',
    },
    async () => {
      const { family } = await reviewer().asksOf(reviewed, `${CHILD} `);
      for (const member of family.members)
        expect(member).toMatchObject({ familyName: null, dateOfBirth: null, convictions: null });
      await reviewer().findsNothingOf(larkin.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SOM-6.14.2',
      outcome: 'granted',
      that: 'health data in a review, though under a pseudonym, is given where a justification covers that person',
    },
    async () => {
      const { family } = await reviewer().asksOf(reviewed, CHILD);
      expect(family.members).toContainEqual(
        expect.objectContaining({
          id: kestrel.persons.child.id,
          givenName: null,
          healthConditions: [{ name: 'Fractured wrist' }],
        }),
      );
    },
  );

  scenario(
    {
      clause: 'SOM-6.14.2',
      outcome: 'denied',
      that: 'a pseudonym does not make it free: without the justification, and of the parent, nothing is given',
    },
    async () => {
      await given.changed(
        'access.justification',
        { account_id: sigrid.id, episode_id: reviewed.id },
        { state: 'WITHDRAWN' },
      );
      const { family } = await reviewer().asksOf(reviewed, CHILD);
      for (const member of family.members) expect(member.healthConditions).toBeNull();
      expect(JSON.stringify(family)).not.toContain('Fractured');
    },
  );
}
