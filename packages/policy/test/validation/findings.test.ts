import { describe, expect, test } from 'vitest';
import type { RuleFinding } from '../../src/index.ts';
import { findingsOf, findingsOfPolicy, PURPOSES, RULE_FINDING_CODES } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';
import { granted, onEpisode, onEpisodeWhen, WRONG_RULES } from './wrong-rules.ts';

const SECRET = 'Ottoline Quill';
const { fields: _, ...WITHOUT_COVER } = STORED;

const find = (changes: object): readonly RuleFinding[] =>
  findingsOf({ ...STORED, ...changes }, schema);
const told = (findings: readonly RuleFinding[]): readonly (readonly [string, string])[] =>
  findings.map(({ code, part }) => [code, part]);
test('a rule that is right has no finding', () => {
  expect(find({})).toEqual([]);
  expect(find(onEpisode({ rating: { $gte: 1, $lt: 4 }, kind: { $in: ['a', null] } }))).toEqual([]);
  expect(findingsOf({ ...WITHOUT_COVER, classes: ['PERSONAL'] }, schema)).toEqual([]);
  expect(find({ resource: 'Agency', fields: ['id'], role: '*', when: 'always' })).toEqual([]);
});

test('all that is wrong with a rule is told at once, each with what would be right', () => {
  const findings = findingsOf(
    {
      name: 'a"b',
      role: 'TAF_MEMBRE',
      action: 'write',
      resource: 'Person',
      fields: ['id', 'ethnicty'],
      purposes: ['COORDINATE_SUPORT'],
      effect: 'ALOW',
      when: {
        any: [{ holds: 'grant.lve' }, { were: {} }, { not: { where: { ratin: { $gt: 'x' } } } }],
      },
      clause: 'SHR-3.3.l',
      more: 1,
    },
    schema,
  );
  expect(told(findings)).toEqual([
    ['KEY_UNKNOWN', '/more'],
    ['NAME_INVALID', '/name'],
    ['ROLE_UNKNOWN', '/role'],
    ['ACTION_UNKNOWN', '/action'],
    ['FIELD_UNKNOWN', '/fields/1'],
    ['PURPOSE_UNKNOWN', '/purposes/0'],
    ['EFFECT_UNKNOWN', '/effect'],
    ['CLAUSE_UNKNOWN', '/clause'],
    ['PREDICATE_UNKNOWN', '/when/any/0/holds'],
    ['OPERATOR_UNKNOWN', '/when/any/1/were'],
    ['ATTRIBUTE_UNKNOWN', '/when/any/2/not/where/ratin'],
    ['OPERAND_INVALID', '/when/any/2/not/where/ratin/$gt'],
  ]);
  const meant = [
    'TAF_MEMBER',
    'ethnicity',
    'COORDINATE_SUPPORT',
    'ALLOW',
    'SHR-3.3.1',
    'grant.live',
    'where',
    'rating',
  ];
  const said = findings.map(({ expected }) => expected).join('\n');
  for (const name of meant) expect(said).toContain(`did you mean ${name}?`);
});

describe('a rule is refused with what is wrong and what would be right:', () => {
  test.each(WRONG_RULES)('%s', (_what, changes, code, part) => {
    const findings = find(changes);
    expect(told(findings)).toContainEqual([code, part]);
    for (const { expected, found, rule } of findings) {
      expect(expected.length).toBeGreaterThan(3);
      expect(found.length).toBeLessThan(100);
      expect(rule?.length ?? 0).toBeLessThan(140);
    }
  });

  test('without repeating a value that it compares', () => {
    const spoken = ['reference', 'reason', 'rating', 'kind', 'status', '$or'].flatMap((attribute) =>
      [SECRET, [SECRET], { $eq: SECRET }, { $in: [SECRET, SECRET] }, { $gt: SECRET }].flatMap(
        (test) => find(onEpisode({ [attribute]: test })),
      ),
    );
    expect(spoken.length).toBeGreaterThan(10);
    expect(JSON.stringify(spoken)).not.toContain(SECRET);
  });

  test('a condition too deep, and one too large', () => {
    let deep: unknown = 'always';
    for (let level = 0; level < 20_000; level += 1) deep = { not: deep };
    expect(told(find({ when: deep }))).toEqual([['CONDITION_TOO_DEEP', '/when']]);
    const wide = { any: Array.from({ length: 100_000 }, () => ({ holds: 'grant.live' })) };
    expect(told(find({ when: wide }))).toEqual([['CONDITION_TOO_LARGE', '/when']]);
  });

  test('a condition that compares with more values than a rule has, wherever they stand', () => {
    const among = (attribute: string, values: number): object => ({
      where: { [attribute]: { $in: Array.from({ length: values }, (_, i) => `of ${i}`) } },
    });
    const list = (...parts: readonly object[]): object => onEpisodeWhen({ any: parts });
    expect(find(list(among('reference', 100), among('kind', 100)))).toEqual([]);
    const more = list(among('reference', 100), among('kind', 98), {
      where: { reference: 'a', kind: 'b', rating: 1 },
    });
    expect(told(find(more))).toEqual([['CONDITION_TOO_LARGE', '/when']]);
  });

  test('a condition that cannot be judged, once: not every part of it again', () => {
    const tangled = (from: number): object => ({
      any: [
        { where: { reference: { $nin: Array.from({ length: 20 }, (_, i) => `of ${from + i}`) } } },
        ...Array.from({ length: 20 }, (_, i) => ({
          where: { reference: `of ${from + i}`, kind: `kind ${i}` },
        })),
      ],
    });
    expect(told(find(onEpisodeWhen({ all: [tangled(0), tangled(20)] })))).toEqual([
      ['CONDITION_TOO_LARGE', '/when'],
    ]);
  });

  test('a condition with more ways to hold than a statement can ask', () => {
    const either = (...names: readonly string[]): object => ({
      any: names.map((holds) => ({ holds })),
    });
    const pairs = [
      'agency.health',
      'agency.education',
      'entry.ownAgency',
      'person.self',
      'transfer.includes',
      'pool.current',
      'account.self',
    ];
    const when = {
      all: [{ holds: 'grant.live' }, ...pairs.map((name) => either('episode.open', name))],
    };
    expect(told(find({ when }))).toEqual([['CONDITION_TOO_LARGE', '/when']]);
    const inAny = pairs.map((name) => ({ all: [{ holds: 'episode.open' }, { holds: name }] }));
    const failing = { all: [{ holds: 'grant.live' }, { any: inAny }] };
    expect(told(find({ when: failing }))).toEqual([['CONDITION_TOO_LARGE', '/when']]);
  });

  test('a predicate that can never hold for one of its fields', () => {
    const person = new Map(schema.decidedOn.get('Person'));
    const elsewhere = { askable: new Set(['grant.live'] as const), comparable: new Map() };
    const decidedOn = new Map([
      ...schema.decidedOn,
      ['Person', person.set('givenName', elsewhere)] as const,
    ]);
    const body = { ...STORED, ...granted({ holds: 'agency.health' }) };
    expect(findingsOf(body, schema)).toEqual([]);
    const [finding, ...more] = findingsOf(body, { ...schema, decidedOn });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'PREDICATE_NEVER_HOLDS', part: '/when/all/1/holds' });
    expect(finding?.expected).toContain('a rule without givenName,');
  });

  test('a cycle', () => {
    const all: unknown[] = [{ holds: 'grant.live' }];
    const when = { all };
    all.push(when);
    expect(find({ when }).length).toBeGreaterThan(0);
  });
});

describe('a set of rules is refused for', () => {
  const findAll = (...changes: readonly object[]): readonly RuleFinding[] =>
    findingsOfPolicy(
      changes.map((change, place) => ({ ...STORED, name: `rule ${place}`, ...change })),
      schema,
    );

  test.each<[string, readonly object[], string]>([
    ['a name twice', [{ name: 'a' }, { name: 'a', fields: ['id'] }], 'NAME_REPEATED'],
    ['a rule twice', [{}, { fields: ['givenName', 'id'] }], 'RULE_REPEATED'],
    [
      'a denial of what nobody may',
      [{}, { effect: 'DENY', fields: ['nhsNumber'], when: 'always' }],
      'DENIAL_EMPTY',
    ],
    [
      'a denial for a purpose that nobody may',
      [{}, { effect: 'DENY', purposes: ['AUDIT'], when: 'always' }],
      'DENIAL_EMPTY',
    ],
    [
      'a denial that names a purpose which its role may not use',
      [{}, { effect: 'DENY', purposes: ['AUDIT', 'COORDINATE_SUPPORT'], when: 'always' }],
      'PURPOSE_NOT_USED',
    ],
    [
      'a denial to a role that nothing is permitted',
      [{}, { effect: 'DENY', role: 'LEAD_PROFESSIONAL', when: 'always' }],
      'DENIAL_EMPTY',
    ],
    ['what is wrong with one of them', [{}, { role: 'NOBODY' }], 'ROLE_UNKNOWN'],
  ])('%s', (_what, changes, code) => {
    expect(findAll(...changes).map((each) => [each.rule, each.code])).toEqual([
      [code === 'NAME_REPEATED' ? 'a' : 'rule 1', code],
    ]);
  });

  test('a purpose of a denial that others may use, and their role may not, telling which it may', () => {
    const denial = (purposes: readonly string[], role = 'TAF_MEMBER'): object => ({
      effect: 'DENY',
      when: 'always',
      role,
      purposes,
    });
    const others = [
      { role: 'LEAD_PROFESSIONAL', purposes: ['AUDIT', 'RIGHTS'] },
      // For everybody, and no reason for anybody to be let in.
      { role: '*', resource: 'Agency', fields: ['id'], when: 'always', purposes: ['REVIEW'] },
    ];
    const findAmong = (...denials: readonly object[]): readonly RuleFinding[] =>
      findAll({}, ...others, ...denials);
    expect(findAmong(denial(['COORDINATE_SUPPORT', 'AUDIT', 'REVIEW']))).toEqual(
      ['AUDIT', 'REVIEW'].map((found, place) => ({
        rule: 'rule 3',
        code: 'PURPOSE_NOT_USED',
        part: `/purposes/${place + 1}`,
        found,
        expected:
          'only purposes for which a rule permits the role anything (COORDINATE_SUPPORT), or every purpose',
      })),
    );
    expect(told(findAmong(denial(['AUDIT', 'REVIEW'], '*')))).toEqual([
      ['PURPOSE_NOT_USED', '/purposes/1'],
    ]);
    // What the role may use, whoever denies it; and a denial whatever for.
    expect(findAmong(denial(['COORDINATE_SUPPORT']))).toEqual([]);
    expect(findAmong(denial(['COORDINATE_SUPPORT', 'AUDIT', 'RIGHTS'], '*'))).toEqual([]);
    expect(findAmong(denial(PURPOSES))).toEqual([]);
  });

  test('being none, or no list', () => {
    expect(told(findAll())).toEqual([['POLICY_SHAPE', '']]);
    expect(told(findingsOfPolicy('all' as never, schema))).toEqual([['POLICY_SHAPE', '']]);
  });

  test('more denials side by side than a statement can ask', () => {
    const ways = [
      'agency.health',
      'agency.education',
      'entry.ownAgency',
      'person.self',
      'pool.current',
      'account.self',
      'entry.concernsOnlyMine',
      'household.mine',
      'agency.party',
      'transfer.includes',
      'limit.openToParents',
    ];
    const denials = ways.map((holds) => ({
      effect: 'DENY',
      when: { all: [{ holds: 'episode.open' }, { holds }] },
    }));
    expect(findAll({}, ...denials).map(({ code }) => code)).toContain('POLICY_TOO_LARGE');
    expect(findAll({}, ...denials.slice(0, 5))).toEqual([]);
  });
});

test('every code there is can be met', () => {
  const met = new Set([
    ...WRONG_RULES.map(([, , code]) => code),
    ...[
      'RULE_SHAPE',
      'KEY_UNKNOWN',
      'ROLE_UNKNOWN',
      'ACTION_UNKNOWN',
      'COVER_INVALID',
      'CLASS_UNKNOWN',
    ],
    ...['PURPOSE_UNKNOWN', 'EFFECT_UNKNOWN', 'CLAUSE_UNKNOWN', 'PREDICATE_UNKNOWN'],
    ...[
      'CONDITION_TOO_DEEP',
      'CONDITION_TOO_LARGE',
      'NAME_REPEATED',
      'RULE_REPEATED',
      'DENIAL_EMPTY',
      'PURPOSE_NOT_USED',
    ],
    ...['POLICY_SHAPE', 'POLICY_TOO_LARGE', 'RELEASED_WHOLE', 'NOT_PUBLIC', 'NOT_RECORDED'],
  ]);
  expect([...RULE_FINDING_CODES].filter((code) => !met.has(code))).toEqual([]);
  expect(told(findingsOf(null, schema))).toEqual([['RULE_SHAPE', '']]);
  expect(told(find({ classes: ['PERSONAL'] }))).toEqual([['COVER_INVALID', '/classes']]);
  expect(told(findingsOf({ ...WITHOUT_COVER, classes: ['SECRET'] }, schema))).toContainEqual([
    'CLASS_UNKNOWN',
    '/classes/0',
  ]);
});
