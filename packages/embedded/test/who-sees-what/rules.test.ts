import type { Role } from '@postern/agreements';
import { ROLES, SHROPSHIRE_RULES } from '@postern/agreements';
import type { PredicateName } from '@postern/policy';
import { FAMILY_ROLES, PROCEEDINGS, parseRule } from '@postern/policy';
import { expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import { conditionsOf, withoutHolding } from './role-conditions.ts';

const dictionary = wholeDictionary();
const roles = Object.keys(ROLES) as Role[];

/** The roles that read a family's record, as against offices, aggregates and families themselves. */
const RECORD_TYPES = ['Person', 'Episode', 'Family', 'Assessment', 'TafMeeting', 'Address'];
const OFFICES = ['DATA_PROTECTION_OFFICER', 'BUSINESS_UNIT', 'CONTACT_OFFICER', 'ADMINISTRATOR'];
const AGGREGATES = ['ANALYST', 'BOARD_MEMBER', 'EVALUATOR'];

function neverWithout(role: string, predicates: readonly PredicateName[]): readonly string[] {
  return [...conditionsOf(role, dictionary)]
    .filter(([, condition]) => withoutHolding(condition, predicates).kind !== 'NEVER')
    .map(([coordinate]) => coordinate);
}

test('every rule is one that this service can decide by, under a name of its own', () => {
  const names = SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary).name);
  expect(new Set(names).size).toBe(names.length);
});

test.each(roles.filter((role) => ![...OFFICES, ...AGGREGATES, ...FAMILY_ROLES].includes(role)))(
  '%s reads no record without a live grant',
  (role) => {
    const without: readonly PredicateName[] = ['grant.live', 'account.self', 'oversight.free'];
    // An earlier episode is read by a live grant on a later one.
    const granted: readonly PredicateName[] = ['grant.live', 'episode.earlier'];
    expect(neverWithout(role, [...without, ...granted, 'pool.current'])).toEqual([]);
    const record = neverWithout(role, granted).filter((name) =>
      RECORD_TYPES.some((type) => name.startsWith(`${type}.`)),
    );
    expect(record).toEqual([]);
  },
);

test.each(FAMILY_ROLES)('%s reads nothing but in an episode that concerns them', (role) => {
  expect(neverWithout(role, ['episode.concernsMe', 'account.self'])).toEqual([]);
});

test.each(OFFICES)('%s reads no record', (role) => {
  const types = new Set(
    [...conditionsOf(role, dictionary).keys()].map((name) => name.split('.')[0] ?? ''),
  );
  expect(RECORD_TYPES.filter((type) => types.has(type))).toEqual([]);
  expect(neverWithout(role, ['oversight.free', 'account.self'])).toEqual([]);
});

test.each(AGGREGATES)('%s reads counts and no record', (role) => {
  const types = [...conditionsOf(role, dictionary).keys()].map((name) => name.split('.')[0]);
  expect(new Set(types)).toEqual(new Set(['IndicatorTable']));
});

test.each([...new Set(Object.values(PROCEEDINGS).map(({ role }) => role))])(
  '%s reads while the proceeding is live, and no longer',
  (role) => {
    expect(neverWithout(role, ['proceeding.live', 'account.self', 'oversight.free'])).toEqual([]);
  },
);

test('the National Insurance number is the matcher’s alone', () => {
  const shown = roles.filter((role) =>
    conditionsOf(role, dictionary).has('Person.nationalInsuranceNumber'),
  );
  expect(shown).toEqual([]);
});

test.each(FAMILY_ROLES)(
  '%s sees concerns, alerts, offences and orders of courts once they are released',
  (role) => {
    const guarded = SHROPSHIRE_RULES.filter((rule) => rule.role === role).filter(({ resource }) =>
      dictionary.get(resource)?.has('releasedToFamily'),
    );
    expect(guarded.map(({ resource }) => resource)).toHaveLength(8);
    for (const { name, when } of guarded)
      expect(JSON.stringify(when), name).toContain('{"where":{"releasedToFamily":true}}');
  },
);
