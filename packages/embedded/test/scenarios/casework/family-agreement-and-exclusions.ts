import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Columns } from '../vocabulary/facts.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, tom, niamh, callum, owen, noel, uma } = cast.practitioners;
const { okafor, pemberton, lindqvist, tarrant, ibbotson, marsh, osgood } = cast.families;

/** The family’s agreement, and what it withholds from an agency. */
export function familyAgreementScenarios({ given, reader, database }: Scene): void {
  /** The family signs now. */
  function signs(episode: { readonly id: string }, at = 0): Promise<void> {
    return given.changed(
      'families.family_agreement',
      { episode_id: episode.id },
      { state: 'SIGNED', signed_at: daysFromNow(at) },
    );
  }

  /** The Pemberton family excludes the whole of grace's school; `differs` says otherwise. */
  async function exclusionOfSchool(differs: Columns = {}): Promise<Columns> {
    const episode = pemberton.episodes.current;
    return {
      id: '00000000-0000-4000-8000-000000000401',
      agreement_id: await agreementOf(episode),
      episode_id: episode.id,
      excluded_agency_id: grace.agency.id,
      scope: 'WHOLE_AGENCY',
      coordinates: [],
      person_id: null,
      reason: 'Explored with both parents.',
      viable: true,
      starts_at: daysFromNow(0),
      ends_at: null,
      recorded_by: tom.id,
      agency_id: tom.agency.id,
      recorded_at: daysFromNow(0),
      nature: 'FACT',
      ...differs,
    };
  }

  async function agreementOf(episode: { readonly id: string }): Promise<string> {
    const [found] = await database().owner.run<{ id: string }>({
      text: 'SELECT id FROM families.family_agreement WHERE episode_id = $1',
      values: [episode.id],
    });
    if (found === undefined) throw new Error('the episode has no agreement');
    return found.id;
  }

  scenario(
    {
      clause: 'SHR-3.4.3a',
      outcome: 'granted',
      that: 'once all relevant members of the household have signed, the team reads the open episode',
    },
    async () => {
      await signs(tarrant.episodes.current);
      await given.changed(
        'episodes.episode',
        { id: tarrant.episodes.current.id },
        { status: 'OPEN_TAF' },
      );
      const { family } = await reader(uma).reads(tarrant.episodes.current);
      expect(family.agreement.status).toBe('SIGNED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3a',
      outcome: 'denied',
      that: 'without an agreement, with one not signed by all or not yet, or with one withdrawn, an open episode opens to nobody of the team',
    },
    async () => {
      for (const who of [noel, tom]) {
        await reader(who).findsNothingOf(marsh.episodes.current);
        await reader(who).findsNothingOf(osgood.episodes.current);
        await reader(who).findsNothingOf(ibbotson.episodes.current);
      }
      await signs(osgood.episodes.current, 1);
      await reader(noel).findsNothingOf(osgood.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3c',
      outcome: 'granted',
      that: 'when the competent fourteen-year-old has signed too, the episode opens, and the lead reads who signed and the competence decision',
    },
    async () => {
      const episode = osgood.episodes.current;
      await signs(episode);
      await given.added('families.agreement_signer', {
        id: '00000000-0000-4000-8000-000000000402',
        agreement_id: await agreementOf(episode),
        episode_id: episode.id,
        person_id: osgood.persons.teen.id,
        signed_on: daysFromNow(0).slice(0, 10),
        competence: 'Competent: said back what is shared and with whom.',
      });
      await reader(noel).reads(episode);
      const { family } = await reader(tom).reads(episode);
      expect(family.agreement.signers).toContainEqual({
        person: { id: osgood.persons.teen.id },
        competence: 'Competent: said back what is shared and with whom.',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3c',
      outcome: 'denied',
      that: 'while only the parent of a competent fourteen-year-old has signed, the agreement is partial and opens nothing',
    },
    async () => {
      await reader(noel).findsNothingOf(osgood.episodes.current);
      await reader(tom).findsNothingOf(osgood.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4b',
      outcome: 'granted',
      that: 'an exclusion with the lead professional’s decision is saved, takes effect, and shows the decision to the lead',
    },
    async () => {
      const episode = pemberton.episodes.current;
      await given.added('families.exclusion', await exclusionOfSchool());
      await reader(grace).findsNothingOf(episode);
      const { family } = await reader(tom).reads(episode);
      expect(family.agreement.exclusions).toEqual([
        expect.objectContaining({ scope: 'WHOLE_AGENCY', viable: true }),
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4b',
      outcome: 'denied',
      that: 'an exclusion without the decision whether the process is viable is not saved, and changes nothing',
    },
    async () => {
      const undecided = given.added(
        'families.exclusion',
        await exclusionOfSchool({ viable: null }),
      );
      await expect(undecided).rejects.toMatchObject({ logged: { sqlstate: '23502' } });
      await reader(grace).reads(pemberton.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'granted',
      that: 'the process continues with the others, who read everything, and an agency from which details are withheld reads the rest',
    },
    async () => {
      for (const who of [tom, grace, niamh]) await reader(who).reads(okafor.episodes.current);
      const coordinating = reader(owen).for('COORDINATE_SUPPORT');
      const elin = await coordinating.readsOf(lindqvist.persons.elin, lindqvist.episodes.current);
      elin.gives('healthConditions', ['Nut allergy']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'a wholly excluded agency finds no such family, and named details are as if never recorded, a complete justification notwithstanding',
    },
    async () => {
      await reader(callum).findsNothingOf(okafor.episodes.current);
      const coordinating = reader(owen).for('COORDINATE_SUPPORT');
      const signe = await coordinating.readsOf(lindqvist.persons.signe, lindqvist.episodes.current);
      signe.isSilentOn('healthConditions');
      await given.changed(
        'families.exclusion',
        { id: lindqvist.episodes.current.exclusions['signeHealth'] },
        { ends_at: daysFromNow(0) },
      );
      const after = await coordinating.readsOf(lindqvist.persons.signe, lindqvist.episodes.current);
      after.gives('healthConditions', ['Thyroid condition']);
    },
  );
}
