import { createMongoAbility } from '@casl/ability';
import { describe, expect, test } from 'vitest';
import type { Resource, Rule } from '../src/index.ts';
import {
  ALWAYS,
  abilityFor,
  and,
  conditionKey,
  createOracle,
  decideField,
  expandRule,
  NEVER,
  or,
  parseRule,
  RuleProblem,
  STANDING_DENIALS,
} from '../src/index.ts';
import { asTeacher, child, county, parent } from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { classRule, rule, STORED } from './stored-rule.ts';

const teamMember = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;

function ability(...rules: readonly Rule[]): ReturnType<typeof abilityFor> {
  return abilityFor(rules, teamMember, dictionary);
}

function personWith(attributes: Readonly<Record<string, unknown>>): Resource {
  return { type: 'Person', attributes, holds: () => false };
}

describe('what CASL does by default, and what happens here instead', () => {
  test('an operator it does not know is read as a field, so that a denial never fires; here it is refused', () => {
    const casl = createMongoAbility([
      { action: 'read', subject: 'Person' },
      { action: 'read', subject: 'Person', inverted: true, conditions: { $or: [{ id: 'child' }] } },
    ]);
    expect(casl.can('read', { constructor: { modelName: 'Person' }, id: 'child' } as never)).toBe(
      true,
    );
    for (const operator of ['$or', '$and', '$not', '$nor'])
      expect(() => rule({ when: { where: { [operator]: [{ id: 'child' }] } } })).toThrow(
        RuleProblem,
      );
  });

  test('a bad condition waits until it is first used; here a corrupt rule fails as the ability is built', () => {
    const corrupt = { ...rule({}), when: { where: { id: { $near: 1 } } } } as Rule;
    expect(() => ability(corrupt)).toThrow(RuleProblem);
  });

  test('a type without an instance passes any condition; here a row is asked about, on a path', () => {
    const conditional = rule({ when: { holds: 'grant.live' } });
    expect(ability(conditional).casl.can('read', 'Person', 'id')).toBe(true);
    const oracle = createOracle(county(), asTeacher, [conditional], dictionary);
    expect(oracle.visible('Person', child)).toBe(true);
    expect(oracle.visible('Person', parent)).toBe(false);
  });

  test('a rule without fields is about any field, and denials of fields are skipped; here every rule names one field', () => {
    const rules = [rule({}), classRule(['PERSONAL', 'CRIMINAL_OFFENCE'], { effect: 'DENY' })];
    for (const raw of ability(...rules).casl.rules) expect(raw.fields).toHaveLength(1);
  });

  test('one unconditional field erases the conditions of the others; here each field has its own', () => {
    const both = ability(rule({ fields: ['id'], when: 'always' }), rule({ fields: ['givenName'] }));
    expect(decideField(both, 'Person', 'id').disclosed).toEqual(ALWAYS);
    expect(decideField(both, 'Person', 'givenName').disclosed.kind).toBe('HOLDS');
    expect(decideField(both, 'Person', 'nhsNumber').disclosed).toEqual(NEVER);
  });

  test('wildcards of fields are not expanded; here a class is expanded against the dictionary', () => {
    const special = classRule(['SPECIAL_CATEGORY:HEALTH', 'SPECIAL_CATEGORY:ETHNICITY'], {});
    expect(expandRule(special, dictionary).map((one) => one.field)).toEqual([
      'ethnicity',
      'healthConditions',
    ]);
    expect(() => rule({ fields: ['*'] })).toThrow(RuleProblem);
  });

  test('the last rule wins, so that a later permission reopens a denial; here denials come last', () => {
    const reopening = ability(rule({ effect: 'DENY', when: 'always' }), rule({ when: 'always' }));
    const ofReading = STANDING_DENIALS.filter(({ action }) => action === 'read');
    expect(reopening.casl.can('read', personWith({}), 'id')).toBe(false);
    expect(reopening.rulesFor('Person', 'id').map((one) => one.rule.effect)).toEqual([
      'ALLOW',
      'DENY',
      ...ofReading.map(() => 'DENY'),
    ]);
  });

  test('no permission at all becomes no WHERE at all; here it is a value of its own', () => {
    expect(or([])).toEqual(NEVER);
    expect(and([])).toEqual(ALWAYS);
    expect(and([ALWAYS, NEVER])).toEqual(NEVER);
    expect(decideField(ability(), 'Person', 'id').released).toEqual(NEVER);
  });

  test('an AND beside an OR is dropped by ready-made compilers; here both stay', () => {
    const mixed = rule({
      when: {
        all: [
          { holds: 'grant.live' },
          { any: [{ holds: 'entry.ownAgency' }, { where: { kind: 'F', rating: { $lt: 18 } } }] },
        ],
      },
    });
    expect(decideField(ability(mixed), 'Person', 'id').disclosed).toMatchObject({
      kind: 'AND',
      parts: [
        { kind: 'HOLDS' },
        { kind: 'OR', parts: [{ kind: 'HOLDS' }, { kind: 'AND', parts: [{}, {}] }] },
      ],
    });
  });

  test('field names reach SQL unescaped; here only plain names pass', () => {
    for (const name of ['a"b', 'a b', 'a;b', 'a.b', "a'", 'a)', ''])
      expect(() => rule({ when: { where: { [name]: 1 } } })).toThrow(RuleProblem);
  });

  test('an error repeats what it was given; here a problem names the part only', () => {
    expect(() =>
      parseRule({ ...STORED, when: { where: { id: { $near: 'Ottoline Quill' } } } }, dictionary),
    ).toThrow(expect.objectContaining({ message: expect.not.stringContaining('Ottoline') }));
  });

  test('an ability with a principal’s values in it cannot be shared; here conditions depend on roles and purpose alone', () => {
    const rules = [rule({}), classRule(['CRIMINAL_OFFENCE'], { when: { holds: 'account.self' } })];
    for (const field of ['id', 'convictions'])
      expect(conditionKey(decideField(ability(...rules), 'Person', field).released)).toBe(
        conditionKey(decideField(ability(...rules), 'Person', field).released),
      );
    expect(conditionKey(decideField(ability(...rules), 'Person', 'convictions').disclosed)).toBe(
      '{"kind":"HOLDS","atom":{"predicate":"account.self"}}',
    );
  });

  test('the rule that decided can be asked for its clause', () => {
    const deciding = ability(
      rule({ when: 'always' }),
      rule({ effect: 'DENY', fields: ['givenName'], when: 'always', clause: 'SHR-3.4.4c' }),
    ).casl;
    expect(deciding.relevantRuleFor('read', personWith({}), 'id')?.reason).toBe('SHR-3.3.1');
    expect(deciding.relevantRuleFor('read', personWith({}), 'givenName')?.reason).toBe(
      'SHR-3.4.4c',
    );
  });
});

describe('comparisons on what is null or absent', () => {
  const cases: readonly (readonly [string, unknown, boolean, boolean])[] = [
    ['equals a value', { kind: 'F' }, false, false],
    ['equals null', { kind: null }, true, true],
    ['differs from a value', { kind: { $ne: 'F' } }, true, true],
    ['differs from null', { kind: { $ne: null } }, false, false],
    ['is one of values', { kind: { $in: ['F', 'M'] } }, false, false],
    ['is one of nothing', { kind: { $in: [] } }, false, false],
    ['is none of values', { kind: { $nin: ['F', 'M'] } }, true, true],
    ['is none of nothing', { kind: { $nin: [] } }, true, true],
    ['is one of values and null', { kind: { $in: ['F', null] } }, true, false],
    ['is none of null', { kind: { $nin: [null] } }, false, true],
    ['is above zero', { rating: { $gt: 0 } }, false, false],
    ['is below zero', { rating: { $lt: 0 } }, true, true],
    ['is above a negative number', { rating: { $gt: -1 } }, true, false],
  ];

  test.each(cases)('%s', (_name, where, ofNull, ofAbsent) => {
    const { casl } = ability(rule({ when: { where } }));
    expect(casl.can('read', personWith({ kind: null, rating: null }), 'id')).toBe(ofNull);
    expect(casl.can('read', personWith({}), 'id')).toBe(ofAbsent);
  });

  test('undefined in a condition would match every row that lacks the field; it is refused', () => {
    expect(() => rule({ when: { where: { kind: undefined } } })).toThrow(RuleProblem);
  });
});
