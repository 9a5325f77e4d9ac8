import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FALSE } from '../../src/analysis/solver/diagram.ts';
import { equivalence, truthsOf } from '../../src/analysis/solver/solver.ts';
import { StateSpace } from '../../src/analysis/solver/state-space.ts';
import { instantiate } from '../../src/conditions/template.ts';
import type { Condition, PredicateName } from '../../src/index.ts';
import {
  ALWAYS,
  and,
  atomsOf,
  combinationsOf,
  conditionOf,
  equivalent,
  implication,
  implies,
  isSatisfiable,
  isTautology,
  NEVER,
  not,
  or,
  satisfiability,
} from '../../src/index.ts';
import { when } from '../random-policy.ts';
import { isMet, keyOf, statesOf } from './brute-force.ts';

function condition(template: unknown, role = 'TAF_MEMBER'): Condition {
  return instantiate(template, {
    role,
    effect: 'ALLOW',
    class: 'SPECIAL_CATEGORY:HEALTH',
    coordinate: 'Person.healthConditions',
  });
}

function holds(predicate: PredicateName, role?: string): Condition {
  return condition({ holds: predicate }, role);
}

/** A few predicates only, so that random conditions meet on them; few enough that every state can be tried. */
const small = when
  .map((template) => condition(template))
  .filter((one) => new Set(atomsOf(one).map(keyOf)).size <= 5);

/** Of the predicates that axioms tie together. */
const tied = fc.letrec<{ one: Condition }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(
        fc.constantFrom<PredicateName>(
          'episode.open',
          'episode.underScreening',
          'episode.steppedUp',
          'episode.earlier',
          'grant.live',
          'person.self',
          'entry.ownAgency',
        ),
        fc.constantFrom('TAF_MEMBER', 'LEAD_PROFESSIONAL', 'FAMILY_MEMBER'),
      )
      .map(([predicate, role]) => holds(predicate, role)),
    fc.array(tie('one'), { minLength: 2, maxLength: 3 }).map(and),
    fc.array(tie('one'), { minLength: 2, maxLength: 3 }).map(or),
    tie('one').map(not),
  ),
})).one;
const drawn = fc.oneof(small, tied);

describe('as every state tried one by one', () => {
  test('what can be met, and what always is', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const met = [...statesOf([one])].map((state) => isMet(one, state));
        expect(isSatisfiable(one)).toBe(met.includes(true));
        expect(isTautology(one)).toBe(!met.includes(false));
        const truth = met.includes(true) ? (met.includes(false) ? 'DEPENDS' : 'ALWAYS') : 'NEVER';
        expect(truthsOf([NEVER, one])).toEqual(['NEVER', truth]);
      }),
      { numRuns: 400 },
    );
  });

  test('what implies and what equals', () => {
    fc.assert(
      fc.property(drawn, drawn, (one, other) => {
        fc.pre(new Set([...atomsOf(one), ...atomsOf(other)].map(keyOf)).size <= 7);
        const states = [...statesOf([one, other])];
        const implied = states.every((state) => !isMet(one, state) || isMet(other, state));
        const equal = states.every((state) => isMet(one, state) === isMet(other, state));
        expect(implies(one, other)).toBe(implied);
        expect(equivalent(one, other)).toBe(equal);
        // Two that are drawn apart seldom imply each other.
        expect(implies(and([one, other]), other)).toBe(true);
        expect(equivalent(not(and([one, other])), or([not(one), not(other)]))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('its combinations: together the condition, each needed, none with a test to spare', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const combinations = combinationsOf(one);
        if (combinations === null) throw new Error('too many for a small condition');
        const ways = combinations.map(conditionOf);
        expect(equivalent(or(ways), one)).toBe(true);
        for (const [i, way] of ways.entries()) {
          expect(implies(way, or(ways.filter((_, j) => j !== i)))).toBe(false);
          for (const literal of combinations[i] ?? []) {
            const shorter = (combinations[i] ?? []).filter((each) => each !== literal);
            expect(implies(conditionOf(shorter), one)).toBe(false);
          }
        }
        for (const state of statesOf([one]))
          expect(ways.some((way) => isMet(way, state))).toBe(isMet(one, state));
      }),
      { numRuns: 300 },
    );
  });
});

describe('comparisons', () => {
  const where = (test: unknown): Condition => condition({ where: test });

  test.each([
    ['more than three and less than two', { rating: { $gt: 3, $lt: 2 } }],
    ['one value and another', { rating: { $eq: 3, $in: [4] } }],
    ['null and more than nothing', { rating: { $eq: null, $gt: 0 } }],
    ['one of none', { rating: { $in: [] } }],
    ['at least three and not three and not more', { rating: { $gte: 3, $ne: 3, $lte: 3 } }],
  ])('%s is never', (_name, test) => {
    expect(satisfiability(where(test))).toBe('REFUTED');
  });

  test.each([
    ['null is less than one, as JavaScript has it', { rating: { $eq: null, $lt: 1 } }],
    ['and more than what is below nothing', { rating: { $eq: null, $gt: -1 } }],
    ['a fraction lies between two whole numbers', { rating: { $gt: 2, $lt: 3 } }],
  ])('%s', (_name, test) => {
    expect(satisfiability(where(test))).toBe('PROVED');
  });

  test('less or at least is always', () => {
    expect(isTautology(or([where({ rating: { $lt: 3 } }), where({ rating: { $gte: 3 } })]))).toBe(
      true,
    );
  });

  test('of an attribute whose type is known, only values of that type are tried', () => {
    const either = or([where({ closed: true }), where({ closed: false }), where({ closed: null })]);
    expect(isTautology(either)).toBe(false);
    expect(isTautology(either, new Map([['closed', 'boolean']]))).toBe(true);
    const known = or([where({ closed: true }), where({ closed: false })]);
    expect(isTautology(known, new Map([['closed', 'boolean']]))).toBe(false);
    const between = where({ rating: { $gt: 2, $lt: 3 } });
    expect(isSatisfiable(between, new Map([['rating', 'number']]))).toBe(true);
    expect(isSatisfiable(where({ closed: 'yes' }), new Map([['closed', 'boolean']]))).toBe(false);
  });
});

describe('domain', () => {
  test.each([
    ['episode.open', 'episode.steppedUp'],
    ['episode.concernsMe', 'grant.live'],
    ['person.self', 'entry.ownAgency'],
    ['limit.hides', 'justification.covers'],
  ] as const)('%s and %s cannot both be', (one, other) => {
    expect(satisfiability(and([holds(one), holds(other)]))).toBe('REFUTED');
  });

  test('an open episode is one under screening, not the other way round', () => {
    expect(implies(holds('episode.open'), holds('episode.underScreening'))).toBe(true);
    expect(implies(holds('episode.underScreening'), holds('episode.open'))).toBe(false);
  });

  test('arguments tell atoms apart', () => {
    expect(implies(holds('grant.live'), holds('grant.live', 'LEAD_PROFESSIONAL'))).toBe(false);
  });
});

describe('a list of values is no large question: an attribute has one of them at a time', () => {
  const among = (attribute: string, values: number, from = 0): Condition => ({
    kind: 'COMPARE',
    attribute,
    operator: '$in',
    value: Array.from({ length: values }, (_, i) => `of ${from + i}`),
  });
  const above = (bound: number): Condition => ({
    kind: 'COMPARE',
    attribute: 'rating',
    operator: '$gt',
    value: bound,
  });

  test('a few nodes for each value', () => {
    const list = among('reference', 150);
    const space = new StateSpace([list]);
    expect(space.diagrams.and(space.possible, space.nodeOf(list))).not.toBe(FALSE);
    expect(space.diagrams.size).toBeLessThan(150 * 10);
    expect(truthsOf([list, not(list), or([list, not(list)])])).toEqual([
      'DEPENDS',
      'DEPENDS',
      'ALWAYS',
    ]);
  });

  test('nor are lists side by side, of which one is in another, or bounds of numbers', () => {
    expect(implication(among('reference', 90), among('reference', 120))).toBe('PROVED');
    expect(implication(among('reference', 120), among('reference', 90))).toBe('REFUTED');
    const apart = and([among('reference', 100), among('reference', 100, 100)]);
    expect(satisfiability(apart)).toBe('REFUTED');
    expect(satisfiability(and([among('reference', 100), among('kind', 100)]))).toBe('PROVED');
    const bounds = Array.from({ length: 100 }, (_, i) => above((i * 37) % 101));
    expect(equivalence(or(bounds), above(0))).toBe('PROVED');
  });
});

describe('a question that is too large', () => {
  // Three lists joined crosswise: in whatever order they are asked, much has to be kept in mind.
  const name = (letter: string, i: number): Condition => ({
    kind: 'COMPARE',
    attribute: `${letter}${i}`,
    operator: '$eq',
    value: true,
  });
  const pairs = Array.from({ length: 40 }, (_, i) => i);
  const tangled = and(
    pairs.map((i) => or([name('a', i), name('b', (i * 7) % 40), name('c', (i * 13 + 5) % 40)])),
  );
  const opposite = or(pairs.map((i) => and([name('b', i), name('c', (i * 3) % 40)])));

  test('is unknown, and counts as proved in no way', () => {
    expect(implication(tangled, opposite)).toBe('UNKNOWN');
    expect(implies(tangled, opposite)).toBe(false);
    expect(equivalent(tangled, opposite)).toBe(false);
    const both = and([tangled, opposite]);
    expect(isSatisfiable(both)).toBe(false);
    expect(isTautology(both)).toBe(false);
    expect(combinationsOf(both)).toBeNull();
    expect(truthsOf([ALWAYS, both])).toBeNull();
  });
});

test('nothing and everything', () => {
  expect([isSatisfiable(NEVER), isTautology(NEVER), combinationsOf(NEVER)]).toEqual([
    false,
    false,
    [],
  ]);
  expect([isSatisfiable(ALWAYS), isTautology(ALWAYS), combinationsOf(ALWAYS)]).toEqual([
    true,
    true,
    [[]],
  ]);
});
