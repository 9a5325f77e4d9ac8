import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { idsOf, wholeRecord } from '../vocabulary/whole-record.ts';

const { bronagh, hamish, declan, imelda, victor, mina, ralph, kerry } = cast.familyAccounts;
const { esther } = cast.practitioners;
const { families } = cast;
const tolliver = families.tolliver.episodes.current;
const { ivo, ...tolliverAdults } = families.tolliver.persons;
const ashdown = families.ashdown.episodes.current;
const { linus, posy, victor: father } = families.ashdown.persons;

/** What a parent reads of a child: only where responsibility was evidenced and nothing protects the child from it. */
export function childrenScenarios({ given, reader }: Scene): void {
  const evidence = { holder_id: tolliverAdults.hamish.id, child_id: ivo.id };

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'granted',
      that: 'a parent whose responsibility was evidenced reads the child’s part, and needs that concern nobody else',
    },
    async () => {
      const record = await wholeRecord(reader(bronagh).for('RIGHTS'), tolliver);
      expect(record.memberIds).toEqual(idsOf(tolliverAdults.bronagh, ivo));
      expect(record.member(ivo)).toMatchObject({ ethnicity: 'White Irish', givenName: 'Ivo' });
      expect(record.entries(ivo, 'groupWork')).toEqual(['Saturday cooking group']);
      expect(record.needs).toEqual(['A room for Ivo.', 'Help with reading aloud.']);
      await given.changed('access.parental_responsibility', evidence, { evidence: 'Order seen' });
      const his = await wholeRecord(reader(hamish).for('RIGHTS'), tolliver);
      expect(his.memberIds).toEqual(idsOf(tolliverAdults.hamish, ivo));
      expect(his.needs).toEqual(['Help with reading aloud.', 'Work after the course.']);
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'denied',
      that: 'without evidence, with a blank one, before responsibility begins or after it ended, an adult reads nothing of the child',
    },
    async () => {
      const nothingOfIvo = async (): Promise<void> => {
        const his = await wholeRecord(reader(hamish).for('RIGHTS'), tolliver);
        expect(his.memberIds).toEqual(idsOf(tolliverAdults.hamish));
        expect(his.text).not.toContain('Help with reading aloud.');
        expect(his.text).not.toContain(ivo.uniquePupilNumber);
      };
      await nothingOfIvo();
      const unevidenced = [
        { evidence: ' ' },
        { evidence: 'Order seen', starts_on: dateFromNow(1) },
        { evidence: 'Order seen', starts_on: dateFromNow(-9), ends_on: dateFromNow(0) },
      ];
      for (const facts of unevidenced) {
        await given.changed('access.parental_responsibility', evidence, facts);
        await nothingOfIvo();
      }
      const ended = await wholeRecord(reader(declan).for('RIGHTS'), tolliver);
      expect(ended.memberIds).toEqual(idsOf(tolliverAdults.declan));
      const birth = reader(kerry).for('RIGHTS');
      const past = await wholeRecord(birth, families.wraxall.episodes.past);
      expect(past.memberIds).not.toContain(families.wraxall.persons.skye.id);
    },
  );

  scenario(
    {
      clause: 'DEV-A2b',
      outcome: 'granted',
      that: 'parents are told what is held of a child where telling endangers nobody',
    },
    async () => {
      const hers = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      expect(hers.memberIds).toEqual(idsOf(families.ashdown.persons.imelda, posy, linus));
      expect(hers.minutes).toHaveLength(2);
      const his = await wholeRecord(reader(victor).for('RIGHTS'), ashdown);
      expect(his.memberIds).toEqual(idsOf(father, linus));
      expect(his.entries(linus, 'safeguardingConcerns')).toEqual(['Sleeps badly since the move']);
    },
  );

  scenario(
    {
      clause: 'DEV-A2b',
      outcome: 'denied',
      that: 'a father from whom one child is protected reads nothing of her, nor the school of the other, nor when and where the mother is met',
    },
    async () => {
      const his = await wholeRecord(reader(victor).for('RIGHTS'), ashdown);
      const kept = [posy.givenName, 'Tolland Green', 'Tuesdays at ten', 'Afraid of being followed'];
      for (const word of kept) expect(his.text).not.toContain(word);
      expect(his.member(linus).educationSetting).toBeNull();
      expect(his.noticesOn(linus)).not.toContain('Person.educationSetting');
      expect(his.episode.meetings).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'granted',
      that: 'a worry about a child is read by the parent once the lead professional released it',
    },
    async () => {
      const concern = { id: families.ashdown.episodes.current.entries.posyConcern };
      const before = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      expect(before.entries(posy, 'safeguardingConcerns')).toEqual([]);
      await given.changed('families.person_entry', concern, { released_to_family: true });
      const after = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      expect(after.entries(posy, 'safeguardingConcerns')).toEqual(['Afraid of being followed']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'denied',
      that: 'a worry or an alert that nobody released is not read by the parent, nor said to be there',
    },
    async () => {
      const record = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      for (const field of ['safeguardingConcerns', 'safetyAlerts']) {
        expect(record.entries(posy, field)).toEqual([]);
        expect(record.noticesOn(posy)).not.toContain(`Person.${field}`);
      }
      for (const word of ['Afraid of being followed', 'Must not be collected'])
        expect(record.text).not.toContain(word);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'denied',
      that: 'parents of the same children read each the record of the family that they belong to, not what was said in the other',
    },
    async () => {
      const { sorrel, vance } = families;
      await reader(mina).for('RIGHTS').findsNothingOf(vance.episodes.current);
      await reader(ralph).for('RIGHTS').findsNothingOf(sorrel.episodes.current);
      const { kit } = sorrel.persons;
      const hers = await wholeRecord(reader(mina).for('RIGHTS'), sorrel.episodes.current);
      expect(hers.entries(kit, 'healthConditions')).toEqual(['Glue ear']);
      const his = await wholeRecord(reader(ralph).for('RIGHTS'), vance.episodes.current);
      expect(his.entries(kit, 'healthConditions')).toEqual(['Night terrors']);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'denied',
      that: 'a grant in a worker’s role on a family member’s account opens nothing: no minutes, no other person, no purpose of the team',
    },
    async () => {
      const record = await wholeRecord(reader(declan).for('RIGHTS'), tolliver);
      expect(record.memberIds).toEqual(idsOf(tolliverAdults.declan));
      expect(record.minutes).toEqual([null]);
      for (const purpose of ['UNDERSTAND_NEEDS', 'COORDINATE_SUPPORT', 'SAFEGUARDING'] as const)
        await reader(declan).for(purpose).isRefused('PURPOSE_NOT_PERMITTED');
      const team = await wholeRecord(reader(esther), tolliver);
      expect(team.memberIds).toHaveLength(5);
    },
  );
}
