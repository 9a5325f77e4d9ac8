import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { healthJustification, restrictedJustification } from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, tom, niamh, rhona, kwame, sian, bea, owen, joel, noel } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const yarrow = families.yarrow.episodes.current;
const { jack, vera } = families.yarrow.persons;

/** The agencies that work with the Yarrow family: two schools, health, police, housing. */
const YARROW_TEAM = [grace, sian, niamh, rhona, kwame];

/** What the team shares in full, and what another partner holds. */
export function recordSharingScenarios({ given, reader }: Scene): void {
  scenario(
    {
      clause: 'SHR-3.4.2a',
      outcome: 'granted',
      that: 'every practitioner of the team reads the complete assessment, all six areas, word for word as the lead does',
    },
    async () => {
      const { assessment } = await reader(tom).reads(okafor);
      expect(assessment.reasons).toContain('Sunday dinners');
      expect(assessment.sections).toHaveLength(6);
      for (const section of assessment.sections) {
        expect(section.summary).toEqual(expect.any(String));
        expect(section.strengths).toEqual(expect.any(String));
      }
      for (const member of [grace, niamh])
        expect((await reader(member).reads(okafor)).assessment).toEqual(assessment);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.2a',
      outcome: 'denied',
      that: 'a practitioner who is not, or no longer, of the team reads none of the assessment',
    },
    async () => {
      await reader(bea).findsNothingOf(okafor);
      await given.changed(
        'access.access_grant',
        { id: okafor.grants.niamh },
        { ends_at: daysFromNow(0) },
      );
      await reader(niamh).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.5',
      outcome: 'granted',
      that: 'in a live team the whole plan, the progress of each action and the minutes of every meeting reach each member',
    },
    async () => {
      const { status, plan, meetings } = await reader(tom).reads(okafor);
      expect(status).toBe('OPEN_TAF');
      expect(plan.actions).toHaveLength(5);
      expect(plan.actions).toContainEqual(
        expect.objectContaining({ goal: expect.any(String), status: 'DONE', familyRating: 9 }),
      );
      expect(meetings).toHaveLength(3);
      for (const { minutes } of meetings) expect(minutes).toEqual(expect.any(String));
      for (const member of [grace, niamh])
        expect(await reader(member).reads(okafor)).toMatchObject({ plan, meetings });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.5',
      outcome: 'denied',
      that: 'plan, progress and minutes reach nobody outside the team, and no member once the team’s work is closed',
    },
    async () => {
      await reader(owen).findsNothingOf(okafor);
      await given.changed('episodes.episode', { id: okafor.id }, { status: 'CLOSED' });
      for (const member of [grace, niamh]) await reader(member).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.7a',
      outcome: 'granted',
      that: 'school, health, police and housing read the same assessment, plan and minutes through the system',
    },
    async () => {
      const { assessment, plan, meetings } = await reader(tom).reads(yarrow);
      expect(assessment.sections).toHaveLength(6);
      expect(plan.actions).toHaveLength(3);
      expect(meetings).toHaveLength(1);
      for (const member of YARROW_TEAM)
        expect(await reader(member).reads(yarrow)).toMatchObject({ assessment, plan, meetings });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.7a',
      outcome: 'denied',
      that: 'the condition that fails is the same for all three and for every agency: without the family’s agreement none of them is there',
    },
    async () => {
      await given.changed(
        'families.family_agreement',
        { episode_id: yarrow.id },
        { state: 'WITHDRAWN', withdrawn_at: daysFromNow(0) },
      );
      for (const member of YARROW_TEAM) await reader(member).findsNothingOf(yarrow);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'granted',
      that: 'what the school wrote the health visitor reads, and what the health visitor wrote the school reads',
    },
    async () => {
      for (const member of [tom, grace, niamh]) {
        const { assessment, plan } = await reader(member).reads(okafor);
        for (const items of [assessment.sections, plan.actions]) {
          const authors = items.map((item: { recordedBy: { id: string } }) => item.recordedBy.id);
          expect(new Set(authors)).toEqual(new Set([tom.id, grace.id, niamh.id]));
        }
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'denied',
      that: 'not to an agency that has an entry there but was not granted access, nor to one granted that no longer works with the family',
    },
    async () => {
      await reader(bea).findsNothingOf(okafor);
      await reader(bea).findsNothingOf(families.hollis.episodes.current);
      await reader(joel).findsNothingOf(families.garside.episodes.closed);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.6',
      outcome: 'granted',
      that: 'with a need to know that is justified, a school reads what a health trust holds about the child',
    },
    async () => {
      const need = healthJustification({ holder: grace, person: jack, episode: yarrow });
      await given.added('access.justification', need);
      const child = await reader(grace).readsOf(jack, yarrow);
      child.gives('healthConditions', ['Asthma', 'Tics']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.6',
      outcome: 'denied',
      that: 'having signed opens no family, and on a family worked with it does not open what another partner holds',
    },
    async () => {
      await reader(noel).findsNothingOf(yarrow);
      const child = await reader(grace).readsOf(jack, yarrow);
      child.withholds('healthConditions');
      const parent = await reader(grace).readsOf(vera, yarrow);
      for (const field of ['convictions', 'housing']) parent.withholds(field);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-4',
      outcome: 'granted',
      that: 'within the team the plan is shared with the housing officer, and attendance too once it is relevant to the tenancy plan',
    },
    async () => {
      const { plan } = await reader(kwame).reads(yarrow);
      expect(plan.actions).toHaveLength(3);
      const relevant = restrictedJustification({
        holder: kwame,
        person: jack,
        episode: yarrow,
        classes: ['RESTRICTED:EDUCATION'],
      });
      await given.added('access.justification', relevant);
      const child = await reader(kwame).readsOf(jack, yarrow);
      child.gives('attendance', ['Autumn term', 'Transition week']);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-4',
      outcome: 'denied',
      that: 'not outside the team, and within it not an item whose relevance nobody stated',
    },
    async () => {
      await reader(owen).findsNothingOf(yarrow);
      (await reader(kwame).readsOf(jack, yarrow)).withholds('attendance');
      const unstated = restrictedJustification(
        { holder: kwame, person: jack, episode: yarrow, classes: ['RESTRICTED:EDUCATION'] },
        { relevance: ' \n' },
      );
      await given.added('access.justification', unstated);
      (await reader(kwame).readsOf(jack, yarrow)).withholds('attendance');
    },
  );

  scenario(
    {
      clause: 'PN-share',
      outcome: 'granted',
      that: 'police, school, health and housing that are involved with the family read its record, and a further item under a legal basis',
    },
    async () => {
      for (const member of [rhona, grace, niamh, kwame]) await reader(member).reads(yarrow);
      const basis = restrictedJustification({
        holder: rhona,
        person: vera,
        episode: yarrow,
        classes: ['RESTRICTED:HOUSING'],
      });
      await given.added('access.justification', basis);
      const parent = await reader(rhona).readsOf(vera, yarrow);
      parent.gives('housing', ['Rent arrears', 'Damp and mould']);
    },
  );

  scenario(
    {
      clause: 'PN-share',
      outcome: 'denied',
      that: 'services of the same kinds that are not involved read nothing, and an involved one nothing further without a legal basis',
    },
    async () => {
      for (const outsider of [bea, owen]) await reader(outsider).findsNothingOf(yarrow);
      (await reader(rhona).readsOf(vera, yarrow)).withholds('housing');
      const noBasis = restrictedJustification(
        { holder: rhona, person: vera, episode: yarrow, classes: ['RESTRICTED:HOUSING'] },
        { article_6: 'NONE' },
      );
      await given.added('access.justification', noBasis);
      (await reader(rhona).readsOf(vera, yarrow)).withholds('housing');
    },
  );
}
