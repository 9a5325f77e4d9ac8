import { describe, expect, test } from 'vitest';
import type { RuleFinding } from '../../src/index.ts';
import { findingsOf, findingsOfPolicy, RULE_FINDING_CODES } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';

const SECRET = 'Ottoline Quill';
const { fields: _, ...WITHOUT_COVER } = STORED;

const find = (changes: object): readonly RuleFinding[] =>
  findingsOf({ ...STORED, ...changes }, schema);
const told = (findings: readonly RuleFinding[]): readonly (readonly [string, string])[] =>
  findings.map(({ code, part }) => [code, part]);
const granted = (when: unknown): object => ({ when: { all: [{ holds: 'grant.live' }, when] } });
const EPISODE = { resource: 'Episode', fields: ['id', 'reference'] };
const onEpisode = (where: unknown): object => ({ ...EPISODE, ...granted({ where }) });

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

const CASES: readonly (readonly [what: string, changes: object, code: string, part: string])[] = [
  ['an unknown type', { resource: 'Persn' }, 'TYPE_UNKNOWN', '/resource'],
  ['a type every object inherits', { resource: 'constructor' }, 'TYPE_UNKNOWN', '/resource'],
  ['every type', { resource: '*' }, 'TYPE_UNKNOWN', '/resource'],
  ['a field with a quote', { fields: ['id"; DROP TABLE'] }, 'FIELD_UNKNOWN', '/fields/0'],
  ['a JSON path as field', { fields: ['$.id'] }, 'FIELD_UNKNOWN', '/fields/0'],
  ['a field twice', { fields: ['id', 'id'] }, 'REPEATED', '/fields/1'],
  ['a thousand fields', { fields: Array(1000).fill('id') }, 'LIST_TOO_LONG', '/fields'],
  ['no purposes', { purposes: [] }, 'LIST_INVALID', '/purposes'],
  ['a purpose twice', { purposes: ['AUDIT', 'AUDIT'] }, 'REPEATED', '/purposes/1'],
  ['no condition', { when: undefined }, 'CONDITION_SHAPE', '/when'],
  [
    'two operators',
    granted({ holds: 'episode.open', not: 'always' }),
    'CONDITION_SHAPE',
    '/when/all/1',
  ],
  ['$or as an operator', granted({ $or: [] }), 'OPERATOR_UNKNOWN', '/when/all/1/$or'],
  ['$or as an attribute', onEpisode({ $or: [] }), 'ATTRIBUTE_UNKNOWN', '/when/all/1/where/$or'],
  ['$where', onEpisode({ $where: 'true' }), 'ATTRIBUTE_UNKNOWN', '/when/all/1/where/$where'],
  [
    '$regex',
    onEpisode({ kind: { $regex: '.*' } }),
    'OPERATOR_UNKNOWN',
    '/when/all/1/where/kind/$regex',
  ],
  ['a pattern', onEpisode({ kind: /x/ }), 'OPERAND_INVALID', '/when/all/1/where/kind'],
  [
    '__proto__ as an attribute',
    onEpisode(JSON.parse('{"__proto__": 1}')),
    'KEY_HOSTILE',
    '/when/all/1/where/__proto__',
  ],
  ['__proto__ as a part', JSON.parse('{"__proto__": {"role": "*"}}'), 'KEY_HOSTILE', '/__proto__'],
  [
    'constructor as an operator',
    onEpisode({ kind: { constructor: 1 } }),
    'KEY_HOSTILE',
    '/when/all/1/where/kind/constructor',
  ],
  [
    'an attribute that is no field',
    onEpisode({ colour: 'a' }),
    'ATTRIBUTE_UNKNOWN',
    '/when/all/1/where/colour',
  ],
  [
    'an attribute whose value access would tell',
    onEpisode({ reason: 'a' }),
    'ATTRIBUTE_NOT_COMPARABLE',
    '/when/all/1/where/reason',
  ],
  [
    'an attribute that is not known where a field is decided',
    { ...onEpisode({ kind: 'a' }), fields: ['id', 'reason'] },
    'ATTRIBUTE_NOT_COMPARABLE',
    '/when/all/1/where/kind',
  ],
  ['an operand of another type', onEpisode({ kind: 4 }), 'OPERAND_TYPE', '/when/all/1/where/kind'],
  [
    'an order on text',
    onEpisode({ kind: { $gt: 4 } }),
    'OPERAND_TYPE',
    '/when/all/1/where/kind/$gt',
  ],
  [
    'an operand of another type in a list',
    onEpisode({ rating: { $in: [1, 'a'] } }),
    'OPERAND_TYPE',
    '/when/all/1/where/rating/$in/1',
  ],
  [
    'a number without end',
    onEpisode({ rating: { $lt: Number.POSITIVE_INFINITY } }),
    'OPERAND_INVALID',
    '/when/all/1/where/rating/$lt',
  ],
  ['an empty list', onEpisode({ kind: { $in: [] } }), 'LIST_INVALID', '/when/all/1/where/kind/$in'],
  [
    'a list too long',
    onEpisode({ kind: { $in: Array.from({ length: 101 }, String) } }),
    'LIST_TOO_LONG',
    '/when/all/1/where/kind/$in',
  ],
  [
    'a text too long',
    onEpisode({ kind: 'a'.repeat(501) }),
    'OPERAND_INVALID',
    '/when/all/1/where/kind',
  ],
  ...[['$', '{id}'].join(''), '{{id}}', ':id', '$1', '@me', '<id>', '%s', '?'].map(
    (text) =>
      [
        `the placeholder ${text}`,
        onEpisode({ kind: text }),
        'PLACEHOLDER',
        '/when/all/1/where/kind',
      ] as const,
  ),
  [
    'a placeholder as a predicate',
    granted({ holds: '{{predicate}}' }),
    'PLACEHOLDER',
    '/when/all/1/holds',
  ],
  [
    'a predicate the type has nothing for',
    { ...EPISODE, ...granted({ holds: 'person.self' }) },
    'PREDICATE_NEVER_HOLDS',
    '/when/all/1/holds',
  ],
  ['a grant of every role', { role: '*' }, 'PREDICATE_NEEDS_ROLE', '/when/holds'],
  [
    'an alternative without an anchor',
    { when: { any: [{ holds: 'grant.live' }, { holds: 'episode.open' }] } },
    'UNANCHORED',
    '/when',
  ],
  ['always', { when: 'always' }, 'UNANCHORED', '/when'],
  [
    'contradictory ranges',
    onEpisode({ rating: { $gt: 4, $lt: 2 } }),
    'CONDITION_NEVER',
    '/when/all/1',
  ],
  [
    'two values at once',
    granted({ all: [{ where: { kind: 'a' } }, { where: { kind: 'b' } }] }),
    'CONDITION_NEVER',
    '/when/all/1',
  ],
  [
    'what is open and stepped up',
    granted({ all: [{ holds: 'episode.open' }, { holds: 'episode.steppedUp' }] }),
    'CONDITION_NEVER',
    '/when/all/1',
  ],
  [
    'a thing and its opposite',
    { when: { all: [{ holds: 'grant.live' }, { not: { holds: 'grant.live' } }] } },
    'CONDITION_NEVER',
    '/when',
  ],
  [
    'a dead branch',
    granted({ any: [{ holds: 'episode.open' }, { not: 'always' }] }),
    'BRANCH_DEAD',
    '/when/all/1/any/1',
  ],
  [
    'a part that always holds',
    granted({ any: [{ holds: 'episode.open' }, { not: { holds: 'episode.open' } }] }),
    'PART_CERTAIN',
    '/when/all/1',
  ],
  ['always among other parts', granted('always'), 'PART_CERTAIN', '/when/all/1'],
  [
    'a denial that always holds in other words',
    {
      effect: 'DENY',
      when: { any: [{ holds: 'person.self' }, { not: { holds: 'person.self' } }] },
    },
    'CONDITION_ALWAYS',
    '/when',
  ],
  ['the same part twice', granted({ holds: 'grant.live' }), 'REPEATED', '/when/all/1'],
  [
    'a permission where all is hidden',
    granted({ holds: 'conflict.declared' }),
    'ALLOW_HIDDEN',
    '/when',
  ],
  ['a name with a line end', { name: 'a\nb' }, 'NAME_INVALID', '/name'],
  ['a name from right to left', { name: 'a\u202eb' }, 'NAME_INVALID', '/name'],
];

describe('a rule is refused with what is wrong and what would be right:', () => {
  test.each(CASES)('%s', (_what, changes, code, part) => {
    const findings = find(changes);
    expect(told(findings)).toContainEqual([code, part]);
    for (const { expected, found, rule } of findings) {
      expect(expected.length).toBeGreaterThan(3);
      expect(found.length).toBeLessThan(100);
      expect(rule?.length ?? 0).toBeLessThan(140);
    }
  });

  test('without repeating a value that it compares', () => {
    const spoken = ['reference', 'reason', 'rating', 'kind', '$or'].flatMap((attribute) =>
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
    ['what is wrong with one of them', [{}, { role: 'NOBODY' }], 'ROLE_UNKNOWN'],
  ])('%s', (_what, changes, code) => {
    expect(findAll(...changes).map((each) => [each.rule, each.code])).toEqual([
      [code === 'NAME_REPEATED' ? 'a' : 'rule 1', code],
    ]);
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
    ...CASES.map(([, , code]) => code),
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
    ],
    ...['POLICY_SHAPE', 'POLICY_TOO_LARGE'],
  ]);
  expect([...RULE_FINDING_CODES].filter((code) => !met.has(code))).toEqual([]);
  expect(told(findingsOf(null, schema))).toEqual([['RULE_SHAPE', '']]);
  expect(told(find({ classes: ['PERSONAL'] }))).toEqual([['COVER_INVALID', '/classes']]);
  expect(told(findingsOf({ ...WITHOUT_COVER, classes: ['SECRET'] }, schema))).toContainEqual([
    'CLASS_UNKNOWN',
    '/classes/0',
  ]);
});
