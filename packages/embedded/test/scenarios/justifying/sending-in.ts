import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import { daysAfter } from '../../machines/days-after.ts';
import type { Arguments, Practitioner } from '../../machines/justifying.ts';
import { complete, EPISODE, ITEMS, legalFor, reads, sends } from '../../machines/justifying.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { kwame, grace, niamh, paloma, tom, rhona } = cast.practitioners;
const { jack } = cast.families.yarrow.persons;
const { faraday, gorringe } = cast.families;

const PREFILL = `query ($episode: ID!, $person: ID!, $classes: [String!]!, $purpose: String!) {
  prefillJustification(episode: $episode, person: $person, classes: $classes, purpose: $purpose) {
    legal { field proposed choices clauses } toWrite approvalReasons longestUntil missing { code part expected } } }`;

interface Prefilled {
  readonly legal: readonly {
    readonly field: string;
    readonly proposed: string | null;
    readonly choices: readonly string[];
    readonly clauses: readonly string[];
  }[];
  readonly toWrite: readonly string[];
  readonly approvalReasons: readonly string[];
  readonly missing: readonly { readonly part: string }[];
}

/** What a justification rests on, from the law to what is written, and who is covered by it. */
export function sendingInScenarios({ gate, given, clock }: Scene): void {
  const justifies = (
    by: Practitioner,
    differs: Arguments = {},
    item: 'HEALTH' | 'OFFENCE' = 'HEALTH',
  ) => sends(gate(), by, 'justify', complete(item, by, daysAfter(clock.now(), 30), differs));
  const partsOf = async (...asked: Parameters<typeof justifies>) =>
    (await justifies(...asked)).refused?.findings.map(({ part }) => part) ?? [];
  const prefilled = async (
    who: Asking,
    asked: { readonly episode: { readonly id: string }; readonly person: { readonly id: string } },
    { classes = ['SPECIAL_CATEGORY:HEALTH'], purpose = 'UNDERSTAND_NEEDS' as Purpose } = {},
  ): Promise<Prefilled | null> => {
    const variables = { episode: asked.episode.id, person: asked.person.id, classes, purpose };
    const { body } = await gate().ask(who, PREFILL, { variables, purpose });
    expect(body.errors).toBeUndefined();
    return body.data.prefillJustification;
  };
  const proposed = ({ legal }: Prefilled) =>
    Object.fromEntries(legal.map((each) => [each.field, each.proposed]));

  scenario(
    {
      clause: 'STA-3.1f',
      outcome: 'granted',
      that: 'what is proposed to a reader is complete in law: sent in as it is, it opens the item at once',
    },
    async () => {
      for (const who of [grace, kwame]) {
        const about = { episode: EPISODE, person: jack };
        const proposal = await prefilled(who, about);
        expect(proposal?.missing).toEqual([]);
        const { changed } = await justifies(who, { legal: proposed(proposal as Prefilled) });
        expect(changed.map(({ state }) => state)).toEqual(['LIVE']);
        expect(await reads(gate(), who, 'HEALTH')).toEqual(ITEMS.HEALTH.values);
        const [{ id, revision } = { id: '', revision: 0 }] = changed;
        const back = { justification: id, expectedRevision: revision, reason: 'Not needed' };
        await sends(gate(), who, 'withdrawJustification', back);
        expect(await reads(gate(), who, 'HEALTH')).toBeNull();
      }
    },
  );

  scenario(
    {
      clause: 'STA-3.1f',
      outcome: 'denied',
      that: 'a public authority that names no aim of Article 8 records nothing, and is told which part is missing',
    },
    async () => {
      expect(
        await partsOf(grace, { legal: { ...legalFor('HEALTH', grace), article8Aim: null } }),
      ).toEqual(['legal.article8Aim']);
      expect(await reads(gate(), grace, 'HEALTH')).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.5',
      outcome: 'granted',
      that: 'for a family before the panel a public body is proposed Article 6(1)(e) and 9(2)(g), by the agreement’s own clause',
    },
    async () => {
      const about = { episode: faraday.episodes.current, person: faraday.persons.child };
      const proposal = await prefilled(paloma, about, { purpose: 'CHOOSE_SUPPORT' });
      expect(proposed(proposal as Prefilled)).toMatchObject({
        article6: 'A6_1_E_PUBLIC_TASK',
        article9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
        schedule1Paragraph: '6',
      });
      expect(proposal?.legal.find(({ field }) => field === 'article9')?.clauses).toContain(
        'SHR-3.5L-p',
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.5',
      outcome: 'denied',
      that: 'once the panel closed the case there is nothing to justify, as if there were no such family',
    },
    async () => {
      const about = { episode: gorringe.episodes.current, person: gorringe.persons.child };
      expect(await prefilled(paloma, about, { purpose: 'CHOOSE_SUPPORT' })).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-5b',
      outcome: 'granted',
      that: 'where the family signed, its consent is among the grounds to choose from, though never proposed first',
    },
    async () => {
      const proposal = await prefilled(kwame, { episode: EPISODE, person: jack });
      const article6 = proposal?.legal.find(({ field }) => field === 'article6');
      expect(article6?.choices).toContain('A6_1_A_CONSENT');
      expect(article6?.proposed).not.toBe('A6_1_A_CONSENT');
    },
  );

  scenario(
    {
      clause: 'SHR-5b',
      outcome: 'denied',
      that: 'where the yes was taken back it is no ground any more, and a justification that cites it is refused',
    },
    async () => {
      await given.changed(
        'access.family_agreement',
        { episode_id: EPISODE.id },
        { withdrawn_at: '2026-06-01T00:00:00Z', basis_when_no_agreement: 'Recorded by the lead' },
      );
      const proposal = await prefilled(kwame, { episode: EPISODE, person: jack });
      const article6 = proposal?.legal.find(({ field }) => field === 'article6');
      expect(article6?.choices).not.toContain('A6_1_A_CONSENT');
      const legal = {
        ...legalFor('HEALTH', kwame),
        article6: 'A6_1_A_CONSENT',
        recognisedInterest: null,
      };
      expect(await partsOf(kwame, { legal })).toEqual(['legal.article6']);
    },
  );

  scenario(
    {
      clause: 'STA-4.1b',
      outcome: 'granted',
      that: 'a justification about the child opens the child’s item',
    },
    async () => {
      const { changed } = await justifies(niamh, { relevance: 'Her visits turn on it.' });
      expect(changed).toHaveLength(1);
    },
  );

  scenario(
    {
      clause: 'STA-4.1b',
      outcome: 'denied',
      that: 'nobody is covered whom the episode does not concern, and the parent not by what is about the child',
    },
    async () => {
      const about = { person: faraday.persons.child.id };
      expect((await justifies(grace, about)).refused?.code).toBe('RECORD_UNKNOWN');
      expect((await justifies(grace, { person: 'nobody' })).refused?.code).toBe('RECORD_UNKNOWN');
      const elsewhere = complete('HEALTH', paloma, daysAfter(clock.now(), 30), {
        purpose: 'CHOOSE_SUPPORT',
      });
      const outsider = await sends(gate(), paloma, 'justify', elsewhere, 'CHOOSE_SUPPORT');
      expect(outsider.refused?.code).toBe('RECORD_UNKNOWN');
      expect(await reads(gate(), niamh, 'OFFENCE')).toBeNull();
    },
  );

  scenario(
    {
      clause: 'DEV-3.3',
      outcome: 'granted',
      that: 'one reason for several of the team is judged for each agency by its own law, and opens the item to each of them',
    },
    async () => {
      const covers = [grace.id, kwame.id];
      const { changed } = await sends(
        gate(),
        tom,
        'justify',
        complete('HEALTH', tom, daysAfter(clock.now(), 20), { covers }),
      );
      // Whoever leads is shown all of them.
      const holders = changed.map(({ practitioner }) => practitioner?.id).sort();
      expect(holders).toEqual([tom.id, ...covers].sort());
      for (const who of [grace, kwame])
        expect(await reads(gate(), who, 'HEALTH')).toEqual(ITEMS.HEALTH.values);
      const own = changed.find(({ practitioner }) => practitioner?.id === tom.id);
      const { id, revision } = own ?? { id: '', revision: 0 };
      const step = { justification: id, expectedRevision: revision, reason: 'Done' };
      await sends(gate(), tom, 'withdrawJustification', { ...step, wholeSet: true });
      for (const who of [grace, kwame]) expect(await reads(gate(), who, 'HEALTH')).toBeNull();
    },
  );

  scenario(
    {
      clause: 'DEV-3.3',
      outcome: 'denied',
      that: 'with any one of its laws left out nothing is recorded for anybody, nor for a colleague who is not on the team',
    },
    async () => {
      const law = legalFor('HEALTH', grace);
      const without = (part: string) => partsOf(grace, { legal: { ...law, [part]: null } });
      expect(await without('gateway')).toEqual(['legal.gateway']);
      expect(await without('article8Aim')).toEqual(['legal.article8Aim']);
      expect(await without('schedule1Paragraph')).toEqual(['legal.schedule1Paragraph']);
      const overriding = { ...law, confidenceRoute: 'OVERRIDING_PUBLIC_INTEREST' };
      expect(await partsOf(grace, { legal: overriding })).toEqual([
        'legal.publicInterest',
        'legal.ownView',
        'legal.sourceView',
      ]);
      expect(await partsOf(grace, { covers: [paloma.id, kwame.id] })).toEqual(['covers.0']);
      for (const who of [grace, kwame]) expect(await reads(gate(), who, 'HEALTH')).toBeNull();
    },
  );

  scenario(
    {
      clause: 'STA-1.1',
      outcome: 'granted',
      that: 'a worry about fairness stops nobody: a family that cannot safely be told is not, with the reason on record',
    },
    async () => {
      const differs = { familyToldOn: null, notToldBecause: 'Telling would endanger the child.' };
      expect((await justifies(rhona, differs)).changed).toHaveLength(1);
    },
  );

  scenario(
    {
      clause: 'STA-1.1',
      outcome: 'denied',
      that: 'neither told nor a reason why not, told on a day to come, longer than the class allows, in the past, or for another purpose than is declared',
    },
    async () => {
      for (const told of [null, '2199-01-01'])
        expect(await partsOf(rhona, { familyToldOn: told })).toEqual(['familyToldOn']);
      expect(await partsOf(rhona, { notToldBecause: 'Also' })).toEqual(['familyToldOn']);
      for (const days of [-1, 181])
        expect(await partsOf(rhona, { until: daysAfter(clock.now(), days).toISOString() })).toEqual(
          ['until'],
        );
      expect(await partsOf(rhona, { purpose: 'SAFEGUARDING' })).toEqual(['purpose']);
    },
  );

  scenario(
    {
      clause: 'PN-nopun',
      outcome: 'granted',
      that: 'a reader justifies what support is chosen by',
    },
    async () => {
      const purpose = 'CHOOSE_SUPPORT';
      const about = { episode: EPISODE.id, person: jack.id, classes: ['SPECIAL_CATEGORY:HEALTH'] };
      const { body } = await gate().ask(grace, PREFILL, {
        purpose,
        variables: { ...about, purpose },
      });
      expect(body.data.prefillJustification.missing).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'PN-nopun',
      outcome: 'denied',
      that: 'nothing is justified by an investigation or a prosecution, not even by the police',
    },
    async () => {
      for (const purpose of ['CRIME_INVESTIGATION', 'PROSECUTION', 'LAW_ENFORCEMENT'])
        expect(await partsOf(rhona, { purpose }, 'OFFENCE')).toEqual(['purpose']);
    },
  );
}
