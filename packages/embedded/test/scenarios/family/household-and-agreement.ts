import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import type { CastEpisode } from '../vocabulary/county-words.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { healthJustification } from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { idsOf, wholeRecord } from '../vocabulary/whole-record.ts';

const { imelda, victor, hamish, declan, bronagh } = cast.familyAccounts;
const { families } = cast;
const ashdown = families.ashdown.episodes.current;
const tolliver = families.tolliver.episodes.current;
const { imelda: mother } = families.ashdown.persons;

/** Homes, the agreement and offences, as a member of the family reads them. */
export function householdAndAgreementScenarios({ given, reader }: Scene): void {
  async function householdsOf(who: Asking, of: CastEpisode): Promise<readonly string[]> {
    const { episode } = await wholeRecord(reader(who).for('RIGHTS'), of);
    return episode.family.households.map(({ name }: { name: string }) => name);
  }

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'granted',
      that: 'somebody reads the household in which they live now, with its addresses',
    },
    async () => {
      expect(await householdsOf(imelda, ashdown)).toEqual(['Imelda’s household']);
      const hers = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      expect(hers.text).toContain('3 Quarry Hill');
      expect(await householdsOf(victor, ashdown)).toEqual(['Victor’s household']);
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'denied',
      that: 'not the other parent’s home, which a register out of date still calls theirs, not one that they left, and not the family’s one address',
    },
    async () => {
      const his = await wholeRecord(reader(victor).for('RIGHTS'), ashdown);
      for (const word of ['3 Quarry Hill', 'Wexcombe', 'MZ5 2TD', 'Imelda’s household'])
        expect(his.text).not.toContain(word);
      expect(his.episode.family.address).toBeNull();
      expect(await householdsOf(declan, tolliver)).toEqual([]);
      const household = { person_id: families.tolliver.persons.bronagh.id };
      await given.changed('families.household_member', household, { ended_on: dateFromNow(0) });
      expect(await householdsOf(bronagh, tolliver)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-b',
      outcome: 'granted',
      that: 'who signed reads the agreement: its state, its form, when the notice was explained, and the own signature',
    },
    async () => {
      const { episode } = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      expect(episode.family.agreement).toMatchObject({
        status: 'SIGNED',
        formVersion: expect.any(String),
        noticeExplainedOn: expect.any(String),
        signers: [{ person: { id: mother.id } }],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-b',
      outcome: 'denied',
      that: 'another adult reads no one else’s signature, and nobody of the family what another withheld from an agency',
    },
    async () => {
      const { episode } = await wholeRecord(reader(victor).for('RIGHTS'), ashdown);
      expect(episode.family.agreement).toMatchObject({ status: 'SIGNED', signers: [] });
      const okafor = families.okafor.episodes.current;
      const ngozi = await wholeRecord(reader(cast.familyAccounts.ngozi).for('RIGHTS'), okafor);
      expect(ngozi.episode.family.agreement.exclusions).toBeNull();
      expect(ngozi.text).not.toContain('landlord');
    },
  );

  scenario(
    {
      clause: 'SHR-4.3',
      outcome: 'granted',
      that: 'what is held under offences about oneself is read once the lead professional released it',
    },
    async () => {
      const incident = { id: ashdown.entries.incident };
      await given.changed('families.person_entry', incident, { released_to_family: true });
      const hers = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      expect(hers.entries(mother, 'domesticAbuse')).toEqual(['Left after threats']);
      const his = await wholeRecord(reader(victor).for('RIGHTS'), ashdown);
      expect(his.text).not.toContain('Left after threats');
    },
  );

  scenario(
    {
      clause: 'SHR-4.3',
      outcome: 'denied',
      that: 'not before, a parent never a child’s, and no justification helps a member of a family',
    },
    async () => {
      const hers = await wholeRecord(reader(imelda).for('RIGHTS'), ashdown);
      expect(hers.entries(mother, 'domesticAbuse')).toEqual([]);
      expect(hers.noticesOn(mother)).not.toContain('Person.domesticAbuse');
      expect(hers.member(families.ashdown.persons.linus).convictions).toBeNull();
      const { ivo, hamish: stepfather } = families.tolliver.persons;
      const of = { holder: hamish, person: ivo, episode: tolliver };
      await given.added('access.justification', healthJustification(of, { purpose: 'RIGHTS' }));
      const his = await wholeRecord(reader(hamish).for('RIGHTS'), tolliver);
      expect(his.memberIds).toEqual(idsOf(stepfather));
    },
  );
}
