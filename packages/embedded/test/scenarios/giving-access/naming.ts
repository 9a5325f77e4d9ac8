import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Arguments } from '../../machines/doer.ts';
import { Doer } from '../../machines/doer.ts';
import type { Overridden } from '../vocabulary/override.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { callum, dorothea, prue, quincy, zara } = cast.practitioners;
const { okafor, sorrel, vance } = cast.families;
const { ada } = okafor.persons;
const episode = okafor.episodes.current;

/** Somebody’s names as they are recorded, and as people write them. */
const RECORDED = { given_name: 'Zoë', family_name: 'O’Neil' };
const WRITTEN: readonly (readonly [string, string])[] = [
  ['ZOË', 'O’NEIL'],
  ['Zoë'.normalize('NFD'), "O'Neil"],
  ['Zoe', 'ONeil'],
  ['Zoë\u00a0', ' O’Neil\n'],
  ['Zo\u200bë', '\ufeffO’Neil'],
];

/** Letters that no mark makes of another, and how they are written where a keyboard lacks them; no two alike side by side. */
const SPELT: readonly (readonly [string, string])[] = [
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ð', 'd'],
  ['ŧ', 't'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
];

/** How those who are named are found, and how they are not. */
export function namingScenarios(scene: Scene): void {
  const { gate, given } = scene;
  const owner = () => scene.database().owner;
  const calledOtherwise = (names: Arguments) =>
    given.changed('families.person', { id: ada.id }, names);
  const fresh = () => owner().script('DELETE FROM partners.safeguarding_override');
  const reaches = async (about: Arguments, more: Arguments = {}) => {
    await fresh();
    const { state } = await protector(gate(), callum).does<Overridden>(
      'overrideForSafeguarding',
      overrideOf([about], callum, more),
      OVERRIDE_CHANGED,
    );
    return state;
  };
  const asks = async (identifiers: Arguments) => {
    const requested = await new Doer(gate(), zara, 'COORDINATE_SUPPORT').does<{ request: string }>(
      'requestAccess',
      {
        identifiers,
        role: 'TAF_MEMBER',
        workingRelationship: 'Teaches her.',
        purpose: 'To help.',
        idempotencyKey: crypto.randomUUID(),
      },
      'AccessRequestChanged { request }',
    );
    const { body } = await new Doer(gate(), prue, 'ADMINISTRATION').asks(
      `{ matchingEpisodes(request: "${requested.request}") { episode agrees } }`,
    );
    return body;
  };
  const postcode = async () => {
    const [row] = await owner().run<{ code: string }>({
      text: `SELECT postcode AS code FROM families.household_address JOIN families.household_member USING (household_id)
        WHERE person_id = $1 AND postcode IS NOT NULL LIMIT 1`,
      values: [ada.id],
    });
    return row?.code ?? '';
  };

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'a name finds whom it means however it is written: with or without accents, apostrophes, capitals and what nobody sees; so does a reference, and one name with date of birth and postcode',
    },
    async () => {
      await calledOtherwise(RECORDED);
      const { dateOfBirth } = await known(owner(), ada);
      for (const [givenName, familyName] of WRITTEN) {
        const about = { givenName, familyName, dateOfBirth };
        expect(await reaches(about), givenName).toBe('USED');
        expect((await asks(about)).data.matchingEpisodes, givenName).toEqual([
          { episode: episode.id, agrees: ['DATE_OF_BIRTH', 'NAME'] },
        ]);
      }
      const zoe = { givenName: 'Zoe', familyName: 'O’Neil' };
      for (const reference of [` ${episode.reference.toLowerCase()}\n`, episode.reference])
        expect(await reaches(zoe, { reference })).toBe('USED');
      // Nothing but spaces is no reference.
      expect(await reaches({ ...zoe, dateOfBirth }, { reference: ' ' })).toBe('USED');
      const code = await postcode();
      const rest = { dateOfBirth, postcode: `${code.toLowerCase().replaceAll(' ', '')}\u00a0` };
      for (const names of [RECORDED, { given_name: 'Zoë', family_name: null }]) {
        await calledOtherwise(names);
        expect(await reaches({ givenName: 'Zoe', ...rest })).toBe('USED');
        expect(await reaches({ familyName: 'Zoe', ...rest })).toBe('USED');
        const body = await asks({ givenName: 'Zoe', ...rest });
        expect(body.data.matchingEpisodes).toContainEqual({
          episode: episode.id,
          agrees: ['DATE_OF_BIRTH', 'NAME', 'POSTCODE'],
        });
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'another name finds nobody, nor does one name with less than the rest, nor no name at all',
    },
    async () => {
      await calledOtherwise({ given_name: 'Zoë', family_name: '-' });
      const { dateOfBirth } = await known(owner(), ada);
      const code = await postcode();
      expect(await reaches({ givenName: 'Zora', dateOfBirth, postcode: code })).toBe('NO_MATCH');
      const other = { givenName: 'Zoe', dateOfBirth: '1999-01-01', postcode: code };
      expect(await reaches(other)).toBe('NO_MATCH');
      expect(await reaches(other, { reference: episode.reference })).toBe('NO_MATCH');
      for (const about of [
        { givenName: 'Zoe', dateOfBirth },
        { familyName: 'Zoe', postcode: code },
        { dateOfBirth, postcode: code },
        { givenName: 'Zoe', familyName: '-', dateOfBirth },
      ])
        await protector(gate(), callum).isRefused(
          'ARGUMENT_INVALID',
          'overrideForSafeguarding',
          overrideOf([about], callum),
          OVERRIDE_CHANGED,
        );
      expect((await asks({ ...other, dateOfBirth: '1999-01-01' })).data.matchingEpisodes).toEqual(
        [],
      );
    },
  );

  const spelt = (letter: string) => ({ given_name: `${letter.toUpperCase()}ann${letter}` });

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'a name with a letter that few keyboards have is found as it is and as it is written without one',
    },
    async () => {
      const { familyName, dateOfBirth } = await known(owner(), ada);
      for (const [letter, plain] of SPELT) {
        await calledOtherwise(spelt(letter));
        for (const each of [letter, plain]) {
          const about = { givenName: `${each}ann${each}`, familyName, dateOfBirth };
          expect(await reaches(about), about.givenName).toBe('USED');
        }
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'nor does a name with a letter that few keyboards have find whoever is written with another',
    },
    async () => {
      const { familyName, dateOfBirth } = await known(owner(), ada);
      for (const [index, [letter]] of SPELT.entries()) {
        await calledOtherwise(spelt(letter));
        const [, other = ''] = SPELT.at(index - 1) ?? [];
        const about = { givenName: `${other}ann${other}`, familyName, dateOfBirth };
        expect(await reaches(about), `${letter} as ${other}`).toBe('NO_MATCH');
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'a child of two families with an open episode each is not found by name and date of birth; the answer says what more would help, word for word as where nobody was found',
    },
    async () => {
      await fresh();
      const tried = async (about: Arguments) => {
        const { override: _, ...answer } = await protector(gate(), callum).does<Overridden>(
          'overrideForSafeguarding',
          overrideOf([about], callum),
          OVERRIDE_CHANGED,
        );
        return answer;
      };
      const nobody = { givenName: 'Nobody', familyName: 'Atall', dateOfBirth: '2011-01-01' };
      const none = await tried(nobody);
      expect(none).toMatchObject({ state: 'NO_MATCH', grant: null });
      expect(none.ifNothingOpened).toMatch(/reference.*household/);
      for (const child of [sorrel.persons.kit, sorrel.persons.june])
        expect(await tried(await known(owner(), child))).toEqual(none);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'such a child is found with the reference or with another person of the household, in the episode that is meant, and whoever found somebody reads the same of what more would help',
    },
    async () => {
      const { kit } = sorrel.persons;
      const child = await known(owner(), kit);
      for (const [parent, { reference }] of [
        [sorrel.persons.mina, sorrel.episodes.current],
        [vance.persons.ralph, vance.episodes.current],
      ] as const)
        for (const [about, more] of [
          [[child, await known(owner(), parent)], {}],
          [[child], { reference }],
        ] as const) {
          await fresh();
          const used = await protector(gate(), callum).does<Overridden>(
            'overrideForSafeguarding',
            overrideOf(about, callum, more),
            OVERRIDE_CHANGED,
          );
          expect(used.state).toBe('USED');
          expect(used.ifNothingOpened).toMatch(/reference.*household/);
          const [held] = await owner().run<{ reference: string; persons: string[] }>({
            text: `SELECT reference, persons FROM partners.safeguarding_override held
              JOIN episodes.episode opened ON opened.id = held.episode_id WHERE held.id = $1`,
            values: [used.override],
          });
          expect(held?.reference).toBe(reference);
          expect(held?.persons).toHaveLength(about.length);
        }
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      alone: 'A bar only takes away.',
      that: 'whoever has a relationship with the family reads nothing of who is named, however the name is written',
    },
    async () => {
      await calledOtherwise(RECORDED);
      await relates(scene, dorothea, okafor);
      await relates(scene, prue, okafor);
      await holdsOffice(scene, quincy, 'DATA_PROTECTION_OFFICER');
      const listed = async (who: typeof quincy) => {
        const { body } = await new Doer(gate(), who, 'ADMINISTRATION').asks(
          '{ overrides { override state } }',
        );
        return body.data.overrides;
      };
      for (const [givenName, familyName] of WRITTEN) {
        const about = { givenName, familyName, dateOfBirth: '1999-01-01' };
        expect(await reaches(about)).toBe('NO_MATCH');
        expect(await listed(quincy)).toHaveLength(1);
        expect(await listed(dorothea)).toEqual([]);
        expect((await asks(about)).errors?.[0]?.extensions['code']).toBe('RECORD_UNKNOWN');
      }
    },
  );
}
