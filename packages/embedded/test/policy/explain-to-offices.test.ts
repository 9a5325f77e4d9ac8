import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import type { AnswerBody } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import type { Reader } from '../scenarios/vocabulary/reader.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { ask, explained, NEVER_THERE } from './explaining.ts';

const { grace, tom, niamh, rufus, dorothea, esther, caspar } = cast.practitioners;
const { okafor, bexley } = cast.families;
const { chidi } = okafor.persons;

const { given, reader } = setScene();

function officer(): Reader {
  return reader(dorothea).for('ADMINISTRATION');
}

describe('whose access an office has explained', () => {
  const CHIDIS_HEALTH = { coordinate: 'Person.healthConditions', of: chidi };

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the data protection officer is told by which rule a worker reads a field and what keeps another from it, and reads no record',
    },
    async () => {
      const asked = { ...CHIDIS_HEALTH, purpose: 'COORDINATE_SUPPORT' };
      expect(await explained(officer(), { ...asked, principal: niamh })).toMatchObject({
        outcome: 'OPEN',
        decidedBy: { role: 'TAF_MEMBER', verdict: 'MET' },
      });
      const withheld = await explained(officer(), { ...asked, principal: grace });
      expect(withheld).toEqual(await explained(reader(grace), asked));
      expect(withheld).toMatchObject({ outcome: 'WITHHELD', code: 'JUSTIFICATION_REQUIRED' });
      expect(await explained(officer(), { ...asked, purpose: 'ADMINISTRATION' })).toMatchObject({
        outcome: 'NOT_FOUND',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'nobody else is told of another’s access, whether there is such an account or not, and no officer of a family they declared a conflict with',
    },
    async () => {
      for (const who of [reader(grace), reader(caspar).for('ADMINISTRATION')])
        for (const principal of [tom, { id: NEVER_THERE }, { id: 'nobody' }]) {
          const { body } = await ask(who, { ...CHIDIS_HEALTH, principal });
          expect(body.data?.explainAccess ?? null).toBeNull();
          expect(codesOf(body)).toEqual(['ROLE_NOT_PERMITTED']);
        }
      const { current } = bexley.episodes;
      const asked = {
        coordinate: 'Episode.reference',
        of: current,
        principal: cast.practitioners.kwame,
      };
      const never = await ask(officer(), { ...asked, of: { id: NEVER_THERE } });
      expect((await ask(officer(), asked)).text).toBe(never.text);
      await given.changed(
        'access.conflict_of_interest',
        { account_id: dorothea.id },
        { ended_at: daysFromNow(-1) },
      );
      expect((await ask(officer(), asked)).text).not.toBe(never.text);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7b',
      outcome: 'denied',
      that: 'of an account whose training lapsed the officer is told so, with who can mend it, whatever the record',
    },
    async () => {
      const asked = { ...CHIDIS_HEALTH, principal: rufus };
      const answer = await ask(officer(), asked);
      expect(answer.body.data.explainAccess).toMatchObject({
        outcome: 'REFUSED',
        code: 'TRAINING_NOT_VALID',
        required: [{ clause: 'SHR-8.3.7b', whoCan: expect.stringContaining('host team') }],
      });
      expect((await ask(officer(), { ...asked, of: { id: NEVER_THERE } })).text).toBe(answer.text);
      await reader(rufus).isRefused('TRAINING_NOT_VALID');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7b',
      outcome: 'granted',
      that: 'of an account whose training is confirmed the rules are explained',
    },
    async () => {
      const { outcome, rules } = await explained(officer(), { ...CHIDIS_HEALTH, principal: grace });
      expect(outcome).toBe('WITHHELD');
      expect(rules.length).toBeGreaterThan(0);
    },
  );

  test('a family member’s account is none that anybody asks of', async () => {
    const { ngozi: mother } = cast.familyAccounts;
    const asked = { ...CHIDIS_HEALTH, purpose: 'RIGHTS' };
    const family = await ask(officer(), { ...asked, principal: mother });
    const nobody = await ask(officer(), { ...asked, principal: { id: NEVER_THERE } });
    expect(family.body.data.explainAccess).toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    expect(family.text).toBe(nobody.text);
    expect(await explained(reader(mother).for('RIGHTS'), asked)).toMatchObject({ outcome: 'OPEN' });
  });

  test('an early help manager is told, too', async () => {
    await given.added('access.role_holding', {
      id: '00000000-0000-4000-8000-000000000901',
      account_id: esther.id,
      role: 'EARLY_HELP_MANAGER',
      starts_at: daysFromNow(-1),
    });
    expect(
      await explained(reader(esther).for('ADMINISTRATION'), { ...CHIDIS_HEALTH, principal: grace }),
    ).toMatchObject({ outcome: 'WITHHELD' });
  });
});

function codesOf({ errors }: AnswerBody): readonly unknown[] {
  return (errors ?? []).map(({ extensions }) => extensions['code']);
}
