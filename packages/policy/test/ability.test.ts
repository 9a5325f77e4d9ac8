import { describe, expect, test } from 'vitest';
import type { PredicateName, Resource, Rule } from '../src/index.ts';
import {
  abilityFor,
  decideField,
  NEVER,
  OVERRIDE_ROLE,
  PURPOSES,
  STANDING_DENIALS,
} from '../src/index.ts';
import { dictionary } from './small-dictionary.ts';
import { classRule, rule } from './stored-rule.ts';

const teamMember = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;

function personWhere(...holding: readonly PredicateName[]): Resource {
  return {
    type: 'Person',
    attributes: { id: 'child' },
    holds: (atom) => holding.includes(atom.predicate),
  };
}

function may(rules: readonly Rule[], resource: Resource, field: string): boolean {
  return abilityFor(rules, teamMember, dictionary).casl.can('read', resource, field);
}

describe('deny beats allow', () => {
  const allow = rule({ when: 'always' });
  const deny = rule({ effect: 'DENY', when: { holds: 'episode.steppedUp' } });
  const again = rule({ name: 'again', when: { holds: 'episode.steppedUp' } });

  test.each([
    ['first', [deny, allow, again]],
    ['between', [allow, deny, again]],
    ['last', [allow, again, deny]],
  ])('wherever it stands: %s', (_place, rules) => {
    expect(may(rules, personWhere('episode.steppedUp'), 'givenName')).toBe(false);
    expect(may(rules, personWhere(), 'givenName')).toBe(true);
  });

  test('on the fields it names and no others', () => {
    const narrow = rule({ effect: 'DENY', fields: ['givenName'], when: 'always' });
    expect(may([narrow, allow], personWhere(), 'givenName')).toBe(false);
    expect(may([narrow, allow], personWhere(), 'id')).toBe(true);
  });
});

describe('a rule applies to its role and purpose only', () => {
  test.each([
    ['another role', { role: 'LEAD_PROFESSIONAL' }],
    ['another purpose', { purposes: ['SAFEGUARDING', 'MATCH_DATA'] }],
  ])('%s', (_name, changes) => {
    const other = rule({ ...changes, when: 'always' });
    expect(may([other], personWhere(), 'id')).toBe(false);
    expect(may([rule({ when: 'always' }), { ...other, effect: 'DENY' }], personWhere(), 'id')).toBe(
      true,
    );
  });

  test('every role is a role', () => {
    expect(may([rule({ role: '*', when: 'always' })], personWhere(), 'id')).toBe(true);
  });

  test('one of several roles and purposes is enough', () => {
    const several = rule({ purposes: ['MATCH_DATA', 'COORDINATE_SUPPORT'], when: 'always' });
    const held = {
      roles: ['LEAD_PROFESSIONAL', 'TAF_MEMBER'],
      purpose: 'COORDINATE_SUPPORT',
    } as const;
    expect(abilityFor([several], held, dictionary).casl.can('read', personWhere(), 'id')).toBe(
      true,
    );
  });
});

test('a rule for a class covers the fields of that category, not of the whole class', () => {
  const health = classRule(['SPECIAL_CATEGORY:HEALTH'], { when: 'always' });
  expect(may([health], personWhere(), 'healthConditions')).toBe(true);
  expect(may([health], personWhere(), 'ethnicity')).toBe(false);
});

test('what is said of the whole family asks more of a grant than its neighbours of the same class', () => {
  const of = classRule(['OPERATIONAL', 'PERSONAL'], { resource: 'Episode' });
  const released = (field: string) =>
    JSON.stringify(
      decideField(abilityFor([of], teamMember, dictionary), 'Episode', field).released,
    );
  expect(released('reason')).toContain('namesNobody');
  expect(released('note')).not.toContain('namesNobody');
});

const GRANTED = { holds: 'grant.live' } as const;

describe('what is said of the whole family is denied as everything else is', () => {
  const of = (when: unknown, effect = 'ALLOW') =>
    classRule(['OPERATIONAL', 'PERSONAL'], { resource: 'Episode', effect, when });
  const decided = (...rules: readonly Rule[]): string =>
    JSON.stringify(decideField(abilityFor(rules, teamMember, dictionary), 'Episode', 'reason'));

  test('by any grant in the role that is denied, and by the lack of every one', () => {
    for (const when of [GRANTED, { not: GRANTED }])
      expect(decided(of('always'), of(when, 'DENY'))).not.toContain('namesNobody');
  });

  test('and opened by the lack of every grant, not of one that names nobody', () => {
    expect(decided(of({ not: GRANTED }))).not.toContain('namesNobody');
    expect(decided(of({ not: { not: GRANTED } }))).toContain('namesNobody');
  });
});

test('the one-line address of a family is said of the whole family', () => {
  const of = classRule(['OPERATIONAL', 'PERSONAL'], { resource: 'Family' });
  const { released } = decideField(abilityFor([of], teamMember, dictionary), 'Family', 'address');
  expect(JSON.stringify(released)).toContain('namesNobody');
});

describe('unknown denies', () => {
  test('what is no resource is no question: a denial that cannot be tried does not pass for one that does not hold', () => {
    const denial = rule({ effect: 'DENY', when: { holds: 'episode.steppedUp' } });
    const { casl } = abilityFor([rule({ when: 'always' }), denial], teamMember, dictionary);
    for (const shape of [
      { type: 'Person' },
      { type: 'Person', attributes: {} },
      { type: 'Person', holds: () => false },
    ])
      expect(() => casl.can('read', shape as never, 'id')).toThrow(TypeError);
  });

  const everything = [...dictionary.keys()].map((resource) =>
    classRule([...new Set(dictionary.get(resource)?.values())], { resource, when: 'always' }),
  );

  test('no rule at all', () => {
    expect(may([], personWhere(), 'id')).toBe(false);
    expect(decideField(abilityFor([], teamMember, dictionary), 'Person', 'id').released).toEqual(
      NEVER,
    );
  });

  test('a field that is not in the dictionary', () => {
    expect(may(everything, personWhere(), 'givenName')).toBe(true);
    expect(may(everything, personWhere(), 'shoeSize')).toBe(false);
  });

  test('a type that is not in the dictionary', () => {
    expect(may(everything, { ...personWhere(), type: 'Banana' }, 'id')).toBe(false);
  });
});

describe('the standing denials hold whatever the policy says', () => {
  const permissive = [...dictionary.keys()].map((resource) =>
    rule({
      resource,
      fields: [...(dictionary.get(resource)?.keys() ?? [])],
      role: '*',
      when: 'always',
    }),
  );

  test.each([
    'exclusion.wholeAgency',
    'exclusion.ofOwnAgency',
    'detail.hidden',
    'detail.restricted',
    'conflict.declared',
    'entry.stricterClass',
    'entry.purposeLocked',
  ] as const)('%s', (denial) => {
    for (const [type, fields] of dictionary)
      for (const field of fields.keys()) {
        expect(may(permissive, { ...personWhere(), type }, field)).toBe(true);
        expect(may(permissive, { ...personWhere(denial), type }, field)).toBe(false);
      }
  });

  test('what the family hides yields to an override alone, and what is restricted to nothing', () => {
    const holder = { roles: [OVERRIDE_ROLE], purpose: teamMember.purpose };
    const { casl } = abilityFor(permissive, holder, dictionary);
    const held: readonly (readonly [PredicateName[], boolean])[] = [
      [['override.live'], true],
      [['detail.hidden'], false],
      [['detail.hidden', 'override.live'], true],
      [['detail.hidden', 'detail.restricted', 'override.live'], false],
      [['exclusion.ofOwnAgency', 'override.live'], false],
      [['conflict.declared', 'override.live'], false],
    ];
    for (const [holding, released] of held)
      expect(casl.can('read', personWhere(...holding), 'id'), holding.join()).toBe(released);
  });

  test('for every role and purpose', () => {
    for (const denial of STANDING_DENIALS) {
      expect(denial).toMatchObject({
        role: '*',
        resource: '*',
        effect: 'DENY',
        covers: { kind: 'EVERYTHING' },
      });
      expect(denial.purposes).toEqual(PURPOSES);
    }
  });
});
