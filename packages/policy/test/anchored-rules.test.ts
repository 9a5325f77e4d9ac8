import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConditionTemplate, DataDictionary, PredicateName, Rule } from '../src/index.ts';
import { abilityFor, PREDICATES, parseRule, RuleProblem } from '../src/index.ts';
import { attributes, when } from './random-policy.ts';
import { dictionary } from './small-dictionary.ts';
import { STORED, savedRule } from './stored-rule.ts';

const ANCHORS: readonly PredicateName[] = ['grant.live', 'account.self', 'episode.concernsMe'];
const GRANT = { holds: 'grant.live' };
const SELF = { holds: 'account.self' };
const OPEN = { holds: 'episode.open' };
const OWN = { holds: 'entry.ownAgency' };
const NAMED = { where: { givenName: { $ne: 'Wren' } } };

describe('a permission is saved when every alternative is anchored in a live grant or in oneself', () => {
  const anchored: readonly (readonly [string, ConditionTemplate | unknown])[] = [
    ['a grant', GRANT],
    ['oneself', SELF],
    ['a grant and more', { all: [OPEN, NAMED, GRANT] }],
    ['a grant or oneself', { any: [GRANT, SELF] }],
    ['a grant beside alternatives', { all: [GRANT, { any: [OWN, OPEN, 'always'] }] }],
    ['a grant in each alternative', { any: [{ all: [GRANT, OWN] }, { all: [OPEN, SELF] }] }],
    ['a grant deep inside', { all: [OPEN, { all: [NAMED, { any: [{ all: [GRANT] }] }] }] }],
    ['not (no grant)', { not: { not: GRANT } }],
    ['not (no grant or closed)', { not: { any: [{ not: GRANT }, { not: OPEN }] } }],
    ['what can never hold', { not: 'always' }],
    ['a grant and no grant', { all: [GRANT, { not: GRANT }] }],
  ];
  test.each(anchored)('%s', (_name, condition) => {
    expect(savedRule({ when: condition }).when).toEqual(condition);
  });
});

describe('a permission is refused when it has a way round the anchor', () => {
  const unanchored: readonly (readonly [string, unknown])[] = [
    ['no condition', 'always'],
    ['a predicate of the episode', OPEN],
    ['a predicate of the row', OWN],
    ['a justification', { holds: 'justification.covers' }],
    ['the absence of something', { not: { holds: 'episode.steppedUp' } }],
    ['a comparison', NAMED],
    ['no grant', { not: GRANT }],
    ['neither a grant nor oneself', { not: { any: [GRANT, SELF] } }],
    ['not both at once', { not: { all: [GRANT, SELF] } }],
    ['one alternative without', { any: [GRANT, OWN] }],
    [
      'one alternative without, deep inside',
      { all: [OPEN, { any: [GRANT, { all: [OWN, NAMED] }] }] },
    ],
    ['alternatives on both sides', { all: [{ any: [GRANT, OWN] }, { any: [OPEN, SELF] }] }],
    ['a grant or its absence', { any: [GRANT, { not: GRANT }] }],
    ['not (no grant and closed)', { not: { all: [{ not: GRANT }, { not: OPEN }] } }],
    ['not not no grant', { not: { not: { not: GRANT } } }],
    ['always beside a grant', { any: [GRANT, 'always'] }],
    ['what can never hold, denied', { not: { not: 'always' } }],
  ];
  test.each(unanchored)('%s', (_name, condition) => {
    expect(() => savedRule({ when: condition })).toThrow(
      expect.objectContaining({ part: 'when', expected: expect.stringContaining('grant.live') }),
    );
    expect(() => savedRule({ when: condition, role: 'LEAD_PROFESSIONAL' })).toThrow(RuleProblem);
  });

  test.each(unanchored)('though a denial may: %s', (_name, condition) => {
    expect(savedRule({ effect: 'DENY', when: condition }).when).toEqual(condition);
  });
});

describe('only what is wholly public needs no anchor', () => {
  const mixed: DataDictionary = new Map([
    [
      'Club',
      new Map([
        ['id', 'PUBLIC'],
        ['name', 'PUBLIC'],
        ['phone', 'WORKFORCE'],
      ] as const),
    ],
  ]);
  const { fields: _, ...uncovered } = { ...STORED, resource: 'Club', when: 'always' as const };
  const save = (cover: object): Rule => parseRule({ ...uncovered, ...cover }, mixed);

  test('by its fields', () => {
    expect(save({ fields: ['id', 'name'] }).when).toBe('always');
    expect(() => save({ fields: ['phone'] })).toThrow(RuleProblem);
    for (const fields of [
      ['id', 'name', 'phone'],
      ['phone', 'id'],
    ])
      expect(() => save({ fields })).toThrow(RuleProblem);
  });

  test('by its classes', () => {
    expect(save({ classes: ['PUBLIC'] }).when).toBe('always');
    for (const classes of [['WORKFORCE'], ['PUBLIC', 'WORKFORCE']])
      expect(() => save({ classes })).toThrow(RuleProblem);
  });

  test('for every role, too', () => {
    expect(save({ role: '*', fields: ['name'] }).role).toBe('*');
    expect(() => save({ role: '*', fields: ['name', 'phone'] })).toThrow(RuleProblem);
    expect(save({ role: '*', fields: ['phone'], when: SELF }).when).toEqual(SELF);
  });
});

test('whatever condition a permission is saved with, it gives nothing where no anchor holds', () => {
  const outcomes = { saved: 0, refused: 0, given: 0 };
  const others = fc.subarray(
    (Object.keys(PREDICATES) as PredicateName[]).filter((name) => !ANCHORS.includes(name)),
  );
  const drawn = fc.oneof(
    when,
    when.map((part) => ({ all: [GRANT, part] })),
    fc.tuple(when, when).map(([one, other]) => ({
      any: [{ all: [GRANT, one] }, { all: [other, SELF] }],
    })),
    when.map((part) => ({ not: { any: [{ not: SELF }, part] } })),
  );
  fc.assert(
    fc.property(drawn, attributes, others, (condition, values, names) => {
      const rule = saveOrNull({ when: condition });
      outcomes[rule === null ? 'refused' : 'saved'] += 1;
      if (rule === null) return;
      const may = (holding: readonly PredicateName[]): boolean =>
        abilityFor(
          [rule],
          { roles: [STORED.role], purpose: 'COORDINATE_SUPPORT' },
          dictionary,
        ).casl.can(
          'read',
          {
            type: 'Person',
            attributes: values,
            holds: ({ predicate }) => holding.includes(predicate),
          },
          'id',
        );
      expect(may(names)).toBe(false);
      if (may([...ANCHORS, ...names])) outcomes.given += 1;
    }),
    { numRuns: 400 },
  );
  expect(Math.min(outcomes.saved, outcomes.refused)).toBeGreaterThan(40);
  expect(outcomes.given).toBeGreaterThan(20);
});

function saveOrNull(changes: Readonly<Record<string, unknown>>): Rule | null {
  try {
    return savedRule(changes);
  } catch (problem) {
    if (problem instanceof RuleProblem) return null;
    throw problem;
  }
}
