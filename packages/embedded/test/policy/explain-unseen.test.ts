import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { ask, EXPLAIN, explained, NEVER_THERE } from './explaining.ts';

const { grace } = cast.practitioners;
const { yarrow } = cast.families;
const { jack } = yarrow.persons;

const { given, reader } = setScene();

describe('a record that may not be seen', () => {
  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'denied',
      that: 'without a live grant, or after the episode closed, a record is explained like one that does not exist',
    },
    async () => {
      const asked = { coordinate: 'Person.givenName', of: jack };
      const never = await ask(reader(grace), { ...asked, of: { id: NEVER_THERE } });
      expect(never.body.data.explainAccess).toMatchObject({ outcome: 'NOT_FOUND', required: [] });
      expect((await ask(reader(grace), asked)).text).not.toBe(never.text);
      await given.changed(
        'access.access_grant',
        { account_id: grace.id, episode_id: yarrow.episodes.current.id },
        { revoked_at: daysFromNow(-1) },
      );
      expect((await ask(reader(grace), asked)).text).toBe(never.text);
      for (const id of ['', 'no id', "'; SELECT 1", jack.id.toUpperCase()])
        expect((await ask(reader(grace), { ...asked, of: { id } })).text).toBe(never.text);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7c',
      outcome: 'granted',
      that: 'through a live grant on an open episode with the family’s agreement the same record is explained, each of these conditions met',
    },
    async () => {
      const asked = { coordinate: 'Person.givenName', of: jack };
      const { outcome, decidedBy } = await explained(reader(grace), asked);
      expect(outcome).toBe('OPEN');
      expect(decidedBy.conditions).toEqual([
        {
          words: 'the reader holds live access to the episode in this role',
          clause: 'SHR-8.2.1e',
          verdict: 'MET',
        },
        { words: 'the episode is open', clause: 'SHR-8.3.7c', verdict: 'MET' },
        { words: 'the family’s agreement is in force', clause: 'SHR-3.4.3a', verdict: 'MET' },
      ]);
    },
  );
});

describe('what cannot be explained', () => {
  test.each([
    ['an unknown type', { type: 'Secret', coordinate: 'Secret.id' }, 'resource.type'],
    [
      'a type of counts',
      { type: 'IndicatorTable', coordinate: 'IndicatorTable.count' },
      'resource.type',
    ],
    ['a prototype’s name', { type: '__proto__', coordinate: '__proto__.id' }, 'resource.type'],
    [
      'a source without a type of its own',
      { type: 'EthnicityEntry', coordinate: 'EthnicityEntry.id' },
      'resource.type',
    ],
    ['an unknown field', { coordinate: 'Person.shoeSize' }, 'coordinate'],
    ['a field of another type', { coordinate: 'Episode.reference' }, 'coordinate'],
    ['a prototype’s field', { coordinate: 'Person.constructor' }, 'coordinate'],
    ['no coordinate', { coordinate: '' }, 'coordinate'],
    ['an unknown purpose', { purpose: 'CURIOSITY' }, 'purpose'],
    ['a prototype’s purpose', { purpose: 'toString' }, 'purpose'],
  ])('%s is refused by name', async (_, changed, argument) => {
    const { body } = await reader(grace).asks(EXPLAIN, {
      type: 'Person',
      id: jack.id,
      coordinate: 'Person.givenName',
      purpose: 'UNDERSTAND_NEEDS',
      ...changed,
    });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'ARGUMENT_INVALID', argument });
  });
});
