import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { Doer } from '../../machines/doer.ts';
import { known } from '../vocabulary/override.ts';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, prue, halima, zara } = cast.practitioners;
const { ashdown, okafor } = cast.families;
const { linus } = ashdown.persons;
const [home] = ashdown.households;

type Identifiers = Readonly<Record<string, unknown>>;

/** Whom matching finds of a child who was adopted: the record since, and by nothing the one before. */
export function matchingScenarios(scene: Scene): void {
  const people = new People(scene);
  const owner = () => scene.database().owner;

  /** What the host finds for a partner who asks with these identifiers. */
  const found = async (identifiers: Identifiers): Promise<readonly string[]> => {
    const { request } = await new Doer(scene.gate(), zara, 'COORDINATE_SUPPORT').does<{
      request: string;
    }>(
      'requestAccess',
      {
        identifiers,
        role: 'TAF_MEMBER',
        workingRelationship: 'Teaches him.',
        purpose: 'To help.',
        idempotencyKey: crypto.randomUUID(),
      },
      'AccessRequestChanged { request }',
    );
    const { body } = await new Doer(scene.gate(), prue, 'ADMINISTRATION').asks(
      `{ matchingEpisodes(request: "${request}") { episode } }`,
    );
    expect(body.errors).toBeUndefined();
    return body.data.matchingEpisodes.map(({ episode }: Answered) => episode);
  };
  const pool = async (): Promise<readonly unknown[]> => {
    const { body } = await scene
      .reader(halima)
      .for('MATCH_DATA')
      .asks(
        '{ matchCandidates(first: 100) { edges { node { id givenName familyName dateOfBirth } } } }',
      );
    return body.data.matchCandidates.edges;
  };
  /** A child who kept day of birth and first name, and for a while the home: adopted by a relative, say. */
  const adopted = async (): Promise<Answered> => {
    const { dateOfBirth } = await known(owner(), linus);
    const child = await people.person(tom, 'recordPerson', {
      episode: okafor.episodes.current.id,
      person: { givenName: 'Linus', familyName: 'Okafor', dateOfBirth },
      relationship: enumOf('ADOPTED_CHILD'),
      since: '2026-06-01',
    });
    await owner().run({
      text: `INSERT INTO families.household_member (household_id, person_id, started_on) VALUES ($1, $2, '2026-06-01')`,
      values: [home?.id, child.id],
    });
    return { ...child, dateOfBirth };
  };
  const [before, since] = [ashdown.episodes.current.id, okafor.episodes.current.id];

  scenario(
    {
      clause: 'PN-ident',
      outcome: 'granted',
      that: 'an adopted child is found by the name that they have, and until the adoption is sealed by the one that they had',
    },
    async () => {
      const { dateOfBirth } = await known(owner(), linus);
      const asBefore = { givenName: 'Linus', familyName: 'Ashdown', dateOfBirth };
      expect(await found(asBefore)).toEqual([before]);
      const child = await adopted();
      const shared = { givenName: 'Linus', dateOfBirth, postcode: 'MZ5 2TD' };
      expect((await found(shared)).toSorted()).toEqual([before, since].toSorted());
      carriedOut(
        await people.sends(
          tom,
          'recordAdoption',
          { before: linus.id, since: child.id, adoptedOn: '2026-06-01' },
          '... on AdoptionChanged { sealed }',
        ),
      );
      expect(await found({ ...asBefore, familyName: 'Okafor' })).toEqual([since]);
    },
  );

  scenario(
    {
      clause: 'PN-ident',
      outcome: 'denied',
      that: 'the record before an adoption is found by nothing, not by name, day of birth or postcode, nor both from one search; the pool of candidates says of neither',
    },
    async () => {
      const { dateOfBirth } = await known(owner(), linus);
      const name = { givenName: 'Linus', familyName: 'Ashdown' };
      expect(await found({ ...name, dateOfBirth })).toEqual([]);
      expect(await found({ ...name, postcode: 'MZ5 2TD' })).toEqual([]);
      expect(await found({ givenName: 'Linus', dateOfBirth, postcode: 'MZ5 2TD' })).toEqual([
        since,
      ]);
      expect(await found({ ...name, dateOfBirth, postcode: 'MZ1 8SW' })).toEqual([since]);
      // What is found with it is of the same child, too.
      const twin = crypto.randomUUID();
      await scene.given.added('families.person', {
        id: twin,
        given_name: 'Lionel',
        family_name: 'Ashdown',
        date_of_birth: dateOfBirth,
      });
      await owner().run({
        text: 'INSERT INTO episodes.episode_person (episode_id, person_id) VALUES ($1, $2)',
        values: [before, twin],
      });
      const asTwin = { givenName: 'Lionel', familyName: 'Ashdown', dateOfBirth };
      expect(await found(asTwin)).toEqual([before]);
      await scene.given.added('families.person_merge', {
        id: crypto.randomUUID(),
        kept_id: twin,
        merged_id: linus.id,
        state: 'MERGED',
        evidence: 'The same child.',
        proposed_by: tom.id,
        proposed_at: '2026-06-16T00:00:00Z',
        decided_by: prue.id,
        decided_at: '2026-06-16T00:00:00Z',
        reasons: 'The same child.',
      });
      expect(await found(asTwin)).toEqual([]);
      expect(JSON.stringify(await pool())).not.toContain('Linus');
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'a protected name matches nothing, be it with everything else that is right',
    },
    async () => {
      const { dateOfBirth } = await known(owner(), linus);
      const [child] = await owner().run<{ id: string }>({
        text: `SELECT id FROM families.person WHERE given_name = 'Linus' AND family_name = 'Okafor'`,
        values: [],
      });
      for (const [familyName, isProtected] of [
        ['Ashdown', true],
        ['Thorne', true],
        ['Vale', false],
      ] as const) {
        carriedOut(
          await people.sends(
            tom,
            'recordPersonName',
            {
              person: child?.id,
              name: {
                kind: enumOf('FORMER'),
                givenName: 'Linus',
                familyName,
                protected: isProtected,
              },
            },
            '... on PersonNameChanged { name { id } }',
          ),
        );
        expect(await found({ givenName: 'Linus', familyName, dateOfBirth })).toEqual([]);
      }
    },
  );
}
