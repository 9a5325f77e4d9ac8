import { describe, expect, test } from 'vitest';
import { parseRule, RuleProblem } from '../src/index.ts';
import { dictionary } from './small-dictionary.ts';
import { STORED, savedRule } from './stored-rule.ts';

const { fields: _, ...WITHOUT_COVER } = STORED;
const SECRET = 'Ottoline Quill';

function problemOf(body: unknown): RuleProblem {
  try {
    parseRule(body, dictionary);
  } catch (problem) {
    if (problem instanceof RuleProblem) return problem;
    throw problem;
  }
  throw new Error('the rule was accepted');
}

function nested(levels: number): unknown {
  let when: unknown = 'always';
  for (let level = 0; level < levels; level += 1) when = { not: when };
  return when;
}

describe('a rule that is right is read', () => {
  test('with fields', () => {
    expect(parseRule(STORED, dictionary).covers).toEqual({
      kind: 'FIELDS',
      fields: ['id', 'givenName'],
    });
  });

  test('with classes', () => {
    expect(parseRule({ ...WITHOUT_COVER, classes: ['PERSONAL'] }, dictionary).covers).toEqual({
      kind: 'CLASSES',
      classes: ['PERSONAL'],
    });
  });

  test.each([
    ['one predicate', { holds: 'grant.live' }],
    ['all', { all: [{ holds: 'grant.live' }, { holds: 'episode.open' }] }],
    ['any', { any: [{ holds: 'entry.ownAgency' }, { holds: 'justification.covers' }] }],
    ['not', { not: { holds: 'episode.steppedUp' } }],
    ['where with a scalar', { where: { givenName: SECRET } }],
    ['where with null', { where: { givenName: null } }],
    ['where with operators', { where: { rating: { $gte: 1, $lt: 4 } } }],
    ['where with a list of scalars', { where: { givenName: { $in: [SECRET, null] } } }],
  ])('with the condition: %s', (_name, when) => {
    const anchored = { all: [{ holds: 'grant.live' }, when] };
    expect(savedRule({ when: anchored }).when).toEqual(anchored);
    expect(savedRule({ effect: 'DENY', when }).when).toEqual(when);
  });

  test('with as many levels of conditions as are read, and no more', () => {
    expect(savedRule({ effect: 'DENY', when: nested(11) }).when).toEqual(nested(11));
    for (const levels of [12, 20_000])
      expect(() => savedRule({ effect: 'DENY', when: nested(levels) })).toThrow(RuleProblem);
  });
});

describe('a rule with a wrong part is refused', () => {
  const refused: readonly (readonly [string, unknown])[] = [
    ['no rule at all', undefined],
    ['null', null],
    ['text', 'read everything'],
    ['a list', [STORED]],
    ['an extra key', { ...STORED, priority: 1 }],
    ['no name', { ...STORED, name: '' }],
    ['a role in small letters', { ...STORED, role: 'taf member' }],
    ['no role', { ...STORED, role: undefined }],
    ['another action', { ...STORED, action: 'update' }],
    ['every action', { ...STORED, action: 'manage' }],
    ['an unknown type', { ...STORED, resource: 'Banana' }],
    ['every type', { ...STORED, resource: '*' }],
    ['CASL’s every type', { ...STORED, resource: 'all' }],
    ['a name every object inherits as type', { ...STORED, resource: 'constructor' }],
    ['an unknown field', { ...STORED, fields: ['id', 'shoeSize'] }],
    ['every field', { ...STORED, fields: ['*'] }],
    ['an empty list of fields', { ...STORED, fields: [] }],
    ['a field that is no text', { ...STORED, fields: [1] }],
    ['an unknown class', { ...WITHOUT_COVER, classes: ['SECRET'] }],
    ['a class without its category', { ...WITHOUT_COVER, classes: ['SPECIAL_CATEGORY'] }],
    ['a class the type does not have', { ...WITHOUT_COVER, classes: ['RESTRICTED:HOUSING'] }],
    ['an empty list of classes', { ...WITHOUT_COVER, classes: [] }],
    ['both fields and classes', { ...STORED, classes: ['PERSONAL'] }],
    ['neither fields nor classes', WITHOUT_COVER],
    ['an unknown purpose', { ...STORED, purposes: ['CURIOSITY'] }],
    ['one unknown purpose among known ones', { ...STORED, purposes: ['MATCH_DATA', 'CURIOSITY'] }],
    ['an empty list of purposes', { ...STORED, purposes: [] }],
    ['no purposes', { ...STORED, purposes: undefined }],
    ['an unknown effect', { ...STORED, effect: 'PERHAPS' }],
    ['no clause', { ...STORED, clause: '' }],
    ['a clause of no agreement', { ...STORED, clause: 'because' }],
  ];

  test.each(refused)('%s', (_name, body) => {
    expect(problemOf(body)).toBeInstanceOf(RuleProblem);
  });

  test.each([
    ['no rule at all', undefined],
    ['null', null],
    ['an extra key', { ...STORED, priority: 1 }],
  ])('%s, called the rule where no part can be named', (_name, body) => {
    expect(problemOf(body).part).toBe('rule');
  });

  test('grant.live for every role, where it could never hold', () => {
    for (const effect of ['ALLOW', 'DENY'])
      expect(problemOf({ ...STORED, effect, role: '*' }).part).toBe('holds');
  });
});

describe('a condition outside the language is refused', () => {
  const refused: readonly (readonly [string, unknown])[] = [
    ['none', undefined],
    ['null', null],
    ['true', true],
    ['another word', 'never'],
    ['a list', [{ holds: 'grant.live' }]],
    ['nothing in it', {}],
    ['two operators at once', { holds: 'grant.live', not: { holds: 'conflict.declared' } }],
    ['an unknown operator', { unless: { holds: 'grant.live' } }],
    ['an unknown predicate', { holds: 'grant.lively' }],
    ['a name every object inherits as predicate', { holds: 'constructor' }],
    ['a predicate with an argument of its own', { holds: { name: 'grant.live', role: 'LEAD' } }],
    ['an empty all', { all: [] }],
    ['an empty any', { any: [] }],
    ['an all that is no list', { all: { holds: 'grant.live' } }],
    ['a wrong part deep inside', { all: ['always', { any: [{ not: { holds: 'nobody' } }] }] }],
    ['an empty where', { where: {} }],
    ['a where that is a list', { where: [{ givenName: SECRET }] }],
    ['undefined as value', { where: { givenName: undefined } }],
    ['undefined as operand', { where: { givenName: { $eq: undefined } } }],
    ['undefined in a list', { where: { givenName: { $in: [undefined] } } }],
    ['no operator', { where: { givenName: {} } }],
    ['a list as value', { where: { givenName: [SECRET] } }],
    ['a list as operand', { where: { givenName: { $eq: [SECRET] } } }],
    ['a nested list', { where: { givenName: { $in: [[SECRET]] } } }],
    ['a scalar where a list belongs', { where: { givenName: { $in: SECRET } } }],
    ['a pattern', { where: { givenName: /^O/ } }],
    ['$regex', { where: { givenName: { $regex: '^O' } } }],
    ['$exists', { where: { givenName: { $exists: true } } }],
    ['$elemMatch', { where: { kind: { $elemMatch: { name: SECRET } } } }],
    ['$size', { where: { kind: { $size: 2 } } }],
    ['$all', { where: { kind: { $all: [SECRET] } } }],
    ['$not', { where: { givenName: { $not: { $eq: SECRET } } } }],
    ['$or', { where: { $or: [{ givenName: SECRET }] } }],
    ['$and', { where: { $and: [{ givenName: SECRET }] } }],
    ['$nor', { where: { $nor: [{ givenName: SECRET }] } }],
    ['a known operator beside an unknown one', { where: { givenName: { $ne: 'x', $size: 1 } } }],
    ['an attribute that the type does not have', { where: { shoeSize: { $ne: 4 } } }],
    ['an attribute of another type', { where: { label: SECRET } }],
    ...['constructor', 'toString', 'valueOf', 'hasOwnProperty'].map(
      (name) => [`an attribute every object inherits: ${name}`, { where: { [name]: 1 } }] as const,
    ),
    ['a dotted attribute', { where: { 'household.town': 'Ludlow' } }],
    ['an attribute with a quote', { where: { 'givenName"': SECRET } }],
    ['an attribute of the prototype', { where: { ['__proto__']: null } }],
    ['an empty attribute', { where: { '': SECRET } }],
    ['a nested document', { where: { parent: { town: 'Ludlow' } } }],
    ['an order on text', { where: { givenName: { $gt: 'O' } } }],
    ['an order on null', { where: { rating: { $lte: null } } }],
    ['a number that is none', { where: { rating: Number.NaN } }],
    ['an endless number', { where: { rating: { $lt: Number.POSITIVE_INFINITY } } }],
    ['a text with a character that no column holds', { where: { givenName: `${SECRET}\u0000` } }],
    ['half a character', { where: { givenName: { $ne: '\ud83d' } } }],
    ['half a character in a list', { where: { givenName: { $in: [SECRET, '\udc00'] } } }],
    ['a date object', { where: { rating: new Date(0) } }],
  ];

  test.each(refused)('%s', (_name, when) => {
    const anchored = (part: unknown): unknown => ({ all: [{ holds: 'grant.live' }, part] });
    expect(problemOf({ ...STORED, when })).toBeInstanceOf(RuleProblem);
    for (const part of [when, { not: when }]) {
      expect(problemOf({ ...STORED, when: anchored(part) })).toBeInstanceOf(RuleProblem);
      expect(problemOf({ ...STORED, effect: 'DENY', when: part })).toBeInstanceOf(RuleProblem);
    }
  });

  test('without repeating a value that the rule holds', () => {
    for (const [, when] of refused)
      expect(problemOf({ ...STORED, when }).message).not.toContain(SECRET);
  });
});
