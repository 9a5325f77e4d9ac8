import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { Extracting } from '../vocabulary/extracting.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { halima, desmond, gideon, caspar, niamh, dev, dorothea, tom, callum } = cast.practitioners;
const okafor = cast.families.okafor;

/** What a sub-group wants to learn, who agrees to it, and what comes of it. */
export function themeScenarios(scene: Scene): void {
  const ways = new Extracting(scene);

  scenario(
    {
      clause: 'SOM-6.16.3–5',
      outcome: 'granted',
      that: 'a sub-group proposes a theme, three partners approve it and instruct named analysts, one partner matches, and all who are named are given statistics of nobody',
    },
    async () => {
      const theme = await ways.proposed();
      const deciders = await ways.hasDeciders();
      const states = [];
      for (const [at, who] of deciders.entries())
        states.push(
          carriedOut(await ways.decides(who, 'approveResearchTheme', theme, at + 1)).state,
        );
      expect(states).toEqual(['PROPOSED', 'PROPOSED', 'APPROVED']);
      const extract = await ways.sent({ theme });
      for (const who of [halima, desmond]) {
        const [headings, ...lines] = await ways.lines(extract, who);
        expect(headings).toEqual(['LEVEL_OF_NEED', 'NEEDS_MET', 'FAMILIES']);
        expect(lines.length).toBeGreaterThan(1);
        for (const line of lines) {
          expect(Number(line[2])).toBeGreaterThanOrEqual(10);
          expect(Number(line[2]) % 5).toBe(0);
        }
      }
    },
  );

  scenario(
    {
      clause: 'SOM-6.16.3–5',
      outcome: 'denied',
      that: 'two partners do not decide, nor does one twice, nor whoever proposed it; nobody else matches, nothing of one person is made, and what is withdrawn is not had any more',
    },
    async () => {
      const theme = await ways.proposed();
      await ways.hasDeciders();
      await ways.speaks(dev.id);
      await ways.speaks(callum.id);
      const approves = (who: typeof gideon, revision: number) =>
        ways.decides(who, 'approveResearchTheme', theme, revision);
      carriedOut(await approves(gideon, 1));
      // Another team of the council is the council.
      expect((await approves(dev, 2)).code).toBe('PARTNER_HAS_AGREED');
      carriedOut(await approves(caspar, 2));
      expect((await approves(caspar, 3)).code).toBe('PARTNER_HAS_AGREED');
      expect(await ways.against({ theme })).toEqual(['a theme that three partners approved']);
      expect((await approves(dorothea, 3)).code).toBe('ROLE_NOT_PERMITTED');
      const own = carriedOut(await ways.proposes({}, gideon)).theme;
      expect((await ways.decides(gideon, 'approveResearchTheme', own, 1)).code).toBe(
        'SECOND_PERSON',
      );
      carriedOut(await approves(niamh, 3));
      expect((await approves(callum, 4)).code).toBe('STEP_NOT_POSSIBLE');
      // Desmond is named, and his agency does not match.
      expect(await ways.against({ theme }, {}, desmond)).toEqual([
        'an analyst of the partner that matches',
      ]);
      expect(await ways.against({ theme }, { form: enumOf('ROWS') })).toEqual([
        'one of STATISTICS',
      ]);
      const extract = await ways.sent({ theme });
      carriedOut(await ways.decides(caspar, 'withdrawResearchTheme', theme, 4));
      expect(await ways.against({ theme })).toEqual(['a theme that three partners approved']);
      expect((await ways.part(halima, extract)).code).toBe('EXTRACT_NOT_THERE');
    },
  );

  scenario(
    {
      clause: 'SOM-6.16.6',
      outcome: 'granted',
      that: 'what the theme lists is drawn, of the months that are asked, and nothing besides',
    },
    async () => {
      const theme = await ways.approved();
      const extract = await ways.sent(theme, { fields: [enumOf('NEEDS_MET')] });
      const [headings] = await ways.lines(extract);
      expect(headings).toEqual(['NEEDS_MET', 'FAMILIES']);
      expect(await ways.registered(theme)).toEqual([
        expect.objectContaining({ fields: ['NEEDS_MET'], from: '2020-01', to: '2026-05' }),
      ]);
    },
  );

  scenario(
    {
      clause: 'SOM-6.16.6',
      outcome: 'denied',
      that: 'a field that the theme does not list is not drawn, and a theme lists few, each with why the question needs it',
    },
    async () => {
      const theme = await ways.approved();
      const fields = [enumOf('NEEDS_MET'), enumOf('LOCALITY')];
      expect(await ways.against(theme, { fields })).toEqual(['a field that the agreement lists']);
      const all = [
        'OPENED',
        'CLOSED',
        'LOCALITY',
        'LEVEL_OF_NEED',
        'CHILDREN',
        'NEEDS',
        'NEEDS_MET',
      ];
      const seven = all.map((field) => ({ field: enumOf(field), because: 'It may matter.' }));
      expect((await ways.proposes({ fields: seven })).code).toBe('ARGUMENT_INVALID');
      const unsaid = [{ field: enumOf('OPENED'), because: ' ' }];
      expect((await ways.proposes({ fields: unsaid })).code).toBe('ARGUMENT_INVALID');
    },
  );

  scenario(
    {
      clause: 'SOM-1.7',
      outcome: 'granted',
      that: 'what can be learnt is learnt: of few fields an extract leaves nothing coarser than it has to be, and says what it left out',
    },
    async () => {
      const theme = await ways.approved();
      const first = await ways.made(theme, { fields: [enumOf('NEEDS_MET')] });
      const [made] = await ways.registered(theme);
      expect(made).toMatchObject({ state: 'EXTRACTED', leftOut: 0, coarsened: [] });
      await ways.destroyed(first);
      const agreed = await ways.signed();
      await ways.made(agreed, { fields: ['OPENED', 'NEEDS_MET'].map(enumOf) });
      const [coarse] = await ways.registered(agreed);
      expect(coarse.coarsened).toEqual([{ heading: 'OPENED', times: expect.any(Number) }]);
      expect(coarse.leftOut).toBeLessThanOrEqual(0.2 * (coarse.leftOut + coarse.lines));
    },
  );

  scenario(
    {
      clause: 'SOM-1.7',
      outcome: 'denied',
      that: 'where too many are like too few others, nothing is made of it, and no figure says who',
    },
    async () => {
      const theme = await ways.approved({ smallestClass: 400 });
      const answer = await ways.makes(theme);
      expect(answer.code).toBe('EXTRACT_NOT_ANONYMOUS');
      expect(answer.findings).toEqual([]);
      expect(await ways.registered(theme)).toEqual([]);
      expect((await ways.proposes({ smallestClass: 9 })).code).toBe('ARGUMENT_INVALID');
    },
  );

  scenario(
    {
      clause: 'SOM-1.5',
      outcome: 'granted',
      that: 'a question about how things are done is asked of everybody alike',
    },
    async () => {
      const theme = await ways.approved({
        question: 'Do reviews come later where a school leads?',
      });
      expect(carriedOut(await ways.makes(theme)).state).toBe('EXTRACTED');
    },
  );

  scenario(
    {
      clause: 'SOM-1.5',
      outcome: 'denied',
      that: 'no theme and no extract can be asked of a person, a family, a worker or an agency, nor of the days on which one of them began',
    },
    async () => {
      const theme = await ways.approved();
      const episode = okafor.episodes.current.id;
      for (const named of [
        { family: okafor.id },
        { person: okafor.persons.chidi.id },
        { episode },
        { practitioner: tom.id },
        { agency: tom.agency.id },
      ]) {
        expect((await ways.makes(theme, named)).turnedAway?.code).toBe('GRAPHQL_VALIDATION_FAILED');
        expect((await ways.proposes(named)).turnedAway?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      }
      expect((await ways.makes(theme, { from: '2026-03-04', to: '2026-03-04' })).code).toBe(
        'ARGUMENT_INVALID',
      );
      // Nor are there any lines by which one could be looked for.
      const extract = await ways.sent(theme);
      expect(await ways.left(extract)).toMatchObject({ keys: 0 });
      expect((await ways.part(dorothea, extract)).code).toBe('ROLE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SOM-0',
      outcome: 'granted',
      that: 'the agreement says that sharing is described in use cases; by one that names fields, people and days, and that the partners approved, data is shared',
    },
    async () => {
      const { body } = await scene
        .reader(dorothea)
        .for('ADMINISTRATION')
        .asks('{ agreements { key terms { says clause } } }');
      expect(
        body.data.agreements.find(({ key }: { key: string }) => key === 'SOMERSET_SSCP_TIER_1')
          ?.terms,
      ).toContainEqual({ says: 'sharing itself is described in use cases', clause: 'SOM-0' });
      const theme = await ways.approved();
      expect((await ways.lines(await ways.sent(theme))).length).toBeGreaterThan(1);
    },
  );

  scenario(
    {
      clause: 'SOM-0',
      outcome: 'denied',
      that: 'by a signature alone nothing is: not without a use case, not by one that was only proposed, not on a day that it does not cover',
    },
    async () => {
      expect((await ways.makes({ theme: crypto.randomUUID() })).code).toBe('RECORD_UNKNOWN');
      const fields = ['NEEDS_MET'].map(enumOf);
      expect((await ways.makes({} as never, { form: enumOf('STATISTICS'), fields })).code).toBe(
        'ARGUMENT_INVALID',
      );
      expect(await ways.against({ theme: await ways.proposed() })).toEqual([
        'a theme that three partners approved',
      ]);
      const past = await ways.approved({
        ...{ startsOn: dateFromNow(-60), endsOn: dateFromNow(-1), destroyBy: dateFromNow(9) },
      });
      expect(await ways.against(past)).toEqual([expect.stringContaining('a day from')]);
    },
  );
}
