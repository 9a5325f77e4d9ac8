import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { esther, grace, tom } = cast.practitioners;
const { declan: father, victor } = cast.familyAccounts;
const { tolliver, ashdown } = cast.families;
const { declan } = tolliver.persons;
const [child] = Object.values(tolliver.persons).filter(({ age }) => age !== undefined && age < 18);

/** Who is responsible for a child, and what was seen of it. */
export function responsibilityScenarios(scene: Scene): void {
  const people = new People(scene);
  const SHOWN = '... on ParentalResponsibilityChanged { from until }';
  const readsChild = async (): Promise<boolean> => {
    const { family } = await scene
      .reader(father)
      .for('TRACK_OUTCOMES')
      .asksOf(tolliver.episodes.current, 'family { members { id givenName } }');
    return family.members.some(({ id, givenName }: Answered) => id === child?.id && givenName);
  };
  const given = { holder: declan.id, child: child?.id };
  const evidence = 'Order of the family court seen, of 2 June 2026.';

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'granted',
      that: 'a parent reads the child’s part from the moment at which evidence of the responsibility is recorded, until it ends',
    },
    async () => {
      expect(await readsChild()).toBe(false);
      const held = carriedOut(
        await people.sends(
          esther,
          'recordParentalResponsibility',
          { ...given, evidence, from: '2026-06-02' },
          SHOWN,
        ),
      );
      expect(held.from).toBe('2026-06-02');
      expect(held.until > '2026-06-17').toBe(true);
      expect(await readsChild()).toBe(true);
      const again = await people.sends(
        esther,
        'recordParentalResponsibility',
        { ...given, evidence, from: '2026-06-03' },
        SHOWN,
      );
      expect(again.about).toEqual(['HELD', 'endParentalResponsibility']);
      carriedOut(
        await people.sends(
          esther,
          'endParentalResponsibility',
          { ...given, until: '2026-06-17', reason: 'The order was set aside.' },
          SHOWN,
        ),
      );
      expect(await readsChild()).toBe(false);
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'denied',
      that: 'nobody is made responsible without evidence, by whoever does not keep both records, or past a restriction that protects the child',
    },
    async () => {
      const responsible = { ...given, evidence, from: '2026-06-02' };
      await people.writesNothing('ARGUMENT_INVALID', esther, 'recordParentalResponsibility', {
        ...responsible,
        evidence: ' - ',
      });
      await people.writesNothing('ARGUMENT_INVALID', esther, 'recordParentalResponsibility', {
        ...responsible,
        until: '2026-06-01',
      });
      await people.writesNothing(
        'RECORD_UNKNOWN',
        grace,
        'recordParentalResponsibility',
        responsible,
      );
      await people.writesNothing('STEP_NOT_POSSIBLE', esther, 'endParentalResponsibility', {
        ...given,
        until: '2026-06-17',
        reason: 'Nobody said so.',
      });
      const { posy } = ashdown.persons;
      await people.sends(
        tom,
        'recordParentalResponsibility',
        { holder: ashdown.persons.victor.id, child: posy.id, evidence, from: '2026-06-10' },
        SHOWN,
      );
      const { family } = await scene
        .reader(victor)
        .for('TRACK_OUTCOMES')
        .asksOf(ashdown.episodes.current, 'family { members { id givenName } }');
      expect(family.members).not.toContainEqual(expect.objectContaining({ id: posy.id }));
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'denied',
      that: 'responsibility recorded before a child was born ends, too, when the child is of age',
    },
    async () => {
      const unborn = await people.person(esther, 'recordPerson', {
        episode: tolliver.episodes.current.id,
        person: { givenName: 'Baby', familyName: 'Tolliver', expectedOn: '2026-08-01' },
        relationship: { enum: 'UNBORN_CHILD' },
        since: '2026-06-17',
      });
      const held = { holder: declan.id, child: unborn.id, evidence, from: '2026-06-17' };
      carriedOut(await people.sends(esther, 'recordParentalResponsibility', held, SHOWN));
      const until = async () => {
        const [row] = await scene.database().owner.run<{ until: string | null }>({
          text: 'SELECT ends_on::text AS until FROM access.parental_responsibility WHERE child_id = $1',
          values: [unborn.id],
        });
        return row?.until;
      };
      expect(await until()).toBeNull();
      const { revision } = await people.reads(esther, unborn, 'revision');
      await people.person(esther, 'recordBirth', {
        id: unborn.id,
        expectedRevision: revision,
        dateOfBirth: '2026-06-17',
      });
      expect(await until()).toBe('2044-06-17');
    },
  );
}
