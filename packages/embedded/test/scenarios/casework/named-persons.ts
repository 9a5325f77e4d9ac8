import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { wholeRecord } from '../vocabulary/whole-record.ts';

const { bea } = cast.practitioners;
const { ashdown } = cast.families;
const { imelda, victor } = ashdown.persons;
const { current } = ashdown.episodes;
const [hers] = ashdown.households;

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
}
