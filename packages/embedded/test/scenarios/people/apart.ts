import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, esther } = cast.practitioners;
const { victor: father, imelda: mother } = cast.familyAccounts;
const { okafor, ashdown, sorrel, vance } = cast.families;

/** Separated parents, and children who live in two families: what is recorded of one home is not there for the other. */
export function apartScenarios(scene: Scene): void {
  const people = new People(scene);

  const homesOf = async (
    who: Parameters<People['sends']>[0],
    episode: { readonly id: string; readonly reference: string },
    selection: string,
  ): Promise<Answered> => {
    const { family } = await scene
      .reader(who)
      .for(who === father || who === mother ? 'TRACK_OUTCOMES' : 'COORDINATE_SUPPORT')
      .asksOf(episode as typeof okafor.episodes.current, `family { id ${selection} }`);
    return family;
  };

  scenario(
    {
      clause: 'PN-need',
      outcome: 'granted',
      that: 'separated parents are recorded each in their own household; the one at the secret address reads where she moved to',
    },
    async () => {
      const [safe] = ashdown.households;
      await people.address(tom, 'recordAddress', {
        household: safe?.id,
        address: {
          line: '27 Foundry Yard',
          town: 'Wexcombe',
          postcode: 'MZ5 8FY',
          startedOn: '2026-06-16',
        },
      });
      const hers = await homesOf(
        mother,
        ashdown.episodes.current,
        'households { addresses { line } }',
      );
      expect(JSON.stringify(hers)).toContain('27 Foundry Yard');
    },
  );

  scenario(
    {
      clause: 'PN-need',
      outcome: 'denied',
      that: 'from whom an address is hidden, the next one is hidden from its first moment: by no list, no line and no revision',
    },
    async () => {
      const [safe] = ashdown.households;
      const theirs = (): Promise<Answered> =>
        homesOf(
          father,
          ashdown.episodes.current,
          'address members { id givenName } households { id addresses { id line postcode revision } members { id } }',
        );
      const before = await theirs();
      const moved = await people.address(tom, 'recordAddress', {
        household: safe?.id,
        address: {
          line: '28 Foundry Yard',
          town: 'Wexcombe',
          postcode: 'MZ5 8FZ',
          startedOn: '2026-06-17',
        },
      });
      expect(await theirs()).toEqual(before);
      // By the address itself, too: the household is not all that hides it.
      const hidden = await scene.database().owner.run<object>({
        text: `SELECT hidden_from_person_id AS "from" FROM access.restriction WHERE item_id = $1`,
        values: [moved.id],
      });
      expect(hidden).toEqual([{ from: ashdown.persons.victor.id }]);
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'granted',
      that: 'what hid an address, and each that was recorded since, hides none of them once it is lifted; what else hides them goes on',
    },
    async () => {
      const [safe] = ashdown.households;
      const moves = (line: string): Promise<Answered> =>
        people.address(tom, 'recordAddress', {
          household: safe?.id,
          address: { line, town: 'Wexcombe', postcode: 'MZ5 8FX', startedOn: '2026-06-17' },
        });
      const first = await moves('29 Foundry Yard');
      const restriction = { id: crypto.randomUUID() };
      await scene.given.added('families.safety_restriction', {
        ...restriction,
        episode_id: ashdown.episodes.current.id,
        family_id: ashdown.id,
        protected_person_id: ashdown.persons.imelda.id,
        item_id: first.id,
        coordinates: ['Address.line'],
        hidden_from_agency_id: esther.agency.id,
        reason: 'She was followed.',
        starts_at: '2026-06-01T00:00:00Z',
        recorded_by: tom.id,
        agency_id: tom.agency.id,
        recorded_at: '2026-06-01T00:00:00Z',
        nature: 'FACT',
      });
      const since = [await moves('30 Foundry Yard'), await moves('31 Foundry Yard')];
      const hidden = (): Promise<readonly object[]> =>
        scene.database().owner.run<object>({
          text: `SELECT item_id AS id, hidden_from_agency_id AS agency, hidden_from_person_id AS person FROM access.restriction
            WHERE item_id = ANY ($1::uuid[]) AND ends_at IS NULL ORDER BY agency NULLS LAST, item_id = $2`,
          values: [since.map(({ id }) => id), since[1]?.id],
        });
      const fromHim = since.map(({ id }) => ({
        id,
        agency: null,
        person: ashdown.persons.victor.id,
      }));
      const fromAgency = since.map(({ id }) => ({ id, agency: esther.agency.id, person: null }));
      expect(await hidden()).toEqual([...fromAgency, ...fromHim]);
      await scene.given.changed('families.safety_restriction', restriction, {
        ends_at: '2026-06-17T09:00:00Z',
      });
      expect(await hidden()).toEqual(fromHim);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.6',
      outcome: 'granted',
      that: 'of children who live in two families each household is kept with its own family, by whoever leads there',
    },
    async () => {
      await people.person(esther, 'recordPerson', {
        episode: vance.episodes.current.id,
        person: { givenName: 'Bertie', familyName: 'Vance', dateOfBirth: '2026-05-30' },
        relationship: enumOf('CHILD'),
        since: '2026-05-30',
      });
      const theirs = await homesOf(esther, vance.episodes.current, 'members { givenName }');
      expect(theirs.members).toContainEqual({ givenName: 'Bertie' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.6',
      outcome: 'denied',
      that: 'what is recorded of one family’s home and people is not there for the other family’s',
    },
    async () => {
      const [home] = vance.households;
      const query =
        'members { givenName } households { name addresses { line } members { givenName } }';
      const before = await homesOf(tom, sorrel.episodes.current, query);
      await people.person(esther, 'recordPerson', {
        episode: vance.episodes.current.id,
        person: { givenName: 'Wilf', familyName: 'Vance', expectedOn: '2026-11-02' },
        relationship: enumOf('UNBORN_CHILD'),
        since: '2026-06-01',
      });
      await people.address(esther, 'recordAddress', {
        household: home?.id,
        address: {
          line: '3 Sidings',
          town: 'Hartsedge',
          postcode: 'MZ7 1AA',
          startedOn: '2026-06-17',
        },
      });
      expect(await homesOf(tom, sorrel.episodes.current, query)).toEqual(before);
      await people.writesNothing('RECORD_UNKNOWN', tom, 'leaveHousehold', {
        household: home?.id,
        person: sorrel.persons.kit.id,
        endedOn: '2026-06-17',
        reason: 'Lives with his mother.',
      });
    },
  );
}
