import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Columns } from '../vocabulary/facts.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { wholeRecord } from '../vocabulary/whole-record.ts';

const { tom, bea, kwame, rhona, niamh } = cast.practitioners;
const { morwenna, bronagh } = cast.familyAccounts;
const { families } = cast;
const ashdown = families.ashdown.episodes.current;
const { imelda } = families.ashdown.persons;
const penhallow = families.penhallow.episodes.current;
const { morwenna: mother, jory } = families.penhallow.persons;
const NOTHING_WAS_SAID = { heldOn: null, minutes: null, outcome: null };

/** What safety hides from one agency, and what a person had the use of restricted. */
export function restrictionScenarios({ given, reader }: Scene): void {
  /** From now on details that protect the mother are hidden from an agency. */
  function hiddenFrom(agency: { readonly id: string }, differs: Columns): Promise<void> {
    return given.added('access.restriction', {
      id: '00000000-0000-4000-8000-000000000801',
      protected_person_id: imelda.id,
      family_id: families.ashdown.id,
      item_id: null,
      hidden_from_agency_id: agency.id,
      hidden_from_person_id: null,
      starts_at: daysFromNow(0),
      ends_at: null,
      ...differs,
    });
  }

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'granted',
      that: 'when and where a mother is met is read by the team, and what was hidden once and is not any more by everybody',
    },
    async () => {
      for (const who of [tom, bea, rhona]) {
        const { episode, minutes } = await wholeRecord(reader(who), ashdown);
        expect(minutes).toContain('Tuesdays at ten at the advice centre, by the side door.');
        expect(episode.family.address).toContain('3 Quarry Hill');
      }
      const read = await wholeRecord(reader(bea), ashdown);
      expect(read.member(imelda)).toMatchObject({ givenName: 'Imelda', familyName: 'Ashdown' });
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'the agency that must not know reads neither, nor that it is kept from it, and the rest of the record as before',
    },
    async () => {
      const { episode, text } = await wholeRecord(reader(kwame), ashdown);
      expect(episode.meetings).toContainEqual(
        expect.objectContaining({ ...NOTHING_WAS_SAID, withheld: [] }),
      );
      expect(text).not.toContain('Tuesdays at ten');
      expect(text).not.toContain('Appointment fixed');
      expect(episode.meetings).toHaveLength(2);
      expect(episode.needs).toHaveLength(3);
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'granted',
      that: 'an address kept from one agency is read by the others of the team',
    },
    async () => {
      const item_id = await safeAddress();
      await hiddenFrom(kwame.agency, { item_id, coordinates: ['Address.line'] });
      const { episode } = await wholeRecord(reader(rhona), ashdown);
      expect(episode.family.address).toContain('3 Quarry Hill');
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'that agency reads it neither at the household nor in the line made of it, and a detail of a person in no entry that concerns her',
    },
    async () => {
      const item_id = await safeAddress();
      await hiddenFrom(kwame.agency, { item_id, coordinates: ['Address.line'] });
      const coordinates = ['Person.contactDetails', 'Need.description'];
      const id = '00000000-0000-4000-8000-000000000802';
      await hiddenFrom(kwame.agency, { id, coordinates });
      const record = await wholeRecord(reader(kwame), ashdown);
      expect(record.text).not.toContain('3 Quarry Hill');
      expect(record.episode.family).toMatchObject({ address: null, withheld: [] });
      expect(record.member(imelda).contactDetails).toBeNull();
      expect(record.needs).toEqual([null, null, null]);
      for (const need of record.episode.needs) expect(need.withheld).toEqual([]);
    },
  );

  async function safeAddress(): Promise<string> {
    const { episode } = await wholeRecord(reader(tom), ashdown);
    const homes: { addresses: { id: string; line: string }[] }[] = episode.family.households;
    const found = homes
      .flatMap(({ addresses }) => addresses)
      .find(({ line }) => line === '3 Quarry Hill');
    if (found === undefined) throw new Error('the lead reads the safe address');
    return found.id;
  }

  scenario(
    {
      clause: 'PN-r-obj',
      outcome: 'granted',
      that: 'who had the use of details restricted reads them still, and everybody what is not or not any more restricted',
    },
    async () => {
      const own = await wholeRecord(reader(morwenna).for('RIGHTS'), penhallow);
      expect(own.entries(mother, 'healthConditions')).toEqual(['Bipolar disorder']);
      expect(own.member(mother).gpPractice).toBe('Wexcombe Surgery');
      expect(own.needs).toEqual(['Rest in the afternoons.']);
      const team = await wholeRecord(reader(niamh).for('COORDINATE_SUPPORT'), penhallow);
      expect(team.member(mother).contactDetails).toEqual(['07700 900161']);
      expect(team.entries(jory, 'healthConditions')).toEqual(['Eczema']);
      expect(team.needs).toContain('A nursery place.');
    },
  );

  scenario(
    {
      clause: 'PN-r-obj',
      outcome: 'denied',
      that: 'nobody else reads them, not the agency that recorded them and not with a complete justification, nor that they are restricted',
    },
    async () => {
      for (const who of [niamh, tom]) {
        const team = await wholeRecord(reader(who).for('COORDINATE_SUPPORT'), penhallow);
        expect(team.entries(mother, 'healthConditions')).toEqual([]);
        expect(team.member(mother).gpPractice).toBeNull();
        expect(team.noticesOn(mother)).not.toContain('Person.gpPractice');
        expect(team.needs.toSorted()).toEqual(['A nursery place.', null]);
        expect(team.text).not.toContain('Bipolar');
      }
      const justified = await wholeRecord(reader(niamh).for('COORDINATE_SUPPORT'), penhallow);
      expect(justified.noticesOn(mother)).not.toContain('Person.healthConditions');
    },
  );

  scenario(
    {
      clause: 'PN-r-obj',
      outcome: 'denied',
      that: 'a restriction in a child’s name binds the parents, too, from the moment it is recorded',
    },
    async () => {
      const { ivo } = families.tolliver.persons;
      const asParent = () =>
        wholeRecord(reader(bronagh).for('RIGHTS'), families.tolliver.episodes.current);
      expect((await asParent()).member(ivo).educationSetting).toBe(ivo.educationSetting);
      await given.added('access.processing_restriction', {
        id: '00000000-0000-4000-8000-000000000803',
        person_id: ivo.id,
        coordinates: ['Person.educationSetting'],
        starts_at: daysFromNow(0),
        ends_at: null,
      });
      expect((await asParent()).member(ivo).educationSetting).toBeNull();
    },
  );
}
