import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import type { Arguments } from '../../machines/doer.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Overridden } from '../vocabulary/override.ts';
import {
  healthLaw,
  known,
  OVERRIDE_CHANGED,
  overrideOf,
  protector,
} from '../vocabulary/override.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { odile, owen, ottilie, greer, dorothea } = cast.practitioners;
const { lindqvist, farrow, garside } = cast.families;
const { signe, elin } = lindqvist.persons;
const current = lindqvist.episodes.current;
const contact = farrow.episodes.contact;
const READ = `family { address households { addresses { line } } members { id givenName contactDetails ethnicity healthConditions { name }
  withheld { coordinate code } } } plan { objective withheld { coordinate code } }`;

// biome-ignore lint/suspicious/noExplicitAny: a scenario reads what it asked for.
type Read = any;

/** What somebody reads who took an override, and what they do not. */
export function readingByOverride(scene: Scene): void {
  const { reader, given, clock } = scene;
  const tonight = () => reader(odile).for('SAFEGUARDING');
  const take = async (
    who: typeof greer,
    person: { readonly id: string },
    more: Arguments = {},
  ): Promise<Overridden> =>
    protector(scene.gate(), who).does<Overridden>(
      'overrideForSafeguarding',
      overrideOf([await known(scene.database().owner, person)], who, more),
      OVERRIDE_CHANGED,
    );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'what the family withholds in detail is read by override, of the person and class named; the ledger says by which override, and why',
    },
    async () => {
      const { family, plan }: Read = await tonight().asksOf(current, READ);
      expect(family.members).toMatchObject([
        {
          id: signe.id,
          givenName: 'Signe',
          healthConditions: [{ name: 'Thyroid condition' }],
          ethnicity: null,
          withheld: expect.arrayContaining([
            { coordinate: 'Person.ethnicity', code: 'JUSTIFICATION_REQUIRED' },
          ]),
        },
      ]);
      expect(family.members).toHaveLength(1);
      expect(family.households).toMatchObject([
        { addresses: [{ line: expect.stringMatching(/Weavers Mead/) }] },
      ]);
      // The one line is of the family’s first household, whoever lives there.
      expect(family.address).toBeNull();
      // The plan is for the child as well, who was not named.
      expect(plan).toMatchObject({
        objective: null,
        withheld: expect.arrayContaining([
          { coordinate: 'Plan.objective', code: 'JUSTIFICATION_REQUIRED' },
        ]),
      });
      const [release] = await scene.database().owner.run<Record<string, readonly string[]>>({
        text: `SELECT grants, justifications, persons FROM ledger.release WHERE account_id = $1 ORDER BY at DESC LIMIT 1`,
        values: [odile.id],
      });
      expect(release?.['grants']).toEqual([current.grants.odile]);
      expect(release?.['justifications']).toEqual([current.justifications.signeTonight]);
      expect(release?.['persons']).not.toContain(elin.id);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'what the family withholds in detail stays withheld from everybody else of the agency, for every other purpose, and once the override is over',
    },
    async () => {
      const colleague = reader(owen).for('COORDINATE_SUPPORT');
      (await colleague.readsOf(signe, current)).isSilentOn('healthConditions');
      await reader(odile).for('ENGAGE_FAMILY').findsNothingOf(current);
      clock.set(new Date(COUNTY_NOW.getTime() + 86_400_000));
      await tonight().findsNothingOf(current);
      // Access in the ordinary way does not bring back what the override opened.
      await given.added('access.role_holding', {
        id: crypto.randomUUID(),
        account_id: odile.id,
        role: 'TAF_MEMBER',
        starts_at: daysFromNow(-2),
      });
      await given.added('access.access_grant', {
        id: crypto.randomUUID(),
        account_id: odile.id,
        episode_id: current.id,
        role: 'TAF_MEMBER',
        working_relationship: 'Works with the family',
        granted_by: dorothea.id,
        starts_at: daysFromNow(-2),
      });
      await given.changed(
        'access.justification',
        { id: current.justifications.signeTonight },
        { expires_at: daysFromNow(30) },
      );
      for (const person of [signe, elin])
        (await tonight().readsOf(person, current)).withholds('healthConditions');
    },
  );

  const restriction = {
    id: '00000000-0000-4000-8000-000000000811',
    protected_person_id: signe.id,
    family_id: lindqvist.id,
    item_id: null,
    coordinates: ['Person.contactDetails', 'Person.healthConditions', 'Family.address'],
    hidden_from_agency_id: odile.agency.id,
    hidden_from_person_id: null,
    starts_at: daysFromNow(-1),
    ends_at: null,
  };

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'what keeps somebody safe stays hidden from an override, too, and nothing tells of it',
    },
    async () => {
      await given.added('access.restriction', restriction);
      const { family }: Read = await tonight().asksOf(current, READ);
      expect(family.households).toEqual([{ addresses: [] }]);
      expect(family.members).toMatchObject([
        { id: signe.id, contactDetails: null, healthConditions: [] },
      ]);
      expect(JSON.stringify(family)).not.toContain('Person.contactDetails');
    },
  );

  scenario(
    {
      clause: 'PN-r-obj',
      outcome: 'denied',
      that: 'what somebody had the use of restricted stays so towards an override',
    },
    async () => {
      await given.added('access.processing_restriction', {
        id: '00000000-0000-4000-8000-000000000812',
        person_id: signe.id,
        coordinates: ['HealthCondition.name', 'Person.healthConditions'],
        starts_at: daysFromNow(-1),
        ends_at: null,
      });
      (await tonight().readsOf(signe, current)).isSilentOn('healthConditions');
    },
  );

  scenario(
    {
      clause: 'SHR-2.1',
      outcome: 'granted',
      that: 'a worker whose role reads nothing of an episode protects a child there all the same, before the family agreed, and reads whom and what the override names',
    },
    async () => {
      for (const who of [greer, ottilie]) {
        await reader(who).for('SAFEGUARDING').findsNothingOf(contact);
        const used = await take(who, farrow.persons.child, {
          classes: ['RESTRICTED:SOCIAL_CARE'],
          legal: healthLaw(who),
        });
        expect(used).toMatchObject({
          state: 'USED',
          grant: { role: 'OVERRIDE_HOLDER' },
          locked: [],
        });
        const members: Read = await reader(who)
          .for('SAFEGUARDING')
          .asksOf(
            contact,
            'family { members { id givenName socialCare { status } housing { circumstance } } }',
          );
        expect(members.family.members).toEqual([
          {
            id: farrow.persons.child.id,
            givenName: 'Bill',
            socialCare: [{ status: 'Assessment, no further action' }],
            housing: null,
          },
        ]);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-2.1',
      outcome: 'denied',
      that: 'an episode that is over is not opened by an override, and one that closes closes to it for good',
    },
    async () => {
      expect(await take(greer, garside.persons.child)).toMatchObject({
        state: 'NO_MATCH',
        grant: null,
      });
      const used = await take(greer, farrow.persons.child);
      await reader(greer).for('SAFEGUARDING').asksOf(contact, 'status');
      const status = (to: string) =>
        scene.database().owner.transaction(async (transaction) => {
          await transaction.run({
            text: `SELECT set_config('postern.now', $1, true)`,
            values: [clock.now().toISOString()],
          });
          await transaction.run({
            text: 'UPDATE episodes.episode SET status = $1 WHERE id = $2',
            values: [to, contact.id],
          });
        });
      try {
        await status('NO_FURTHER_ACTION');
        await reader(greer).for('SAFEGUARDING').findsNothingOf(contact);
      } finally {
        await status('SCREENING');
      }
      await reader(greer).for('SAFEGUARDING').findsNothingOf(contact);
      const own = new Doer(scene.gate(), greer, 'COORDINATE_SUPPORT');
      const { body } = await own.asks('{ me { grants { id state revokedCause } } }');
      expect(body.data.me.grants).toContainEqual({
        id: used.grant?.id,
        state: 'REVOKED',
        revokedCause: 'EPISODE_CLOSED',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'a class without its law stays locked and is told so, found or not; a class that there is not is refused, and offences wait for somebody’s yes even at night',
    },
    async () => {
      const classes = ['SPECIAL_CATEGORY:HEALTH'];
      const used = await take(greer, signe, { classes });
      const codes = used.locked.map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(0);
      expect(used.state).toBe('USED');
      const read = await reader(greer).for('SAFEGUARDING').readsOf(signe, current);
      read.withholds('healthConditions');
      const nobody = { givenName: 'Nobody', familyName: 'Atall', dateOfBirth: '2011-01-01' };
      const none = await protector(scene.gate(), greer).does<Overridden>(
        'overrideForSafeguarding',
        overrideOf([nobody], greer, { classes }),
        OVERRIDE_CHANGED,
      );
      expect(none).toMatchObject({ state: 'NO_MATCH', locked: used.locked });
      await protector(scene.gate(), greer).isRefused(
        'ARGUMENT_INVALID',
        'overrideForSafeguarding',
        overrideOf([nobody], greer, { classes: ['NO_SUCH_CLASS'] }),
        OVERRIDE_CHANGED,
      );
      const offences = await take(ottilie, signe, {
        classes: ['CRIMINAL_OFFENCE'],
        legal: { ...healthLaw(ottilie), article9: null, article10: 'SCHEDULE_1_CONDITION' },
      });
      expect(offences.locked).toMatchObject([{ code: 'APPROVAL_MISSING' }]);
      (await reader(ottilie).for('SAFEGUARDING').readsOf(signe, current)).withholds('convictions');
    },
  );
}
