import { DEFAULT_PARTNERSHIP } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { accepts, joins, partnershipOf, signs } from '../vocabulary/partnerships.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, sigrid, beatrix, halima, tom, evander, kwame } = cast.practitioners;
const { okafor, kestrel, quantock } = cast.families;
const record = okafor.episodes.current;
const reviewed = kestrel.episodes.current;

const board = partnershipOf('STAFFORDSHIRE_SSCB_ISA', 'SHROPSHIRE_PRIVACY_NOTICE');
const devon = partnershipOf('DEVON_WPA');
const both = {
  ...DEFAULT_PARTNERSHIP,
  agreements: [...DEFAULT_PARTNERSHIP.agreements, ...board.agreements.slice(0, 1)],
};
const COUNTS = '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { cells { value } } }';

/** Which agreements are in force, who signed them, and what each lets one do. */
export function partnershipScenarios({ given, reader, readerUnder, clock }: Scene): void {
  scenario(
    {
      clause: 'STA-1.3c',
      outcome: 'granted',
      that: 'the agreement is published to everybody, and an agency that was asked and signed is served under it',
    },
    async () => {
      const { body } = await reader(grace).asks('{ agreements { key parties { name } } }');
      expect(body.data.agreements).toContainEqual(
        expect.objectContaining({ key: 'STAFFORDSHIRE_SSCB_ISA' }),
      );
      await joins(given, sigrid, 'STAFFORDSHIRE_SSCB_ISA');
      await (await readerUnder(board, sigrid)).for('REVIEW').reads(reviewed);
    },
  );

  scenario(
    {
      clause: 'STA-1.3c',
      outcome: 'denied',
      that: 'who was asked and has not signed is turned away, whatever else it signed',
    },
    async () => {
      await accepts(given, sigrid, 'STAFFORDSHIRE_SSCB_ISA');
      const reviewer = await readerUnder(board, sigrid);
      await reviewer.for('REVIEW').isRefused('AGENCY_NOT_IN_FORCE');
      await reader(sigrid).for('REVIEW').isRefused('ACCEPTANCE_MISSING');
    },
  );

  scenario(
    {
      clause: 'STA-1.0',
      outcome: 'granted',
      that: 'a school that the partners draw in signs, and safeguards under the agreement like the three',
    },
    async () => {
      await joins(given, grace, 'STAFFORDSHIRE_SSCB_ISA');
      await (await readerUnder(board, grace)).for('SAFEGUARDING').reads(record);
    },
  );

  scenario(
    {
      clause: 'STA-1.0',
      outcome: 'denied',
      that: 'a school that was not drawn in has no part, and one that was sees no family but those it works with',
    },
    async () => {
      await accepts(given, kwame, 'STAFFORDSHIRE_SSCB_ISA');
      const other = await readerUnder(board, kwame);
      await other.for('SAFEGUARDING').isRefused('AGENCY_NOT_IN_FORCE');
      await joins(given, grace, 'STAFFORDSHIRE_SSCB_ISA');
      await (await readerUnder(board, grace)).for('SAFEGUARDING').findsNothingOf(reviewed);
    },
  );

  scenario(
    {
      clause: 'STA-9.0c',
      outcome: 'granted',
      that: 'the agreement stays in force though its yearly review was missed: who signed it is served',
    },
    async () => {
      const { body } = await reader(grace).asks(
        '{ agreements { key validFrom validUntil firstReviewAfterMonths reviewEveryMonths } }',
      );
      expect(body.data.agreements).toContainEqual({
        key: 'STAFFORDSHIRE_SSCB_ISA',
        validFrom: '2024-01-04',
        validUntil: null,
        firstReviewAfterMonths: 6,
        reviewEveryMonths: 12,
      });
      await joins(given, sigrid, 'STAFFORDSHIRE_SSCB_ISA');
      await (await readerUnder(board, sigrid)).for('REVIEW').reads(reviewed);
    },
  );

  scenario(
    {
      clause: 'STA-9.0c',
      outcome: 'denied',
      that: 'once a notice of termination has taken effect, for one party or for all, nobody is served under it',
    },
    async () => {
      await joins(given, sigrid, 'STAFFORDSHIRE_SSCB_ISA');
      await given.changed(
        'access.agency_signature',
        { agency_id: sigrid.agency.id, agreement: 'STAFFORDSHIRE_SSCB_ISA' },
        { ends_at: daysFromNow(0) },
      );
      const reviewer = await readerUnder(board, sigrid);
      await reviewer.for('REVIEW').isRefused('AGENCY_NOT_IN_FORCE');
      clock.set(new Date('2026-06-16T10:00:00Z'));
      const over = {
        ...board,
        agreements: board.agreements.map((each) => ({ ...each, until: '2026-06-16' })),
      };
      await (await readerUnder(over, sigrid)).for('REVIEW').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.6',
      outcome: 'denied',
      that: 'a signature of one agreement gives no part in what only another allows, where both are in force',
    },
    async () => {
      await given.removed('access.agency_signature', { agency_id: grace.agency.id });
      await signs(given, grace.agency, 'STAFFORDSHIRE_SSCB_ISA');
      const school = await readerUnder(both, grace);
      await school.for('SAFEGUARDING').reads(record);
      await school.for('COORDINATE_SUPPORT').isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'DEV-4.2',
      outcome: 'granted',
      that: 'under it data serves to identify, to assess, to coordinate, to follow outcomes, and to supply counts for evaluation',
    },
    async () => {
      for (const who of [grace, halima, evander]) await joins(given, who, 'DEVON_WPA');
      const team = await readerUnder(devon, grace);
      for (const purpose of ['UNDERSTAND_NEEDS', 'COORDINATE_SUPPORT', 'TRACK_OUTCOMES'] as const)
        await team.for(purpose).reads(record);
      const hub = (await readerUnder(devon, halima)).for('MATCH_DATA');
      const pool = await hub.asks('{ matchCandidates { totalCount } }');
      expect(pool.body.data.matchCandidates.totalCount).toBeGreaterThan(0);
      const evaluator = (await readerUnder(devon, evander)).atReporting().for('EVALUATION');
      expect((await evaluator.asks(COUNTS)).body.errors).toBeUndefined();
    },
  );

  scenario(
    {
      clause: 'DEV-4.2',
      outcome: 'denied',
      that: 'for what is none of its purposes everybody is turned away, and told which are',
    },
    async () => {
      for (const who of [grace, sigrid, beatrix]) await joins(given, who, 'DEVON_WPA');
      for (const [who, purpose] of [
        [grace, 'SAFEGUARDING'],
        [sigrid, 'REVIEW'],
      ] as const) {
        const asking = (await readerUnder(devon, who)).for(purpose);
        await asking.isRefused('PURPOSE_NOT_PERMITTED');
        const { body } = await asking.asks('{ me { id } }');
        expect(body.errors?.[0]?.extensions['purposes']).toEqual([
          ...['ADMINISTRATION', 'CHOOSE_SUPPORT', 'COORDINATE_SUPPORT', 'ENGAGE_FAMILY'],
          ...['EVALUATION', 'MATCH_DATA', 'PROFESSIONAL_CONVERSATION', 'RIGHTS'],
          ...['TRACK_OUTCOMES', 'UNDERSTAND_NEEDS'],
        ]);
      }
      const counts = (await readerUnder(devon, beatrix)).atReporting();
      await counts.for('PLANNING_AND_REPORTING').isRefused('PURPOSE_NOT_PERMITTED', COUNTS);
    },
  );

  scenario(
    {
      clause: 'DEV-2.2',
      outcome: 'granted',
      that: 'to identify who needs help the data hub reads its pool without anybody’s agreement; to give help the team reads with it',
    },
    async () => {
      const { body } = await reader(halima)
        .for('MATCH_DATA')
        .asks('{ matchCandidates { totalCount } }');
      expect(body.data.matchCandidates.totalCount).toBeGreaterThan(0);
      await reader(tom).for('COORDINATE_SUPPORT').reads(record);
    },
  );

  scenario(
    {
      clause: 'DEV-2.2',
      outcome: 'denied',
      that: 'help is not given out of what identified: the hub finds no record, and without the agreement nor does the team',
    },
    async () => {
      await reader(halima).for('MATCH_DATA').findsNothingOf(quantock.episodes.current);
      await reader(halima).for('COORDINATE_SUPPORT').isRefused('PURPOSE_NOT_PERMITTED');
      await given.changed(
        'families.family_agreement',
        { episode_id: record.id },
        { state: 'NOT_DISCUSSED', signed_at: null },
      );
      await reader(tom).for('COORDINATE_SUPPORT').findsNothingOf(record);
      await reader(tom).for('MATCH_DATA').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );
}
