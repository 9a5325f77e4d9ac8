import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, sian, kwame, dev } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const bexley = families.bexley.episodes.current;
const farrow = families.farrow.episodes.contact;

/** Declared relationships, and the front door’s screening. */
export function conflictAndScreeningScenarios({ given, reader }: Scene): void {
  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'granted',
      that: 'a team member without a relationship to the family, or whose declared one has ended, reads its record',
    },
    async () => {
      await reader(tom).reads(bexley);
      await reader(kwame).reads(bexley);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'a team member who declared a relationship with the family finds nothing of it, and reads other families as before',
    },
    async () => {
      await reader(sian).findsNothingOf(bexley);
      await reader(sian).reads(families.yarrow.episodes.current);
      await given.added('access.conflict_of_interest', {
        id: '00000000-0000-4000-8000-000000000301',
        account_id: tom.id,
        family_id: families.bexley.id,
        declared_at: daysFromNow(0),
        ended_at: null,
      });
      await reader(tom).findsNothingOf(bexley);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.6c',
      outcome: 'granted',
      that: 'an EHASt practitioner who screens a family reads its early-help record and its social-care history together',
    },
    async () => {
      const { status } = await reader(dev).reads(farrow);
      expect(status).toBe('SCREENING');
      const child = await reader(dev).readsOf(families.farrow.persons.child, farrow);
      expect(child.items('socialCare')).toHaveLength(1);
      child.gives('socialCare', ['Assessment, no further action']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.6c',
      outcome: 'denied',
      that: 'the check is of that one family only, by the front door only, and ends when the screening does',
    },
    async () => {
      await reader(dev).findsNothingOf(okafor);
      await reader(tom).findsNothingOf(farrow);
      await given.changed('episodes.episode', { id: farrow.id }, { status: 'NO_FURTHER_ACTION' });
      await reader(dev).findsNothingOf(farrow);
    },
  );
}
