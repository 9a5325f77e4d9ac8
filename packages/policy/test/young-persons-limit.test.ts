import { describe, expect, test } from 'vitest';
import type { DisclosureLimitFact, OracleRow } from '../src/index.ts';
import { holdsFor, leaves } from './asking.ts';
import { mothers } from './family-member.ts';
import {
  AFTER,
  BEFORE,
  child,
  healthCondition,
  LONG_AGO,
  NOW,
  parent,
  planAction,
} from './small-county.ts';

const limit: DisclosureLimitFact = {
  id: 'limit-1',
  personId: 'child',
  level: 'CONFIDENTIAL',
  setAt: LONG_AGO,
};

type Limits = readonly Partial<DisclosureLimitFact>[];

function limits(changes: Limits): { readonly disclosureLimit: readonly DisclosureLimitFact[] } {
  return { disclosureLimit: changes.map((change) => ({ ...limit, ...change })) };
}

/** Whether the mother reads the field for all that her child has limited. */
function reads(changes: Limits, row: OracleRow = child, field = 'healthConditions'): boolean {
  return leaves(mothers({ facts: limits(changes), row, field }));
}

describe('limit.hides', () => {
  const cases: readonly (readonly [string, Limits, boolean])[] = [
    ['no limit', [], true],
    ['confidential', [{}], false],
    ['a summary only', [{ level: 'SUMMARY_ONLY' }], false],
    ['open to parents', [{ level: 'OPEN_TO_PARENTS' }], true],
    ['overridden', [{ level: 'OVERRIDDEN' }], true],
    ['a level nobody knows', [{ level: 'SECRET' }], true],
    ['set now', [{ setAt: NOW }], false],
    ['set a moment later', [{ setAt: AFTER }], true],
    ['of somebody else', [{ personId: 'stranger' }], true],
    ['opened later', [{}, { level: 'OPEN_TO_PARENTS', setAt: BEFORE }], true],
    ['opened later, told first', [{ level: 'OPEN_TO_PARENTS', setAt: BEFORE }, {}], true],
    ['opened in time to come', [{}, { level: 'OPEN_TO_PARENTS', setAt: AFTER }], false],
    ['opened at the same instant, of a greater id', [{}, { level: 'OVERRIDDEN', id: 'z' }], true],
    ['opened at the same instant, of a lesser id', [{}, { level: 'OVERRIDDEN', id: 'a' }], false],
  ];
  test.each(cases)('%s', (_name, changes, expected) => {
    expect(reads(changes)).toBe(expected);
    expect(reads(changes.toReversed())).toBe(expected);
  });

  test('what a parent knows anyway is never hidden, a summary only where it is confidential', () => {
    expect(reads([{}], child, 'givenName')).toBe(true);
    expect(reads([{}], planAction(['child']), 'text')).toBe(false);
    expect(reads([{ level: 'SUMMARY_ONLY' }], planAction(['child']), 'text')).toBe(true);
  });

  test('binds the entries of the young person and those that concern them, of several the strictest', () => {
    expect(reads([{}], healthCondition('h1'), 'label')).toBe(false);
    expect(reads([{}], planAction(['parent', 'child']), 'text')).toBe(false);
    expect(reads([{}], planAction(['parent']), 'text')).toBe(true);
    expect(reads([{}], planAction([]), 'text')).toBe(true);
    const ofTwo = [{ level: 'OPEN_TO_PARENTS' }, { personId: 'cousin' }];
    expect(reads(ofTwo, planAction(['child', 'cousin']), 'text')).toBe(false);
  });

  test('never binds the young person themself', () => {
    const own = [{ personId: 'parent' }];
    expect(reads(own, parent)).toBe(true);
    expect(reads(own, planAction(['parent']), 'text')).toBe(true);
    expect(reads([...own, {}], planAction(['parent', 'child']), 'text')).toBe(false);
  });

  test('never binds a practitioner', () => {
    expect(leaves({ facts: limits([{}]), field: 'healthConditions' })).toBe(true);
  });
});

describe('limit.openToParents', () => {
  const open = (changes: Limits, row: OracleRow = child): boolean =>
    holdsFor('limit.openToParents', { facts: limits(changes), row });
  const opened = { level: 'OPEN_TO_PARENTS' };

  test.each<readonly [string, Limits, boolean]>([
    ['no limit', [], false],
    ['open', [opened], true],
    ['confidential', [{}], false],
    ['overridden', [{ level: 'OVERRIDDEN' }], false],
    ['open in time to come', [{ ...opened, setAt: AFTER }], false],
    ['open since now', [{}, { ...opened, setAt: NOW }], true],
    ['open before, not since', [opened, { setAt: BEFORE }], false],
    ['of somebody else', [{ ...opened, personId: 'parent' }], false],
  ])('%s', (_name, changes, expected) => {
    expect(open(changes)).toBe(expected);
  });

  test('speaks of a person’s rows only', () => {
    expect(open([opened], healthCondition('h1'))).toBe(true);
    expect(open([opened], planAction(['child']))).toBe(false);
  });
});
