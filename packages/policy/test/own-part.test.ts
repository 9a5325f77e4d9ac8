import { describe, expect, test } from 'vitest';
import type { OracleRow, PredicateName } from '../src/index.ts';
import { holdsFor } from './asking.ts';
import { mothers, mothersFacts } from './family-member.ts';
import {
  AFTER,
  BEFORE,
  child,
  healthCondition,
  NOW,
  parent,
  planAction,
  rowOfEpisodeA,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './small-county.ts';

type Case = readonly [name: string, change: object, expected: boolean];
type Trial = Parameters<typeof mothers>[0];

const stranger: OracleRow = { ...child, about: { personId: 'stranger' } };
const signer = (personId: string): OracleRow => ({
  type: 'AgreementSigner',
  attributes: {},
  about: { episodeId: 'episode-a', personId },
});

function mother(predicate: PredicateName, trial: Trial): boolean {
  return holdsFor(predicate, mothers(trial));
}

describe('person.self', () => {
  const [link] = mothersFacts().accountPerson;
  const cases: readonly Case[] = [
    ['as it stands', {}, true],
    ['verified now', { verifiedAt: NOW }, true],
    ['verified a moment later', { verifiedAt: AFTER }, false],
    ['ends a moment later', { endedAt: AFTER }, true],
    ['ended now', { endedAt: NOW }, false],
    ['of another account', { accountId: 'teacher' }, false],
    ['another person', { personId: 'child' }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    if (link === undefined) throw new Error('the mother is nobody');
    const facts = { accountPerson: [{ ...link, ...change }] };
    expect(mother('person.self', { facts, row: parent })).toBe(expected);
  });

  test('holds for their entries and their signature, and for nobody else’s', () => {
    const self = (row: OracleRow): boolean => mother('person.self', { row });
    expect(self(healthCondition('h1', { personId: 'parent' }))).toBe(true);
    expect(self(signer('parent'))).toBe(true);
    expect(self(child)).toBe(false);
    expect(self(healthCondition('h1'))).toBe(false);
    expect(self(signer('child'))).toBe(false);
  });

  test('holds for no row that is not one person’s', () => {
    const self = (row: OracleRow): boolean => mother('person.self', { row });
    expect(self(planAction(['parent']))).toBe(false);
    expect(self({ ...rowOfEpisodeA, about: { episodeId: 'episode-a', personId: 'parent' } })).toBe(
      false,
    );
  });

  test('is never a practitioner’s, whoever they were verified to be', () => {
    const facts = { accountPerson: [{ ...link, accountId: 'teacher', personId: 'child' }] };
    expect(holdsFor('person.self', { facts: facts as never })).toBe(false);
    expect(holdsFor('person.self', {})).toBe(false);
  });
});

describe('person.childOfMine', () => {
  const [responsibility] = mothersFacts().parentalResponsibility;
  if (responsibility === undefined) throw new Error('the mother has no child');
  const cases: readonly Case[] = [
    ['as it stands', {}, true],
    ['on no evidence', { evidence: null }, false],
    ['on empty evidence', { evidence: '' }, false],
    ['on blank evidence', { evidence: ' \t\u00a0' }, false],
    ['starts today', { startsOn: TODAY }, true],
    ['starts tomorrow', { startsOn: TOMORROW }, false],
    ['ends tomorrow', { endsOn: TOMORROW }, true],
    ['ends today', { endsOn: TODAY }, false],
    ['ended yesterday', { endsOn: YESTERDAY }, false],
    ['of somebody else', { holderId: 'uncle' }, false],
    ['for another child', { childId: 'cousin' }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    const facts = { parentalResponsibility: [{ ...responsibility, ...change }] };
    expect(mother('person.childOfMine', { facts })).toBe(expected);
  });

  test('holds for the child’s entries and signature, not for oneself or strangers', () => {
    const mine = (row: OracleRow): boolean => mother('person.childOfMine', { row });
    expect(mine(healthCondition('h1'))).toBe(true);
    expect(mine(signer('child'))).toBe(true);
    expect(mine(parent)).toBe(false);
    expect(mine(stranger)).toBe(false);
    expect(mine(planAction(['child']))).toBe(false);
  });

  test('does not hold where the link of the account to the person has ended', () => {
    const accountPerson = mothersFacts().accountPerson.map((row) => ({ ...row, endedAt: NOW }));
    expect(mother('person.childOfMine', { facts: { accountPerson } })).toBe(false);
  });

  const restriction = {
    id: 'restriction',
    protectedPersonId: 'child',
    familyId: 'family-f',
    itemId: 'address',
    coordinates: ['Address.line'],
    hiddenFromAgencyId: null,
    hiddenFromPersonId: 'parent',
    startsAt: BEFORE,
    endsAt: null,
  };
  const restrictions: readonly Case[] = [
    ['a restriction that protects the child from the caller', {}, false],
    ['one of everything about the child', { itemId: null }, false],
    ['one that starts now', { startsAt: NOW }, false],
    ['one that starts a moment later', { startsAt: AFTER }, true],
    ['one that ends a moment later', { endsAt: AFTER }, false],
    ['one that ends now', { endsAt: NOW }, true],
    ['one that protects another person', { protectedPersonId: 'cousin' }, true],
    ['one from another person', { hiddenFromPersonId: 'uncle' }, true],
    ['one from an agency', { hiddenFromPersonId: null, hiddenFromAgencyId: 'school' }, true],
  ];
  test.each(restrictions)('with %s', (_name, change, expected) => {
    const facts = { restriction: [{ ...restriction, ...change }] };
    expect(mother('person.childOfMine', { facts })).toBe(expected);
  });
});

describe('entry.concernsOnlyMine', () => {
  test.each<readonly [string, readonly string[], boolean]>([
    ['the caller', ['parent'], true],
    ['a child of theirs', ['child'], true],
    ['both', ['parent', 'child'], true],
    ['somebody else too', ['parent', 'stranger'], false],
    ['somebody else', ['stranger'], false],
    ['nobody', [], false],
  ])('concerning %s', (_name, concerns, expected) => {
    expect(mother('entry.concernsOnlyMine', { row: planAction(concerns) })).toBe(expected);
  });

  test('is false of rows that concern nobody by their type, and for practitioners', () => {
    expect(mother('entry.concernsOnlyMine', { row: rowOfEpisodeA })).toBe(false);
    expect(mother('entry.concernsOnlyMine', { row: child })).toBe(false);
    expect(mother('entry.concernsOnlyMine', { row: signer('child') })).toBe(true);
    expect(holdsFor('entry.concernsOnlyMine', { row: planAction(['child']) })).toBe(false);
  });

  test('not where the responsibility for the child is not evidenced', () => {
    const facts = {
      parentalResponsibility: mothersFacts().parentalResponsibility.map((row) => ({
        ...row,
        evidence: null,
      })),
    };
    expect(mother('entry.concernsOnlyMine', { facts, row: planAction(['parent', 'child']) })).toBe(
      false,
    );
  });
});

describe('household.mine', () => {
  const lives = {
    householdId: 'household',
    personId: 'parent',
    startedOn: '2020-01-01',
    endedOn: null,
  };
  const household: OracleRow = {
    type: 'Household',
    attributes: {},
    about: { familyId: 'family-f', householdId: 'household' },
  };
  const cases: readonly Case[] = [
    ['as it stands', {}, true],
    ['started today', { startedOn: TODAY }, true],
    ['starts tomorrow', { startedOn: TOMORROW }, false],
    ['ends tomorrow', { endedOn: TOMORROW }, true],
    ['ended today', { endedOn: TODAY }, false],
    ['another household', { householdId: 'other' }, false],
    ['of a child', { personId: 'child' }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    const facts = { householdPerson: [{ ...lives, ...change }] };
    for (const type of ['Household', 'Address'])
      expect(mother('household.mine', { facts, row: { ...household, type } })).toBe(expected);
  });

  test('is false of rows of no household, and for practitioners', () => {
    const facts = { householdPerson: [lives] };
    expect(mother('household.mine', { facts, row: child })).toBe(false);
    expect(holdsFor('household.mine', { facts, row: household })).toBe(false);
  });
});
