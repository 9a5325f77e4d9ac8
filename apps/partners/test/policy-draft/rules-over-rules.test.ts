import type { DataDictionary } from '@postern/policy';
import { parseRule } from '@postern/policy';
import { describe, expect, test } from 'vitest';
import { requireCycleCanAct } from '../../src/modules/policy-draft/guards/cycle-can-act.ts';
import { requireHoldOfOwn } from '../../src/modules/policy-draft/guards/hold-of-own.ts';
import { refusalOf } from './refusal-of.ts';

const fields = (...names: readonly string[]) =>
  new Map(names.map((name) => [name, 'WORKFORCE' as const]));
const dictionary: DataDictionary = new Map([
  ['PolicyDraft', fields('id', 'state', 'revision', 'changes')],
  ['PolicyChange', fields('id', 'rule', 'before', 'after')],
  ['PolicyRule', fields('name', 'condition')],
  ['Practitioner', fields('name')],
]);

const stored = (given: Record<string, unknown>): unknown => ({
  name: 'one',
  role: 'ADMINISTRATOR',
  action: 'read',
  resource: 'PolicyRule',
  classes: ['WORKFORCE'],
  purposes: ['ADMINISTRATION'],
  effect: 'ALLOW',
  when: { holds: 'oversight.free' },
  clause: 'SHR-8.3.7h',
  ...given,
});
const rule = (given: Record<string, unknown>) => parseRule(stored(given), dictionary);
const based = (...bodies: readonly unknown[]) =>
  new Map(bodies.map((body, at) => [`rule ${at}`, body]));
const NAMES = { classes: undefined, fields: ['name'] };

describe('a hold over rules', () => {
  const titles = [stored({ role: 'EARLY_HELP_MANAGER', ...NAMES })];
  const manager = { roles: ['EARLY_HELP_MANAGER'], base: based(...titles) };
  const said = (before: unknown, after: unknown) =>
    refusalOf(() => requireHoldOfOwn([{ before, after }], manager, dictionary));
  const lacks = ['POLICY_HOLD_NOT_OWN', 'PolicyRule.condition'];

  test('is given as far as one has it', () => {
    expect(said(null, stored(NAMES))).toBeNull();
    expect(said(null, stored({}))).toEqual(lacks);
    expect(said(null, stored({ resource: 'Practitioner' }))).toBeNull();
  });

  test('is given, too, by widening a rule or by taking a denial away', () => {
    expect(said(stored(NAMES), stored({}))).toEqual(lacks);
    expect(said(stored({}), stored(NAMES))).toBeNull();
    expect(said(stored({}), stored({ purposes: ['ADMINISTRATION', 'RIGHTS'] }))).toEqual(lacks);
    expect(said(stored({}), stored({ role: 'AUDITOR' }))).toEqual(lacks);
    expect(said(stored({}), stored({ clause: 'SHR-8.3.8f' }))).toBeNull();
    expect(said(stored({ effect: 'DENY' }), null)).toEqual(lacks);
    expect(said(stored({}), null)).toBeNull();
  });

  test('comes from rules of one’s own roles that let, and from no other', () => {
    const given = { before: null, after: stored({}) };
    for (const other of [
      stored({ role: '*' }),
      stored({ role: 'ADMINISTRATOR' }),
      stored({ role: 'EARLY_HELP_MANAGER', effect: 'DENY' }),
    ])
      expect(
        refusalOf(() => requireHoldOfOwn([given], { ...manager, base: based(other) }, dictionary)),
      ).toEqual(['POLICY_HOLD_NOT_OWN', 'PolicyRule.name', 'PolicyRule.condition']);
  });

  test('is none where a denial may take it away, for each purpose for which one has it', () => {
    const own = { role: 'EARLY_HELP_MANAGER', purposes: ['ADMINISTRATION', 'RIGHTS'] };
    const under = (...denials: readonly object[]) =>
      refusalOf(() =>
        requireHoldOfOwn(
          [{ before: null, after: stored(NAMES) }],
          {
            ...manager,
            base: based(
              stored(own),
              ...denials.map((each) => stored({ ...own, effect: 'DENY', ...each })),
            ),
          },
          dictionary,
        ),
      );
    const lost = ['POLICY_HOLD_NOT_OWN', 'PolicyRule.name'];
    expect(under()).toBeNull();
    expect(under({})).toEqual(lost);
    expect(under({ role: '*', when: { holds: 'account.self' } })).toEqual(lost);
    expect(under({ role: 'ADMINISTRATOR' })).toBeNull();
    expect(under({ classes: undefined, fields: ['condition'] })).toBeNull();
    expect(under({ purposes: ['RIGHTS'] })).toBeNull();
    expect(under({ purposes: ['RIGHTS'] }, { purposes: ['ADMINISTRATION'] })).toEqual(lost);
  });

  test('is what one may read, not what a rule about recording says', () => {
    const own = { role: 'EARLY_HELP_MANAGER' };
    const under = (...bodies: readonly unknown[]) =>
      refusalOf(() =>
        requireHoldOfOwn(
          [{ before: null, after: stored(NAMES) }],
          { ...manager, base: based(...bodies) },
          dictionary,
        ),
      );
    const recording = { ...own, action: 'record' };
    expect(under(stored(recording))).toEqual(['POLICY_HOLD_NOT_OWN', 'PolicyRule.name']);
    expect(under(stored(own), stored({ ...recording, effect: 'DENY' }))).toBeNull();
    expect(said(stored({ action: 'record' }), stored({}))).toEqual(lacks);
    expect(said(stored({}), stored({ action: 'record' }))).toBeNull();
    expect(said(stored({ action: 'record', effect: 'DENY' }), null)).toBeNull();
  });

  test('is asked of every change', () => {
    const changes = [stored(NAMES), stored({})].map((after) => ({ before: null, after }));
    expect(refusalOf(() => requireHoldOfOwn(changes, manager, dictionary))).toEqual(lacks);
  });
});

describe('the cycle can act', () => {
  const roles = ['ADMINISTRATOR', 'EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'];
  const whole = roles.flatMap((role) =>
    ['PolicyDraft', 'PolicyChange'].map((resource) => rule({ role, resource })),
  );
  const said = (rules: readonly ReturnType<typeof rule>[]) =>
    refusalOf(() => requireCycleCanAct(rules, dictionary));

  test('while each office sees drafts and what they change', () => {
    expect(said(whole)).toBeNull();
    expect(said([])).toEqual(['POLICY_CYCLE_BROKEN', ...roles]);
  });

  test.each(whole.map(({ role, resource }, at) => [role, resource, at] as const))(
    'not without what %s sees of %s',
    (role, _, at) => {
      expect(said(whole.filter((_rule, index) => index !== at))).toEqual([
        'POLICY_CYCLE_BROKEN',
        role,
      ]);
    },
  );

  test.each<readonly [string, Record<string, unknown>]>([
    ['for another purpose', { purposes: ['RIGHTS'] }],
    ['about recording', { action: 'record' }],
    ['under what nobody in an office meets', { when: { holds: 'account.self' } }],
    ['of every role', { role: '*' }],
    ['of some of it', { classes: undefined, fields: ['id', 'state', 'revision'] }],
  ])('not by a rule %s', (_, odd) => {
    const [first, ...rest] = whole;
    expect(first?.role).toBe('ADMINISTRATOR');
    expect(said([rule({ resource: 'PolicyDraft', ...odd }), ...rest])).toEqual([
      'POLICY_CYCLE_BROKEN',
      'ADMINISTRATOR',
    ]);
  });

  test('not under a denial, of the role or of every role', () => {
    const denial = { resource: 'PolicyChange', effect: 'DENY', when: { holds: 'account.self' } };
    expect(said([...whole, rule({ ...denial, role: roles[1] })])).toEqual([
      'POLICY_CYCLE_BROKEN',
      'EARLY_HELP_MANAGER',
    ]);
    expect(said([...whole, rule({ ...denial, role: '*' })])).toEqual([
      'POLICY_CYCLE_BROKEN',
      ...roles,
    ]);
    expect(said([...whole, rule({ ...denial, role: '*', action: 'record' })])).toBeNull();
  });
});
