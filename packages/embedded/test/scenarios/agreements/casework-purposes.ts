import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { healthJustification } from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, tom, niamh, bea, evander, ines, halima, beatrix, paloma, conrad, dev, greer } =
  cast.practitioners;
const { okafor, farrow, yarrow, faraday, gorringe, pettigrew, quantock } = cast.families;
const record = okafor.episodes.current;
const COUNTS = '{ episodeCounts: indicator(id: EPISODES) { cells { kind value symbol } } }';
const POOL = '{ matchCandidates { totalCount } }';

interface Cell {
  readonly value: number | null;
  readonly symbol: string | null;
  readonly kind: string;
}

/** What early help uses data for, and how little of it. */
export function caseworkPurposeScenarios({ given, reader }: Scene): void {
  const evaluator = () => reader(evander).atReporting();

  scenario(
    {
      clause: 'SHR-2.2',
      outcome: 'granted',
      that: 'agencies work together on a record, follow its outcomes, and the national programme gets counts of what was sustained',
    },
    async () => {
      for (const who of [grace, tom, niamh]) {
        await reader(who).for('COORDINATE_SUPPORT').reads(record);
        const { plan } = await reader(who).for('TRACK_OUTCOMES').reads(record);
        expect(plan.actions[0]).toHaveProperty('familyRating');
      }
      const { body } = await evaluator().for('EVALUATION').asks(COUNTS);
      expect(body.data.episodeCounts.cells.length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-2.2',
      outcome: 'denied',
      that: 'an agency that does not work with the family has no part in it, and the programme’s proof is no record',
    },
    async () => {
      await reader(bea).for('COORDINATE_SUPPORT').findsNothingOf(record);
      await reader(grace).for('EVALUATION').isRefused('PURPOSE_NOT_PERMITTED');
      await reader(evander).for('EVALUATION').isRefused('CONTRACT_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'PN-purp',
      outcome: 'granted',
      that: 'families are identified, early help is given by a team, and planning and research get counts',
    },
    async () => {
      const { body } = await reader(halima).for('MATCH_DATA').asks(POOL);
      expect(body.data.matchCandidates.totalCount).toBeGreaterThan(0);
      await reader(grace).for('COORDINATE_SUPPORT').reads(record);
      for (const [who, purpose] of [
        [ines, 'PLANNING_AND_REPORTING'],
        [evander, 'EVALUATION'],
      ] as const)
        expect((await reader(who).atReporting().for(purpose).asks(COUNTS)).body.errors).toBe(
          undefined,
        );
    },
  );

  scenario(
    {
      clause: 'PN-purp',
      outcome: 'denied',
      that: 'none does another’s part: planning reads no record, the team matches nobody, who identifies gives no help',
    },
    async () => {
      await reader(ines).for('COORDINATE_SUPPORT').isRefused('CONTRACT_NOT_PERMITTED');
      await reader(grace).for('MATCH_DATA').isRefused('PURPOSE_NOT_PERMITTED');
      await reader(halima).for('COORDINATE_SUPPORT').isRefused('PURPOSE_NOT_PERMITTED');
      await reader(halima).for('MATCH_DATA').findsNothingOf(quantock.episodes.current);
    },
  );

  scenario(
    {
      clause: 'PN-res',
      outcome: 'granted',
      that: 'a government body gets counts, to evaluate and to research',
    },
    async () => {
      for (const purpose of ['EVALUATION', 'PLANNING_AND_REPORTING'] as const) {
        const { body } = await evaluator().for(purpose).asks(COUNTS);
        expect(body.data.episodeCounts.cells.length).toBeGreaterThan(0);
      }
    },
  );

  scenario(
    {
      clause: 'PN-res',
      outcome: 'denied',
      that: 'it gets no personal or special-category data for them, and nothing at all for anything else',
    },
    async () => {
      for (const purpose of ['EVALUATION', 'UNDERSTAND_NEEDS', 'SAFEGUARDING'] as const)
        await reader(evander).for(purpose).isRefused('CONTRACT_NOT_PERMITTED');
      for (const purpose of ['SAFEGUARDING', 'ADMINISTRATION', 'RIGHTS'] as const)
        await evaluator().for(purpose).isRefused('PURPOSE_NOT_PERMITTED', COUNTS);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4c',
      outcome: 'granted',
      that: 'what is published for government and boards are counts, rounded, and a small one stands as a symbol',
    },
    async () => {
      const { body } = await evaluator().for('EVALUATION').asks(COUNTS);
      const cells: readonly Cell[] = body.data.episodeCounts.cells;
      const values = cells.filter(({ kind }) => kind === 'COUNT').map(({ value }) => value ?? 0);
      expect(values.some((value) => value > 0)).toBe(true);
      expect(values.filter((value) => value % 5 !== 0)).toEqual([]);
      expect(cells.filter(({ symbol }) => symbol === 'c').length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4c',
      outcome: 'denied',
      that: 'nothing in them is about one person: no small count, no reference, no name can be asked for there',
    },
    async () => {
      const { body } = await evaluator().for('EVALUATION').asks(COUNTS);
      const small = (body.data.episodeCounts.cells as readonly Cell[]).filter(
        ({ kind, value }) => kind === 'COUNT' && value !== null && value > 0 && value < 5,
      );
      expect(small).toEqual([]);
      for (const query of ['{ episodes { totalCount } }', '{ matchCandidates { totalCount } }']) {
        const asked = await reader(beatrix).atReporting().for('PLANNING_AND_REPORTING').asks(query);
        expect(asked.body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      }
    },
  );

  scenario(
    {
      clause: 'DEV-A3-min',
      outcome: 'granted',
      that: 'the front door reads who a family is, to find its need; a group worker, what concerns those who take part',
    },
    async () => {
      await reader(dev).reads(farrow.episodes.contact);
      const group = reader(greer).for('COORDINATE_SUPPORT');
      const { family } = await group.asksOf(
        pettigrew.episodes.current,
        'family { members { id groupWork { id } } }',
      );
      expect(JSON.stringify(family)).toContain('groupWork');
    },
  );

  scenario(
    {
      clause: 'DEV-A3-min',
      outcome: 'denied',
      that: 'no more: the front door reads no other family, the group worker neither assessment nor minutes',
    },
    async () => {
      await reader(dev).findsNothingOf(record);
      const group = reader(greer).for('COORDINATE_SUPPORT');
      const more = 'assessment { sections { summary } } meetings { minutes } caseNotes { id }';
      const read = await group.asksOf(pettigrew.episodes.current, more);
      const nothing = { assessment: { sections: null }, meetings: null, caseNotes: null };
      expect(read).toMatchObject(nothing);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.2c',
      outcome: 'granted',
      that: 'a named worker reads the family that they work with, for direct intervention',
    },
    async () => {
      for (const purpose of ['ENGAGE_FAMILY', 'COORDINATE_SUPPORT'] as const)
        await reader(grace).for(purpose).reads(record);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.2c',
      outcome: 'denied',
      that: 'not a family with which the work has ended or never began, and not for anything but direct work',
    },
    async () => {
      await reader(bea).for('COORDINATE_SUPPORT').findsNothingOf(record);
      await given.changed(
        'access.access_grant',
        { id: record.grants.grace },
        { ends_at: '2026-06-17T10:00:00Z' },
      );
      await reader(grace).for('COORDINATE_SUPPORT').findsNothingOf(record);
      for (const purpose of ['MATCH_DATA', 'AUDIT', 'EVALUATION'] as const)
        await reader(grace).for(purpose).isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'STA-5.1a',
      outcome: 'granted',
      that: 'of one child the one class of data is given that the work needs',
    },
    async () => {
      const { jack } = yarrow.persons;
      const episode = yarrow.episodes.current;
      const need = healthJustification({ holder: grace, person: jack, episode });
      await given.added('access.justification', need);
      (await reader(grace).readsOf(jack, episode)).gives('healthConditions', ['Asthma', 'Tics']);
    },
  );

  scenario(
    {
      clause: 'STA-5.1a',
      outcome: 'denied',
      that: 'no other class of that child, and not that class of another person, goes with it',
    },
    async () => {
      const { jack, vera } = yarrow.persons;
      const episode = yarrow.episodes.current;
      const need = healthJustification({ holder: grace, person: jack, episode });
      await given.added('access.justification', need);
      const child = await reader(grace).readsOf(jack, episode);
      for (const field of ['convictions', 'housing', 'nhsNumber']) child.withholds(field);
      (await reader(grace).readsOf(vera, episode)).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.2',
      outcome: 'granted',
      that: 'so that help starts early, a panel reads the case before it, and a wider initiative gets counts',
    },
    async () => {
      await reader(paloma).for('CHOOSE_SUPPORT').reads(faraday.episodes.current);
      const { body } = await evaluator().for('EVALUATION').asks(COUNTS);
      expect(body.errors).toBeUndefined();
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.2',
      outcome: 'denied',
      that: 'a panel reads no case that is not before it, and an initiative or a board no case at all',
    },
    async () => {
      await reader(paloma).for('CHOOSE_SUPPORT').findsNothingOf(gorringe.episodes.current);
      for (const who of [evander, beatrix])
        await reader(who).for('CHOOSE_SUPPORT').isRefused('CONTRACT_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.1',
      outcome: 'granted',
      that: 'who advises practitioners for children’s services reads the family that is asked about',
    },
    async () => {
      const { body } = await reader(conrad)
        .for('PROFESSIONAL_CONVERSATION')
        .asks('{ episodes { totalCount } }');
      expect(body.data.episodes.totalCount).toBeGreaterThan(0);
      await reader(dev).for('PROFESSIONAL_CONVERSATION').reads(farrow.episodes.contact);
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.1',
      outcome: 'denied',
      that: 'advice opens no family about which nobody asked, and an adviser coordinates no support',
    },
    async () => {
      for (const who of [conrad, dev])
        await reader(who).for('PROFESSIONAL_CONVERSATION').findsNothingOf(record);
      await reader(conrad).for('COORDINATE_SUPPORT').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );
}
