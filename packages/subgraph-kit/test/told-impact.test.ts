import type { Rule } from '@postern/policy';
import { expect, test } from 'vitest';
import type { ImpactSummary } from '../src/impact/impact-summary.ts';
import { overseesGrants } from '../src/impact/preview-asker.ts';
import { progressInPercent, toldExactly, toldInFives } from '../src/impact/told-impact.ts';

const NOBODY = { people: 0, records: 0 };

function line(coordinate: `${string}.${string}`, people: number, records: number) {
  return {
    coordinates: [coordinate],
    class: 'PERSONAL' as const,
    roles: ['TAF_MEMBER'],
    purposes: ['COORDINATE_SUPPORT' as const],
    gaining: NOBODY,
    losing: { people, records },
    may: { gain: false, lose: true },
  };
}

const summary: ImpactSummary = {
  gaining: NOBODY,
  losing: { people: 9, records: 44 },
  coordinates: 3,
  lines: [line('Person.a', 5, 40), line('Person.b', 4, 90), line('Person.c', 0, 0)],
  people: [
    { account: 'b', gaining: 0, losing: 38 },
    { account: 'a', gaining: 0, losing: 36 },
    { account: 'c', gaining: 0, losing: 4 },
  ],
  newlyReachable: [
    {
      coordinate: 'Person.healthConditions',
      class: 'SPECIAL_CATEGORY:HEALTH',
      roles: ['TAF_MEMBER'],
      condition: 'always',
      people: 1,
    },
  ],
};

test('whoever may not see every grant is told in fives, and of fewer nothing', () => {
  const told = toldInFives(summary);
  expect(told.gaining).toEqual(NOBODY);
  expect(told.losing).toEqual({ people: 5, records: 40 });
  expect(told.coordinates).toBe(1);
  expect(told.lines.map(({ coordinates, losing }) => [...coordinates, losing])).toEqual([
    ['Person.a', { people: 5, records: 40 }],
    // Many records of a few people are as few people's; and fewer than five are as none, in whatever order.
    ['Person.b', { people: null, records: null }],
    ['Person.c', { people: null, records: null }],
  ]);
  expect(told.people).toEqual([
    { account: 'a', gaining: 0, losing: 35 },
    { account: 'b', gaining: 0, losing: 35 },
  ]);
  expect(told.newlyReachable[0]?.people).toBeNull();
});

test('a few are told as none is, unless the rules alone say that there is none', () => {
  const of = (people: number, gain: boolean): unknown =>
    toldInFives({
      ...summary,
      gaining: { people, records: people },
      lines: [{ ...line('Person.a', 0, 0), may: { gain, lose: false } }],
      people: people === 0 ? [] : [{ account: 'a', gaining: people, losing: 0 }],
    });
  expect(of(4, true)).toEqual(of(0, true));
  expect(of(0, true)).toMatchObject({ gaining: { people: null, records: null } });
  expect(of(0, false)).toMatchObject({ gaining: NOBODY });
});

test('how far it has come says nothing of how many are asked', () => {
  expect(progressInPercent({ done: 1, total: 3 })).toEqual({ done: 33, total: 100 });
  expect(progressInPercent({ done: 0, total: 0 })).toEqual({ done: 100, total: 100 });
});

test('whoever sees every grant is told each number', () => {
  expect(toldExactly(summary)).toMatchObject({
    losing: { people: 9, records: 44 },
    people: summary.people,
  });
});

test('who sees every grant is what the rules in force say', () => {
  const dictionary = new Map([
    [
      'AccessGrant',
      new Map([
        ['id', 'OPERATIONAL' as const],
        ['episode', 'OPERATIONAL' as const],
        ['practitioner', 'WORKFORCE' as const],
      ]),
    ],
  ]);
  const rule = (fields: readonly string[], predicate: 'oversight.free' | 'account.self'): Rule => ({
    name: 'r',
    role: 'OFFICER',
    action: 'read',
    resource: 'AccessGrant',
    covers: { kind: 'FIELDS', fields },
    purposes: ['ADMINISTRATION'],
    effect: 'ALLOW',
    when: { holds: predicate },
    clause: 'SHR-8.2.1g',
  });
  const sees = (roles: readonly string[], ...rules: readonly Rule[]): boolean =>
    overseesGrants(rules, { roles, purpose: 'ADMINISTRATION' }, dictionary);
  const all = rule(['id', 'episode', 'practitioner'], 'oversight.free');
  expect(sees(['OFFICER'], all)).toBe(true);
  expect(sees(['ADMINISTRATOR'], all)).toBe(false);
  expect(sees(['OFFICER'], rule(['id', 'episode'], 'oversight.free'))).toBe(false);
  expect(sees(['OFFICER'], rule(['id', 'episode', 'practitioner'], 'account.self'))).toBe(false);
  expect(
    sees(['OFFICER'], {
      ...all,
      when: { all: [all.when, { where: { role: 'REVIEWER' } }] },
    } as Rule),
  ).toBe(false);
  expect(sees(['OFFICER'], { ...all, purposes: ['REVIEW'] })).toBe(false);
});
