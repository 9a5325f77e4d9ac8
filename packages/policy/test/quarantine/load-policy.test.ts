import { describe, expect, test } from 'vitest';
import type { LoadedPolicy } from '../../src/index.ts';
import { loadPolicy, PURPOSES, sealOf } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from '../validation/small-schema.ts';

const SECOND = { ...STORED, name: 'second', fields: ['nhsNumber'] };
const THIRD = { ...STORED, name: 'third', fields: ['ethnicity'] };

function loaded(stored: readonly unknown[], approved: readonly unknown[] = stored): LoadedPolicy {
  return loadPolicy(
    stored.map((body, place) => ({ name: `stored ${place}`, body })),
    sealOf(approved),
    schema,
  );
}

const ALTERNATIVES = [
  'agency.health',
  'agency.education',
  'entry.ownAgency',
  'person.self',
  'transfer.includes',
  'pool.current',
  'account.self',
];
const EPISODE_OPEN = { holds: 'episode.open' };

describe('in place of a rule that is corrupt stands a denial of', () => {
  const whole = {
    role: STORED.role,
    resource: STORED.resource,
    covers: { kind: 'FIELDS', fields: STORED.fields },
    purposes: STORED.purposes,
    effect: 'DENY',
    when: 'always',
  };
  test.each<[string, object, object]>([
    ['what it concerned', { when: 7 }, {}],
    ['everybody, where its role is unknown', { role: 'NOBODY' }, { role: '*' }],
    [
      'every record, where its type is unknown',
      { resource: 'Persn' },
      { resource: '*', covers: { kind: 'EVERYTHING' } },
    ],
    [
      'every field, where one is unknown',
      { fields: ['id', 'givenNam'] },
      { covers: { kind: 'EVERYTHING' } },
    ],
    [
      'every field, where fields and classes are named',
      { classes: ['PERSONAL'] },
      { covers: { kind: 'EVERYTHING' } },
    ],
    [
      'every field, where a class is not of the type',
      { fields: undefined, classes: ['PERSONAL', 'SPECIAL_CATEGORY:RELIGION'] },
      { covers: { kind: 'EVERYTHING' } },
    ],
    [
      'every purpose, where one is unknown',
      { purposes: ['COORDINATE_SUPPORT', 'CURIOSITY'] },
      { purposes: PURPOSES },
    ],
    ['a permission that is anchored to nothing', { when: EPISODE_OPEN }, {}],
    [
      'one that could hold in too many ways',
      {
        when: {
          all: [STORED.when, ...ALTERNATIVES.map((holds) => ({ any: [EPISODE_OPEN, { holds }] }))],
        },
      },
      {},
    ],
    [
      'one that could fail in too many ways',
      {
        when: {
          all: [
            STORED.when,
            { any: ALTERNATIVES.map((holds) => ({ all: [EPISODE_OPEN, { holds }] })) },
          ],
        },
      },
      {},
    ],
  ])('%s', (_what, changes, denied) => {
    const { fields: _, classes: __, ...rest } = { classes: undefined, ...STORED, ...changes };
    const cover = Object.entries({ fields: _, classes: __ }).filter(
      ([, each]) => each !== undefined,
    );
    const policy = loaded([SECOND, { ...rest, ...Object.fromEntries(cover) }]);
    expect(policy.rules).toMatchObject([{ name: 'second' }, { ...whole, ...denied }]);
    expect(policy.corrupt).toHaveLength(1);
  });
});

describe('the denial that stands in place of a rule', () => {
  const RECORDING = { ...STORED, name: 'records', action: 'record', fields: ['ethnicity'] };
  const denied = (...given: Parameters<typeof loaded>) =>
    loaded(...given)
      .rules.filter(({ effect }) => effect === 'DENY')
      .map(({ action, covers }) => [action, covers]);
  const ethnicity = { kind: 'FIELDS', fields: ['ethnicity'] };

  test('is about recording where the rule is, so that nobody records what it kept them from', () => {
    expect(denied([{ ...RECORDING, effect: 'DENY', when: 7 }])).toEqual([['record', ethnicity]]);
    expect(denied([SECOND], [SECOND, RECORDING])).toEqual([['record', ethnicity]]);
  });

  test('is about both where nobody can tell', () => {
    const both = [
      ['read', ethnicity],
      ['record', ethnicity],
    ];
    expect(denied([{ ...RECORDING, action: 'erase' }])).toEqual(both);
    expect(denied([{ ...RECORDING, action: 'read' }], [RECORDING])).toEqual(both);
  });
});

describe('a sealed version', () => {
  const approved = [STORED, SECOND, THIRD];
  const codes = (stored: readonly unknown[]) =>
    loaded(stored, approved).corrupt.map(({ rule, code }) => [rule, code]);

  test('is as it was approved in any order', () => {
    expect(codes([THIRD, SECOND, STORED])).toEqual([]);
  });

  test('misses each rule that is gone', () => {
    expect(codes([SECOND])).toEqual([
      [STORED.name, 'RULE_LOST'],
      ['third', 'RULE_LOST'],
    ]);
    expect(loaded([SECOND], approved).rules.map(({ effect }) => effect)).toEqual([
      'ALLOW',
      'DENY',
      'DENY',
    ]);
  });

  test('knows a rule that stands there once more', () => {
    expect(codes([...approved, SECOND])).toEqual([['stored 3', 'RULE_ALTERED']]);
  });
});
