import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { idsOf, wholeRecord } from '../vocabulary/whole-record.ts';

const { noor, sami: young } = cast.familyAccounts;
const { tom, bea } = cast.practitioners;
const { everard } = cast.families;
const episode = everard.episodes.current;
const { sami, lina, idris, yusuf } = everard.persons;

/** What young people keep from their parents, and from nobody else. */
export function youngPersonsLimitScenarios({ given, reader }: Scene): void {
  let decisions = 0;

  /** A young person decides anew, so many days from now. */
  function decides(person: { readonly id: string }, level: string, days = 0): Promise<void> {
    decisions += 1;
    const id = `00000000-0000-4000-8000-${String(700 + decisions).padStart(12, '0')}`;
    const limit = { id, person_id: person.id, level, set_at: daysFromNow(days) };
    return given.added('access.disclosure_limit', limit);
  }

  const mothersRecord = () => wholeRecord(reader(noor).for('RIGHTS'), episode);

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'granted',
      that: 'a young person who keeps everything from parents reads the own part whole',
    },
    async () => {
      const own = await wholeRecord(reader(young).for('RIGHTS'), episode);
      expect(own.memberIds).toEqual(idsOf(sami));
      expect(own.entries(sami, 'voice')).toEqual(['I do not want this talked about at home.']);
      expect(own.entries(sami, 'mentalHealth')).toEqual(['Low mood']);
      expect(own.needs).toEqual(['Somebody outside the family to talk to.']);
      expect(own.goals).toContain('Meet the counsellor on Thursdays.');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'denied',
      that: 'confidential: the mother reads name and age, and nothing else of him or of what concerns him, nor that it is there',
    },
    async () => {
      const hers = await mothersRecord();
      const { withheld: _, ...known } = hers.member(sami);
      expect(known).toMatchObject({ givenName: 'Sami', educationSetting: null, nhsNumber: null });
      expect(Object.values(known).flat().filter(Boolean)).toHaveLength(4);
      for (const word of ['counsellor', 'outside the family', 'talked about at home', 'Low mood'])
        expect(hers.text).not.toContain(word);
      expect(hers.episode.meetings).toEqual([]);
      expect(hers.noticesOn(sami)).toEqual(hers.noticesOn(idris));
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'granted',
      that: 'a summary: the mother reads the school, and what the plan holds for her daughter',
    },
    async () => {
      const hers = await mothersRecord();
      expect(hers.member(lina)).toMatchObject({
        educationSetting: lina.educationSetting,
        languages: lina.languages,
      });
      expect(hers.goals).toEqual(['Ask for a payment plan.', 'Choose a sixth-form college.']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'denied',
      that: 'a summary: not what she said, not her attendance or number, and no need that concerns her beside the mother',
    },
    async () => {
      const hers = await mothersRecord();
      for (const field of ['voice', 'attendance']) expect(hers.entries(lina, field)).toEqual([]);
      expect(hers.member(lina).nhsNumber).toBeNull();
      expect(hers.needs).toEqual(['A quiet place for homework.', 'The heating bill.']);
      expect(hers.text).not.toContain('doing all right');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'granted',
      that: 'the latest decision counts: what was confidential opens, and with it what concerns the young person',
    },
    async () => {
      await decides(sami, 'OPEN_TO_PARENTS');
      const hers = await mothersRecord();
      expect(hers.entries(sami, 'voice')).toEqual(['I do not want this talked about at home.']);
      expect(hers.entries(sami, 'mentalHealth')).toEqual(['Low mood']);
      expect(hers.needs).toContain('Somebody outside the family to talk to.');
      expect(hers.goals).toContain('Meet the counsellor on Thursdays.');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'denied',
      that: 'the latest decision counts: what was open closes, and a decision of tomorrow opens nothing today',
    },
    async () => {
      await decides(idris, 'CONFIDENTIAL');
      await decides(sami, 'OPEN_TO_PARENTS', 1);
      const hers = await mothersRecord();
      expect(hers.text).not.toContain('Read this to Mum, please.');
      expect(hers.needs).toEqual(['The heating bill.']);
      expect(hers.entries(sami, 'voice')).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'granted',
      that: 'the limit binds parents alone: the team reads all four young people',
    },
    async () => {
      for (const who of [tom, bea]) {
        const team = await wholeRecord(reader(who), episode);
        for (const child of [sami, lina, idris, yusuf]) {
          expect(team.entries(child, 'voice')).toHaveLength(1);
          expect(team.member(child).educationSetting).toBe('Brackwater High School');
        }
        expect(team.needs).toHaveLength(4);
        expect(team.minutes).toHaveLength(1);
      }
    },
  );

  scenario(
    {
      clause: 'DEV-A2h',
      outcome: 'granted',
      that: 'what was told in confidence reaches a parent with the young person’s permission, or a worry after a recorded override',
    },
    async () => {
      const hers = await mothersRecord();
      expect(hers.entries(idris, 'voice')).toEqual(['Read this to Mum, please.']);
      const worry = ['Asked to carry parcels for strangers'];
      expect(hers.entries(yusuf, 'safeguardingConcerns')).toEqual(worry);
    },
  );

  scenario(
    {
      clause: 'DEV-A2h',
      outcome: 'denied',
      that: 'without either it does not, and an override tells the worry and not the words',
    },
    async () => {
      const hers = await mothersRecord();
      for (const child of [sami, lina, yusuf]) expect(hers.entries(child, 'voice')).toEqual([]);
      await decides(yusuf, 'CONFIDENTIAL');
      const after = await mothersRecord();
      expect(after.entries(yusuf, 'safeguardingConcerns')).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2f',
      outcome: 'granted',
      that: 'what children said in their own words is read by the team, by the child, and by a parent to whom it was opened',
    },
    async () => {
      const team = await wholeRecord(reader(tom), episode);
      expect(team.entries(lina, 'voice')).toEqual(['Mum may know that I am doing all right.']);
      const own = await wholeRecord(reader(young).for('TRACK_OUTCOMES'), episode);
      expect(own.entries(sami, 'voice')).toHaveLength(1);
      const hers = await mothersRecord();
      expect(hers.entries(idris, 'voice')).toHaveLength(1);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2f',
      outcome: 'denied',
      that: 'not by a sibling, nor by a parent to whom the child did not open it, a child too young to limit anything included',
    },
    async () => {
      const own = await wholeRecord(reader(young).for('RIGHTS'), episode);
      expect(own.text).not.toContain('Read this to Mum, please.');
      const { ashdown } = cast.families;
      const hers = reader(cast.familyAccounts.imelda).for('RIGHTS');
      const record = await wholeRecord(hers, ashdown.episodes.current);
      expect(record.text).not.toContain('I miss my bike.');
      expect(record.noticesOn(ashdown.persons.linus)).not.toContain('Person.voice');
    },
  );
}
