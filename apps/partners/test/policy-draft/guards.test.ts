import { describe, expect, test } from 'vitest';
import { requireGainsNothing } from '../../src/modules/policy-draft/guards/approver-gains-nothing.ts';
import { requireApproverRole } from '../../src/modules/policy-draft/guards/approver-role.ts';
import { requireCycleHeld } from '../../src/modules/policy-draft/guards/cycle-can-act.ts';
import { requireProposerRole } from '../../src/modules/policy-draft/guards/proposer-role.ts';
import { requireRevision, requireState } from '../../src/modules/policy-draft/guards/revision.ts';
import { requireRoleNotHeld } from '../../src/modules/policy-draft/guards/role-not-held.ts';
import { requireSecondPerson } from '../../src/modules/policy-draft/guards/second-person.ts';
import { requireTookPart } from '../../src/modules/policy-draft/guards/took-part.ts';
import type { Draft } from '../../src/modules/policy-draft/store/draft.ts';
import { refusalOf } from './refusal-of.ts';

const set = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

describe('proposers', () => {
  test.each<readonly [readonly string[], readonly string[], readonly string[] | null]>([
    [['ADMINISTRATOR'], ['TAF_MEMBER', '*', 'EARLY_HELP_MANAGER'], null],
    [['ADMINISTRATOR'], ['ADMINISTRATOR'], ['ADMINISTRATOR']],
    [['ADMINISTRATOR'], ['TAF_MEMBER', 'ADMINISTRATOR'], ['ADMINISTRATOR']],
    [['EARLY_HELP_MANAGER'], ['ADMINISTRATOR'], null],
    [['EARLY_HELP_MANAGER'], ['TAF_MEMBER', 'ADMINISTRATOR', '*'], ['TAF_MEMBER', '*']],
    [['DATA_PROTECTION_OFFICER'], ['TAF_MEMBER'], ['TAF_MEMBER']],
    [[], ['TAF_MEMBER'], ['TAF_MEMBER']],
    [['ADMINISTRATOR', 'EARLY_HELP_MANAGER'], ['ADMINISTRATOR', 'TAF_MEMBER'], null],
  ])('%j on rules of %j lack %j', (roles, touched, lacking) => {
    expect(refusalOf(() => requireProposerRole(roles, set(...touched)))).toEqual(
      lacking === null ? null : ['POLICY_ROLE_NOT_YOURS', ...lacking],
    );
  });
});

test('a role that anybody with a part in it holds is not changed', () => {
  expect(refusalOf(() => requireRoleNotHeld(set('A', 'B'), set('C')))).toBeNull();
  expect(refusalOf(() => requireRoleNotHeld(set('A', 'B'), set('C', 'B')))).toEqual([
    'POLICY_ROLE_HELD',
    'B',
  ]);
});

test('nobody decides on what they had a part in, and only who had one hands it on', () => {
  expect(refusalOf(() => requireSecondPerson('two', set('one')))).toBeNull();
  expect(refusalOf(() => requireSecondPerson('one', set('one', 'two')))).toEqual([
    'POLICY_SECOND_PERSON',
  ]);
  expect(refusalOf(() => requireTookPart('one', set('one')))).toBeNull();
  expect(refusalOf(() => requireTookPart('two', set('one')))).toEqual(['POLICY_DRAFT_NOT_YOURS']);
});

describe('a draft', () => {
  const draft: Draft = {
    id: 'one',
    kind: 'CHANGE',
    reason: 'r',
    state: 'SUBMITTED',
    revision: 3,
    baseVersion: 1,
    rollsBackTo: null,
    createdBy: 'one',
    publishedVersion: null,
  };

  test('is changed from the revision that it is at, and from no other', () => {
    expect(refusalOf(() => requireRevision(draft, 3))).toBeNull();
    for (const other of [2, 4])
      expect(refusalOf(() => requireRevision(draft, other))).toEqual(['POLICY_CONFLICT']);
  });

  test('is taken on in the states that a step is for', () => {
    expect(refusalOf(() => requireState(draft, 'EDITING', 'SUBMITTED'))).toBeNull();
    expect(refusalOf(() => requireState(draft, 'EDITING', 'ACTIVE_UNCONFIRMED'))).toEqual([
      'POLICY_DRAFT_STATE',
      'SUBMITTED',
    ]);
  });
});

describe('deciders', () => {
  test.each<readonly [string, readonly string[], readonly string[] | null]>([
    ['ADMINISTRATOR', ['TAF_MEMBER'], null],
    ['ADMINISTRATOR', ['TAF_MEMBER', 'ADMINISTRATOR'], ['ADMINISTRATOR']],
    ['EARLY_HELP_MANAGER', ['TAF_MEMBER', '*'], ['*']],
    ['EARLY_HELP_MANAGER', ['ADMINISTRATOR', '*'], ['ADMINISTRATOR', '*']],
    ['DATA_PROTECTION_OFFICER', ['ADMINISTRATOR', '*', 'TAF_MEMBER'], null],
  ])('%s on rules of %j', (role, touched, reserved) => {
    expect(refusalOf(() => requireApproverRole([role], set(...touched)))).toEqual(
      reserved === null ? null : ['POLICY_APPROVER_ROLE', ...reserved],
    );
  });

  test('gain nothing: neither by a role nor by a grant in one', () => {
    const ties = { held: set('A'), granted: set('B') };
    expect(refusalOf(() => requireGainsNothing(ties, set('C')))).toBeNull();
    expect(refusalOf(() => requireGainsNothing(ties, set('A', 'B', 'C')))).toEqual([
      'POLICY_APPROVER_GAINS',
      'A',
      'B',
    ]);
  });

  test('somebody is in each office of the cycle', () => {
    const all = ['ADMINISTRATOR', 'EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'];
    expect(refusalOf(() => requireCycleHeld(set(...all, 'TAF_MEMBER')))).toBeNull();
    for (const vacant of all)
      expect(
        refusalOf(() => requireCycleHeld(set(...all.filter((role) => role !== vacant)))),
      ).toEqual(['POLICY_CYCLE_BROKEN', vacant]);
  });
});
