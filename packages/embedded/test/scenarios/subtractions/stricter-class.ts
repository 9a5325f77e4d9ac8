import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { healthJustification, restrictedJustification } from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { wholeRecord } from '../vocabulary/whole-record.ts';

const { tom, joel, marcus, rhona } = cast.practitioners;
const { rosalba: account } = cast.familyAccounts;
const { castellan } = cast.families;
const episode = castellan.episodes.current;
const { rosalba, enzo } = castellan.persons;
const RESULTS = 'The results were talked through.';
const CLUB = 'Enzo chose the club.';
const BREATH = 'When Mum is at the hospital I cannot breathe.';

/** Entries that reveal data of a class stricter than that of their kind. */
export function stricterClassScenarios({ given, reader }: Scene): void {
  const coordinating = (who: { readonly subject: string }) =>
    wholeRecord(reader(who).for('COORDINATE_SUPPORT'), episode);

  scenario(
    {
      clause: 'STA-2.2d',
      outcome: 'granted',
      that: 'what reveals health in minutes, a need, a section or a child’s words is read for the purpose that the justification states',
    },
    async () => {
      const record = await coordinating(joel);
      expect(record.minutes).toEqual([CLUB, RESULTS]);
      expect(record.needs).toContain('Rides to the hospital.');
      expect(record.entries(enzo, 'voice')).toContain(BREATH);
      expect(record.goals).toContain('Inhaler at school and at the club.');
      expect(record.text).toContain('Treatment every third week');
    },
  );

  scenario(
    {
      clause: 'STA-2.2d',
      outcome: 'denied',
      that: 'not for another purpose of the team, and the entries are as if nobody had made them',
    },
    async () => {
      const record = await wholeRecord(reader(joel).for('UNDERSTAND_NEEDS'), episode);
      expect(record.minutes).toEqual([CLUB]);
      expect(record.needs).toEqual(['A place in the maths club.']);
      expect(record.entries(enzo, 'voice')).toEqual(['Maths is best.']);
      expect(record.noticesOn(enzo)).not.toContain('Person.voice');
      expect(record.episode.withheld).toEqual([]);
      for (const word of ['Treatment', 'Inhaler', 'hospital'])
        expect(record.text).not.toContain(word);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-rel',
      outcome: 'granted',
      that: 'minutes that reveal the health of two are read once its relevance is recorded for both',
    },
    async () => {
      const of = { holder: marcus, person: rosalba, episode };
      const complete = { purpose: 'COORDINATE_SUPPORT' };
      await given.added('access.justification', healthJustification(of, complete));
      expect((await coordinating(marcus)).minutes).toEqual([CLUB, RESULTS]);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-rel',
      outcome: 'denied',
      that: 'not while it is recorded for one of them only, or left blank for the other',
    },
    async () => {
      const one = await coordinating(marcus);
      expect(one.minutes).toEqual([CLUB]);
      expect(one.entries(enzo, 'voice')).toContain(BREATH);
      const of = { holder: marcus, person: rosalba, episode };
      const blank = { purpose: 'COORDINATE_SUPPORT', relevance: ' ' };
      await given.added('access.justification', healthJustification(of, blank));
      expect((await coordinating(marcus)).minutes).toEqual([CLUB]);
    },
  );

  scenario(
    {
      clause: 'PN-need',
      outcome: 'granted',
      that: 'an agency reads the entries that it made itself, of whatever class',
    },
    async () => {
      const police = await coordinating(rhona);
      expect(police.goals).toContain('Inhaler at school and at the club.');
      const lead = await coordinating(tom);
      expect(lead.needs).toHaveLength(4);
      expect(lead.entries(rosalba, 'safetyAlerts')).toEqual(['Bleeds easily']);
    },
  );

  scenario(
    {
      clause: 'PN-need',
      outcome: 'denied',
      that: 'no other reads one that concerns nobody or that no episode holds, nor one of a class that nobody knows, whatever is justified',
    },
    async () => {
      const classes = ['SPECIAL_CATEGORY:UNHEARD_OF', 'RESTRICTED:HOUSING'];
      const of = { holder: joel, person: rosalba, episode, classes };
      const forThis = { purpose: 'COORDINATE_SUPPORT' };
      await given.added('access.justification', restrictedJustification(of, forThis));
      const { needs, text } = await coordinating(joel);
      expect(needs).toEqual(['A place in the maths club.', 'Rides to the hospital.']);
      for (const word of ['nobody knows', 'Concerns nobody', 'Bleeds easily'])
        expect(text).not.toContain(word);
      const lead = await coordinating(tom);
      expect(lead.goals).toEqual(['Maths club on Mondays.']);
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'granted',
      that: 'whom alone a stricter entry concerns reads it',
    },
    async () => {
      const own = await wholeRecord(reader(account).for('RIGHTS'), episode);
      expect(own.needs).toEqual(['Of a class that nobody knows.', 'Rides to the hospital.']);
      expect(own.entries(rosalba, 'housing')).toEqual(['Rent arrears since the treatment']);
      expect(own.text).toContain('An old sentence still decides');
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'denied',
      that: 'not where it reveals another’s health, too',
    },
    async () => {
      const own = await wholeRecord(reader(account).for('RIGHTS'), episode);
      for (const word of [RESULTS, 'Treatment every third week', 'Inhaler', BREATH])
        expect(own.text).not.toContain(word);
    },
  );
}
