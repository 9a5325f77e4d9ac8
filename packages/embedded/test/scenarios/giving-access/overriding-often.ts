import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import type { Overridden } from '../vocabulary/override.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { callum, rhona } = cast.practitioners;
const { okafor } = cast.families;
const { ada } = okafor.persons;
const NOBODY = { givenName: 'Nobody', familyName: 'Atall', dateOfBirth: '2011-01-01' };
const HOUR = 3_600_000;
/** Unless a partnership chose otherwise. */
const A_DAY = 10;

/** How often somebody may reach for families, and what of it counts. */
export function overridingOftenScenarios(scene: Scene): void {
  const tries = async (who: typeof callum, about: object = NOBODY): Promise<string> => {
    const { state } = await protector(scene.gate(), who).does<Overridden>(
      'overrideForSafeguarding',
      overrideOf([{ ...about }], who),
      OVERRIDE_CHANGED,
    );
    return state;
  };
  const times = async (count: number, who: typeof callum): Promise<readonly string[]> => {
    const states: string[] = [];
    for (let at = 0; at < count; at += 1) states.push(await tries(who));
    return [...new Set(states)];
  };
  const hoursLater = (hours: number) =>
    scene.clock.set(new Date(COUNTY_NOW.getTime() + hours * HOUR));

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'whoever misses at first, as anybody may at night, reaches the child with what they learn next; and whoever came to the limit does a day after what counted, however often they tried meanwhile',
    },
    async () => {
      const child = await known(scene.database().owner, ada);
      expect(await times(A_DAY - 1, rhona)).toEqual(['NO_MATCH']);
      expect(await tries(rhona, child)).toBe('USED');
      expect(await times(A_DAY, callum)).toEqual(['NO_MATCH']);
      for (const hours of [0, 20]) {
        hoursLater(hours);
        expect(await times(A_DAY + 2, callum)).toEqual(['LIMITED']);
      }
      hoursLater(24);
      expect(await tries(callum, child)).toBe('USED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'more in a day than anybody needs is a search: whoever is named then is not looked up, and the answer to the right name is as to any other',
    },
    async () => {
      const child = await known(scene.database().owner, ada);
      expect(await times(A_DAY, callum)).toEqual(['NO_MATCH']);
      expect(await tries(callum, child)).toBe('LIMITED');
      expect(await tries(callum)).toBe('LIMITED');
      hoursLater(23.9);
      expect(await tries(callum, child)).toBe('LIMITED');
    },
  );
}
