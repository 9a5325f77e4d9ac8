import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, joel, callum, prue } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { ngozi, emeka, chidi } = cast.families.okafor.persons;
const quantock = cast.families.quantock;

/** What is known of somebody beside entries: who puts it right, what is kept of it, and who learns that it changed. */
export function detailScenarios(scene: Scene): void {
  const people = new People(scene);

  /** Somebody of another agency leads beside Tom, from whom a detail of Emeka is hidden. */
  const hiddenFromTom = async (coordinates: readonly string[]): Promise<void> => {
    await scene.given.added('access.access_grant', {
      id: crypto.randomUUID(),
      account_id: joel.id,
      episode_id: okafor.id,
      role: 'LEAD_PROFESSIONAL',
      working_relationship: 'Leads with Tom',
      granted_by: prue.id,
      starts_at: '2026-06-01T00:00:00Z',
      basis: 'WORK',
      revision: 1,
    });
    await scene.given.added('access.restriction', {
      id: crypto.randomUUID(),
      protected_person_id: emeka.id,
      family_id: cast.families.okafor.id,
      coordinates,
      hidden_from_agency_id: tom.agency.id,
      starts_at: '2026-06-01T00:00:00Z',
    });
  };

  scenario(
    {
      clause: 'SHR-4.4a',
      outcome: 'granted',
      that: 'whoever leads puts the details of a person right, with the reason; what they said before is kept',
    },
    async () => {
      const before = await people.reads(tom, ngozi, 'givenName revision');
      const changed = await people.person(
        tom,
        'amendPerson',
        {
          id: ngozi.id,
          expectedRevision: before.revision,
          person: { givenName: 'Ngozi Adaeze', contactDetails: ['07700 900119'] },
          reason: 'As on her birth certificate.',
        },
        'givenName contactDetails gpPractice revision',
      );
      expect(changed).toMatchObject({
        givenName: 'Ngozi Adaeze',
        contactDetails: ['07700 900119'],
        gpPractice: 'Marlbridge Surgery',
      });
      expect(changed.revision).toBe(before.revision + 2);
      const versions = await scene.database().owner.run<object>({
        text: `SELECT was, reason, changed_by AS "by", changed_by_agency AS agency FROM families.detail_version WHERE item_id = $1`,
        values: [ngozi.id],
      });
      expect(versions).toEqual([
        {
          was: {
            givenName: 'Ngozi',
            contactDetails: ['07700 900111', 'ngozi.okafor@home.example'],
          },
          reason: 'As on her birth certificate.',
          by: tom.id,
          agency: tom.agency.id,
        },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-4.4a',
      outcome: 'denied',
      that: 'the team writes nothing of who people are, nobody writes of a family that is not there for them, and nothing newer is overwritten',
    },
    async () => {
      const change = {
        id: emeka.id,
        expectedRevision: 1,
        person: { familyName: 'Okafor-Hill' },
        reason: 'Heard so.',
      };
      const theirs = await people.writesNothing(
        'RECORDING_NOT_PERMITTED',
        grace,
        'amendPerson',
        change,
      );
      expect(theirs.about).toEqual(['Person.familyName']);
      const [unseen, unknown] = [
        await people.writesNothing('RECORD_UNKNOWN', callum, 'amendPerson', change),
        await people.writesNothing('RECORD_UNKNOWN', callum, 'amendPerson', {
          ...change,
          id: '00000000-0000-4000-8000-000000000999',
        }),
      ];
      expect(unseen).toEqual(unknown);
      const { revision } = await people.person(tom, 'amendPerson', change, 'revision');
      const late = await people.writesNothing('REVISION_PASSED', tom, 'amendPerson', {
        ...change,
        person: { familyName: 'Okafor' },
      });
      expect(late.revision).toBe(revision);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8d',
      outcome: 'granted',
      that: 'the host team, asked to by an access of its own, puts right who somebody is',
    },
    async () => {
      const { child } = quantock.persons;
      const changed = await people.person(
        prue,
        'amendPerson',
        {
          id: child.id,
          expectedRevision: 1,
          person: { languages: ['English', 'Irish'] },
          reason: 'The family rang.',
        },
        'languages revision',
      );
      expect(changed).toEqual({ id: child.id, languages: ['English', 'Irish'], revision: 2 });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8d',
      outcome: 'denied',
      that: 'what the host team may put right ends with what it may read: not a school, not a family without an access',
    },
    async () => {
      const change = { expectedRevision: 1, reason: 'The family rang.' };
      await people.writesNothing('RECORDING_NOT_PERMITTED', prue, 'amendPerson', {
        ...change,
        id: quantock.persons.child.id,
        person: { educationSetting: 'Tolland Green Primary School' },
      });
      await people.writesNothing('RECORD_UNKNOWN', prue, 'amendPerson', {
        ...change,
        id: ngozi.id,
        person: { givenName: 'N.' },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'granted',
      that: 'whoever reads all of somebody’s details learns of each change, by the revision',
    },
    async () => {
      await hiddenFromTom(['Person.contactDetails']);
      const before = await people.revisionOf(joel, emeka);
      await people.person(joel, 'amendPerson', {
        id: emeka.id,
        expectedRevision: before,
        person: { contactDetails: ['07700 900120'] },
        reason: 'A new number.',
      });
      expect(await people.revisionOf(joel, emeka)).toBe((before ?? 0) + 1);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'that a hidden detail changed is told to nobody from whom it is hidden, and the team reads no revision at all',
    },
    async () => {
      await hiddenFromTom(['Person.contactDetails']);
      const before = await people.reads(tom, emeka, 'revision contactDetails familyName');
      expect(before.contactDetails).toBeNull();
      await people.person(joel, 'amendPerson', {
        id: emeka.id,
        expectedRevision: await people.revisionOf(joel, emeka),
        person: { contactDetails: ['07700 900121'] },
        reason: 'A new number.',
      });
      expect(await people.reads(tom, emeka, 'revision contactDetails familyName')).toEqual(before);
      // Nor does the change stand in the way of one that they may make.
      await people.person(tom, 'amendPerson', {
        id: emeka.id,
        expectedRevision: before.revision,
        person: { gender: 'MAN_OR_BOY' },
        reason: 'As he says.',
      });
      await people.writesNothing('RECORDING_NOT_PERMITTED', tom, 'amendPerson', {
        id: emeka.id,
        expectedRevision: before.revision + 1,
        person: { contactDetails: ['07700 900122'] },
        reason: 'Guessed.',
      });
      expect(await people.revisionOf(niamh, emeka)).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-4.2',
      outcome: 'granted',
      that: 'what somebody says of their ethnicity or religion is recorded by whoever works with them, for fairness to be shown',
    },
    async () => {
      for (const [characteristic, said] of [
        ['ETHNICITY', 'Black British, Igbo'],
        ['RELIGION', 'Anglican'],
      ])
        await people.person(grace, 'recordCharacteristic', {
          episode: okafor.id,
          person: chidi.id,
          characteristic: enumOf(characteristic ?? ''),
          said,
          nature: enumOf('FACT'),
        });
      expect(await people.reads(grace, chidi, 'ethnicity religion')).toMatchObject({
        ethnicity: 'Black British, Igbo',
        religion: 'Anglican',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-4.2',
      outcome: 'denied',
      that: 'others do not read it without a justification, and nobody records it of whom they do not work with',
    },
    async () => {
      await people.person(grace, 'recordCharacteristic', {
        episode: okafor.id,
        person: ngozi.id,
        characteristic: enumOf('RELIGION'),
        said: 'Methodist',
        nature: enumOf('FACT'),
      });
      // What his own agency recorded before is what Tom reads still.
      expect(await people.reads(tom, ngozi, 'religion')).toMatchObject({ religion: 'Christian' });
      const given = {
        episode: okafor.id,
        person: ngozi.id,
        characteristic: enumOf('ETHNICITY'),
        said: 'Igbo',
        nature: enumOf('FACT'),
      };
      await people.writesNothing('RECORD_UNKNOWN', callum, 'recordCharacteristic', given);
      await people.writesNothing('RECORD_UNKNOWN', tom, 'recordCharacteristic', {
        ...given,
        person: cast.families.yarrow.persons.jack.id,
      });
      await people.writesNothing('ARGUMENT_INVALID', tom, 'recordCharacteristic', {
        ...given,
        said: '  ',
      });
    },
  );
}
