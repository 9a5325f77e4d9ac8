import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { wholeRecord } from '../vocabulary/whole-record.ts';

const { bea, tom } = cast.practitioners;
const { ashdown, lindqvist } = cast.families;
const { imelda, victor } = ashdown.persons;
const { current } = ashdown.episodes;
const [hers] = ashdown.households;
const { signe, elin } = lindqvist.persons;
const led = lindqvist.episodes.current;

/** What a grant that names persons opens, and what beside it stays shut. */
export function namedPersonsScenarios({ given, reader }: Scene): void {
  /** Both parents’ homes are on the register, each with who lives there. */
  async function namedOnly(person: { readonly id: string }): Promise<void> {
    await given.changed(
      'families.household_member',
      { household_id: hers?.id, person_id: victor.id },
      { ended_on: dateFromNow(-1) },
    );
    await given.changed(
      'access.access_grant',
      { id: current.grants.bea },
      { persons: [person.id] },
    );
  }

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'granted',
      that: 'a grant that names persons opens the homes in which they live, with their addresses',
    },
    async () => {
      await namedOnly(imelda);
      const { episode, text } = await wholeRecord(reader(bea), current);
      expect(episode.family.households).toMatchObject([{ name: 'Imelda’s household' }]);
      expect(text).toContain('3 Quarry Hill');
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'denied',
      that: 'not the home in which none of them lives, neither as such nor in the one line that is the family’s address',
    },
    async () => {
      await namedOnly(victor);
      const { episode, text } = await wholeRecord(reader(bea), current);
      expect(episode.family.households).toMatchObject([{ name: 'Victor’s household' }]);
      expect(episode.family.address).toBeNull();
      for (const word of ['3 Quarry Hill', 'Wexcombe', 'MZ5 2TD']) expect(text).not.toContain(word);
    },
  );

  /** What the family withholds, as another agency wrote it down, is led by a grant on one person. */
  async function withheldToLeadOf(person: { readonly id: string }): Promise<readonly unknown[]> {
    for (const id of Object.values(led.exclusions))
      await given.changed('families.exclusion', { id }, { agency_id: bea.agency.id });
    await given.changed('access.access_grant', { id: led.grants.tom }, { persons: [person.id] });
    const { family } = await reader(tom).asksOf(
      led,
      'family { agreement { status exclusions { scope coordinates person { id } } } }',
    );
    expect(family.agreement.status).toBe('SIGNED');
    return family.agreement.exclusions;
  }

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'granted',
      that: 'a grant that names persons opens what the family withholds about them',
    },
    async () => {
      expect(await withheldToLeadOf(signe)).toEqual([
        {
          scope: 'DETAILS',
          coordinates: ['Person.healthConditions'],
          person: { id: signe.id },
        },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'denied',
      that: 'not what it withholds about somebody else, nor from whom it withholds everything',
    },
    async () => {
      expect(await withheldToLeadOf(elin)).toEqual([]);
    },
  );
}
