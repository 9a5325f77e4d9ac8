import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';
import { idsOf, wholeRecord } from '../vocabulary/whole-record.ts';

const { ngozi, bronagh, hamish, kerry, sami, dottie, odette, imelda } = cast.familyAccounts;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const tolliver = families.tolliver.episodes.current;
const everard = families.everard.episodes.current;
const wraxall = families.wraxall.episodes.past;

/** What somebody reads of the record about themselves. */
export function ownPartScenarios({ reader }: Scene): void {
  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'granted',
      that: 'a member of a family reads what is held about them, data of any class, without a justification',
    },
    async () => {
      const record = await wholeRecord(reader(ngozi).for('RIGHTS'), okafor);
      const { ngozi: mother } = families.okafor.persons;
      expect(record.member(mother)).toMatchObject({
        givenName: mother.givenName,
        contactDetails: mother.contactDetails,
        nhsNumber: mother.nhsNumber,
        ethnicity: 'Black African',
      });
      expect(record.entries(mother, 'healthConditions')).toEqual(['Lupus']);
      expect(record.entries(mother, 'housing')).toEqual(['Rent arrears']);
      expect(record.noticesOn(mother)).toEqual([]);
      const { hamish: stepfather } = families.tolliver.persons;
      const his = await wholeRecord(reader(hamish).for('RIGHTS'), tolliver);
      expect(his.entries(stepfather, 'employment')).toEqual(['In training']);
      expect(his.needs).toEqual(['Work after the course.']);
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'denied',
      that: 'nobody reads another adult’s or a sibling’s part, nor of a need or of minutes that concern another, too',
    },
    async () => {
      const { ngozi: mother, amara, chidi, ada } = families.okafor.persons;
      const hers = await wholeRecord(reader(ngozi).for('RIGHTS'), okafor);
      expect(hers.memberIds).toEqual(idsOf(mother, amara, chidi, ada));
      expect(hers.minutes).toEqual([null, null, null]);
      const his = await wholeRecord(reader(hamish).for('RIGHTS'), tolliver);
      expect(his.memberIds).toEqual(idsOf(families.tolliver.persons.hamish));
      expect(his.text).not.toContain('One set of house rules.');
      const siblings = await wholeRecord(reader(sami).for('RIGHTS'), everard);
      expect(siblings.memberIds).toEqual(idsOf(families.everard.persons.sami));
      const dottieOnly = reader(dottie).for('RIGHTS');
      const group = await wholeRecord(dottieOnly, families.pettigrew.episodes.current);
      expect(group.memberIds).toEqual(idsOf(families.pettigrew.persons.dottie));
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'granted',
      that: 'an episode that concerned somebody is still read when it is closed',
    },
    async () => {
      const record = await wholeRecord(reader(kerry).for('RIGHTS'), wraxall);
      expect(record.episode.status).toBe('CLOSED');
      expect(record.memberIds).toEqual(idsOf(families.wraxall.persons.kerry));
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'denied',
      that: 'no family finds another’s record, not the adoptive one of a child born into it, and an account no longer verified finds none',
    },
    async () => {
      const others = reader(kerry).for('RIGHTS');
      await others.findsNothingOf(families.merriweather.episodes.current);
      await others.findsNothingOf(okafor);
      await reader(ngozi).for('RIGHTS').findsNothingOf(tolliver);
      await reader(odette).for('RIGHTS').findsNothingOf(families.nettlefold.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2e',
      outcome: 'granted',
      that: 'a family reads each line of its plan: the goal, who does it, by when, and its own view of progress',
    },
    async () => {
      const { episode } = await wholeRecord(reader(bronagh).for('TRACK_OUTCOMES'), tolliver);
      expect(episode.plan.actions).toHaveLength(3);
      for (const line of episode.plan.actions)
        expect(line).toMatchObject({
          goal: expect.any(String),
          responsible: expect.any(String),
          dueOn: expect.any(String),
        });
      const rated = episode.plan.actions.map(
        ({ familyRating }: { familyRating: number | null }) => familyRating,
      );
      expect(rated.toSorted()).toEqual([6, 8, null]);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2e',
      outcome: 'denied',
      that: 'a plan is the family’s own: not another family’s, and not for a purpose that serves no family member',
    },
    async () => {
      await reader(imelda).for('TRACK_OUTCOMES').findsNothingOf(tolliver);
      await reader(bronagh).for('COORDINATE_SUPPORT').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );
}
