import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { dateFromNow } from '../vocabulary/county-words.ts';
import {
  healthJustification,
  offenceJustification,
  restrictedJustification,
} from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, niamh, joel, kwame, esther, ines } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const { chidi, ada } = families.okafor.persons;
const yarrow = families.yarrow.episodes.current;
const { jack, vera } = families.yarrow.persons;
const merrow = families.merrow.episodes.current;
const relatives = families.merrow.persons;
const hollis = families.hollis.episodes.current;
const { edna } = families.hollis.persons;

/** Justifications: relevance, alternatives, time, person. */
export function justificationScenarios({ given, reader }: Scene): void {
  scenario(
    {
      clause: 'SHR-3.3.3a',
      outcome: 'granted',
      that: 'a health item moves to the reader whose recorded justification is complete and in force',
    },
    async () => {
      const reading = reader(joel).for('COORDINATE_SUPPORT');
      const relative = await reading.readsOf(relatives.healthComplete, merrow);
      relative.gives('healthConditions', ['Migraine']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.3a',
      outcome: 'denied',
      that: 'not without a stated need, nor before, after or beside a justification in force, nor for another person',
    },
    async () => {
      const reading = reader(joel).for('COORDINATE_SUPPORT');
      for (const person of [
        relatives.healthBlankRelevance,
        relatives.healthNotBegun,
        relatives.healthExpired,
        relatives.healthDraft,
        relatives.healthWithdrawn,
        relatives.healthStruck,
        relatives.restrictedComplete,
      ])
        (await reading.readsOf(person, merrow)).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.3b',
      outcome: 'granted',
      that: 'an identified item is given once it is recorded which alternative was tried first',
    },
    async () => {
      const justified = { holder: grace, person: jack, episode: yarrow };
      await given.added('access.justification', healthJustification(justified));
      const child = await reader(grace).readsOf(jack, yarrow);
      child.gives('healthConditions', ['Asthma', 'Tics']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.3b',
      outcome: 'denied',
      that: 'not while no alternative is recorded as considered, and an analyst, whom counts serve, gets no identified record at all',
    },
    async () => {
      const justified = { holder: grace, person: jack, episode: yarrow };
      const differs = { alternatives_considered: '  ' };
      await given.added('access.justification', healthJustification(justified, differs));
      (await reader(grace).readsOf(jack, yarrow)).withholds('healthConditions');
      await reader(ines).isRefused('CONTRACT_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'granted',
      that: 'health conditions, convictions and attendance are given where their relevance to the support is stated, the school where there is one',
    },
    async () => {
      const about = (person: { readonly id: string }) => ({
        holder: kwame,
        person,
        episode: yarrow,
      });
      await given.added('access.justification', healthJustification(about(jack)));
      await given.added(
        'access.justification',
        restrictedJustification({ ...about(jack), classes: ['RESTRICTED:EDUCATION'] }),
      );
      await given.added(
        'access.justification',
        offenceJustification({ ...about(vera), approver: esther }),
      );
      const child = await reader(kwame).readsOf(jack, yarrow);
      child.gives('healthConditions', ['Asthma', 'Tics']);
      child.gives('attendance', ['Autumn term', 'Transition week']);
      child.gives('educationSetting', 'Fernhollow Primary School');
      const parent = await reader(kwame).readsOf(vera, yarrow);
      parent.gives('convictions', ['Theft', 'Fare evasion']);
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'where nobody stated the relevance they are withheld, and the answer says by which clause and what to record',
    },
    async () => {
      const blank = { relevance: '' };
      const about = (person: { readonly id: string }) => ({
        holder: kwame,
        person,
        episode: yarrow,
      });
      await given.added('access.justification', healthJustification(about(jack), blank));
      await given.added(
        'access.justification',
        restrictedJustification({ ...about(jack), classes: ['RESTRICTED:EDUCATION'] }, blank),
      );
      await given.added(
        'access.justification',
        offenceJustification({ ...about(vera), approver: esther }, blank),
      );
      const child = await reader(kwame).readsOf(jack, yarrow);
      child.withholds('healthConditions');
      child.withholds('attendance');
      (await reader(kwame).readsOf(vera, yarrow)).withholds('convictions');
    },
  );

  scenario(
    {
      clause: 'PN-need',
      outcome: 'granted',
      that: 'the health visitor, who needs one child’s condition for the plan, reads it',
    },
    async () => {
      const child = await reader(niamh).for('COORDINATE_SUPPORT').readsOf(chidi, okafor);
      child.gives('healthConditions', ['Asthma']);
    },
  );

  scenario(
    {
      clause: 'PN-need',
      outcome: 'denied',
      that: 'another practitioner on the same family does not, and the health visitor not the sister’s',
    },
    async () => {
      const school = reader(grace).for('COORDINATE_SUPPORT');
      (await school.readsOf(chidi, okafor)).withholds('healthConditions');
      const health = reader(niamh).for('COORDINATE_SUPPORT');
      (await health.readsOf(ada, okafor)).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'PN-more',
      outcome: 'granted',
      that: 'health under Article 9 with its condition, and offences under Article 10 with an approval, are given',
    },
    async () => {
      const reading = reader(joel).for('COORDINATE_SUPPORT');
      const health = await reading.readsOf(relatives.healthComplete, merrow);
      health.gives('healthConditions', ['Migraine']);
      const offence = await reading.readsOf(relatives.offenceComplete, merrow);
      offence.gives('convictions', ['Trespass on the railway']);
    },
  );

  scenario(
    {
      clause: 'PN-more',
      outcome: 'denied',
      that: 'health without an Article 9 condition, and offences without Article 10, unapproved or approved by oneself, are withheld',
    },
    async () => {
      const reading = reader(joel).for('COORDINATE_SUPPORT');
      const health = await reading.readsOf(relatives.healthNoArticle9, merrow);
      health.withholds('healthConditions');
      for (const person of [
        relatives.offenceNoArticle10,
        relatives.offenceUnapproved,
        relatives.offenceSelfApproved,
      ])
        (await reading.readsOf(person, merrow)).withholds('convictions');
    },
  );

  scenario(
    {
      clause: 'STA-3.1d',
      outcome: 'granted',
      that: 'the illness of a grandparent who died is read under a complete justification, as a living person’s is',
    },
    async () => {
      const justified = { holder: grace, person: edna, episode: hollis };
      await given.added('access.justification', healthJustification(justified));
      const grandparent = await reader(grace).readsOf(edna, hollis);
      grandparent.gives('deceasedOn', dateFromNow(-30));
      grandparent.gives('healthConditions', ['Heart failure']);
    },
  );

  scenario(
    {
      clause: 'STA-3.1d',
      outcome: 'denied',
      that: 'death opens nothing: without a justification the illness of a grandparent who died is withheld from the team',
    },
    async () => {
      const grandparent = await reader(grace).readsOf(edna, hollis);
      grandparent.gives('deceasedOn', dateFromNow(-30));
      grandparent.withholds('healthConditions');
    },
  );
}
