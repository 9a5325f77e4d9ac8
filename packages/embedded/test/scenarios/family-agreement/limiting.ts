import { connect } from '@postern/database';
import { familiesTimers } from '@postern/families';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { toldOf } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { wholeRecord } from '../vocabulary/whole-record.ts';
import { agreeing, partOf } from './agreeing.ts';

const { noor, sami: young } = cast.familyAccounts;
const { bea, tom, kwame, rhona } = cast.practitioners;
const { everard, ashdown } = cast.families;
const { sami, lina, idris } = everard.persons;
const episode = everard.episodes.current;

/** Young people choose what their parents are told; details that protect somebody are hidden from one. */
export function limitingScenarios(scene: Scene): void {
  const { reader, clock, database } = scene;
  const of = () => agreeing(scene, episode);
  const mothersText = async () => (await wholeRecord(reader(noor).for('RIGHTS'), episode)).text;
  const SAID = 'I do not want this talked about at home.';
  const OVERRIDE = {
    person: sami.id,
    until: daysFromNow(2),
    reason: 'He spoke of hurting himself tonight.',
    toldOn: '2026-06-17',
  };

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'granted',
      that: 'a young person opens by his own account what he kept, and a practitioner writes down what another asked for',
    },
    async () => {
      expect(await mothersText()).not.toContain(SAID);
      const own = await of().ofFamily(young)('setLimit', {
        person: sami.id,
        level: { enum: 'OPEN_TO_PARENTS' },
        reason: 'Mum can know.',
      });
      expect(own).toMatchObject({ level: 'OPEN_TO_PARENTS', holdsNow: true });
      expect(await mothersText()).toContain(SAID);
      const asked = await of().lead('setLimit', {
        person: idris.id,
        level: { enum: 'CONFIDENTIAL' },
        reason: 'He asked for it at school.',
      });
      expect(asked.code).toBeUndefined();
      expect(await mothersText()).not.toContain('Read this to Mum, please.');
    },
  );
  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'denied',
      that: 'nobody chooses for them: not the mother, not another young person, not the team; nor does a child of under 13',
    },
    async () => {
      const opens = { level: { enum: 'OPEN_TO_PARENTS' }, reason: 'Open it.' };
      const { ofFamily, as } = of();
      for (const [sends, person] of [
        [ofFamily(noor), sami],
        [ofFamily(young), lina],
        [as(bea), sami],
      ] as const)
        expect((await sends('setLimit', { person: person.id, ...opens })).code).toBe(
          'RECORD_UNKNOWN',
        );
      const okafor = cast.families.okafor;
      const small = await agreeing(scene, okafor.episodes.current).lead('setLimit', {
        person: okafor.persons.chidi.id,
        ...opens,
      });
      expect(small.code).toBe('NOT_A_YOUNG_PERSON');
      expect(await mothersText()).not.toContain(SAID);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'to protect him the lead tells a parent the worry for two days; then what he chose holds again, whoever is there, and somebody speaks with him',
    },
    async () => {
      const answer = await of().lead('overrideLimit', OVERRIDE);
      expect(answer).toMatchObject({ level: 'OVERRIDDEN' });
      const meanwhile = await of().ofFamily(young)('setLimit', {
        person: sami.id,
        level: { enum: 'SUMMARY_ONLY' },
        reason: 'Not everything.',
      });
      expect(meanwhile).toMatchObject({ holdsNow: false });
      expect(await level()).toBe('OVERRIDDEN');
      clock.set(new Date(daysFromNow(2)));
      expect(await level()).toBe('SUMMARY_ONLY');
      const service = connect(database().address, 'families', { max: 2 });
      const ended = familiesTimers.filter(({ name }) => name === 'LIMIT_OVERRIDE_ENDED');
      const counts = await fireDue(service, ended, clock.now(), {
        log: (entry) => expect(entry).toBeNull(),
      });
      await service.close();
      expect(counts.fired).toBe(1);
      expect(await toldOf(scene, 'LIMIT_TO_REVIEW')).toContain(tom.id);
    },
  );
  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'not without saying whether he was told, not for longer than a month, and not by anybody but the lead',
    },
    async () => {
      const { lead, as } = of();
      const { toldOn: _, ...untold } = OVERRIDE;
      expect((await lead('overrideLimit', untold)).code).toBe('ARGUMENT_INVALID');
      const long = { ...OVERRIDE, until: daysFromNow(40) };
      expect((await lead('overrideLimit', long)).code).toBe('ARGUMENT_INVALID');
      expect(JSON.stringify(await as(bea)('overrideLimit', OVERRIDE))).toContain(
        'ROLE_NOT_PERMITTED',
      );
      expect(await level()).toBe('CONFIDENTIAL');
    },
  );
  async function level(): Promise<unknown> {
    const own = await reader(young)
      .for('RIGHTS')
      .asks(
        `{ episode(reference: "${episode.reference}") { family { agreement { parts { disclosureLimit } } } } }`,
      );
    return own.body.data.episode.family.agreement.parts[0]?.disclosureLimit;
  }

  scenario(
    {
      clause: 'SHR-3.4.3d',
      outcome: 'denied',
      that: 'found not competent any more, what he keeps stays kept, and somebody is asked to look at it',
    },
    async () => {
      const answer = await of().lead('reviewCompetence', {
        person: sami.id,
        decision: { enum: 'NOT_COMPETENT' },
        directlySupported: true,
        reason: 'He could not say back who reads it.',
      });
      expect(partOf(answer, sami)).toMatchObject({
        competence: 'NOT_COMPETENT',
        reviewDue: true,
        disclosureLimit: 'CONFIDENTIAL',
        state: 'SIGNED',
      });
      expect(await mothersText()).not.toContain(SAID);
    },
  );

  const home = ashdown.episodes.current;
  const keptFrom = {
    person: ashdown.persons.imelda.id,
    coordinates: ['Person.contactDetails'],
    fromAgency: kwame.agency.id,
    reason: 'Somebody there knows the father.',
  };
  const contact = async (who: typeof kwame) => {
    const { family } = await reader(who).asksOf(home, 'family { members { id contactDetails } }');
    const { id } = ashdown.persons.imelda;
    return family.members.find((each: { id: string }) => each.id === id).contactDetails;
  };
  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'the lead hides from one agency how a mother is reached, and it reads nothing of it; the others read on',
    },
    async () => {
      const { lead } = agreeing(scene, home);
      expect(await contact(kwame)).not.toBeNull();
      const { restriction } = await lead('restrictDetail', keptFrom);
      expect(await contact(kwame)).toBeNull();
      expect(await contact(rhona)).not.toBeNull();
      await lead('endRestriction', { restriction, reason: 'They left.' });
      expect(await contact(kwame)).not.toBeNull();
    },
  );
  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'granted',
      that: 'nobody hides it from the host or on the word of whoever does not keep the agreement; then everybody reads it',
    },
    async () => {
      const { lead, as } = agreeing(scene, home);
      const fromHost = await lead('restrictDetail', { ...keptFrom, fromAgency: tom.agency.id });
      expect(fromHost.code).toBe('HOST_NOT_REMOVED');
      expect((await as(rhona)('restrictDetail', keptFrom)).code).toBe('RECORD_UNKNOWN');
      expect(await contact(kwame)).not.toBeNull();
    },
  );
}
