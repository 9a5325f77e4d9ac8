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

const rule = (given: Record<string, unknown>) =>
  parseRule(
    {
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
    },
    dictionary,
  );
const NAMES = { classes: undefined, fields: ['name'] };

describe('a hold over rules', () => {
  const titles = [rule({ role: 'EARLY_HELP_MANAGER', ...NAMES })];
  const manager = { roles: ['EARLY_HELP_MANAGER'], rules: titles };
  const said = (before: ReturnType<typeof rule> | null, after: ReturnType<typeof rule> | null) =>
    refusalOf(() => requireHoldOfOwn({ before, after }, manager, dictionary));
  const lacks = ['POLICY_HOLD_NOT_OWN', 'PolicyRule.condition'];

  test('is given as far as one has it', () => {
    expect(said(null, rule(NAMES))).toBeNull();
    expect(said(null, rule({}))).toEqual(lacks);
    expect(said(null, rule({ resource: 'Practitioner' }))).toBeNull();
  });

  test('is given, too, by widening a rule or by taking a denial away', () => {
    expect(said(rule(NAMES), rule({}))).toEqual(lacks);
    expect(said(rule({}), rule(NAMES))).toBeNull();
    expect(said(rule({}), rule({ purposes: ['ADMINISTRATION', 'RIGHTS'] }))).toEqual(lacks);
    expect(said(rule({}), rule({ role: 'AUDITOR' }))).toEqual(lacks);
    expect(said(rule({}), rule({ clause: 'SHR-8.3.8f' }))).toBeNull();
    expect(said(rule({ effect: 'DENY' }), null)).toEqual(lacks);
    expect(said(rule({}), null)).toBeNull();
  });

  test('comes from rules of one’s own roles that let, and from no other', () => {
    const given = { before: null, after: rule({}) };
    for (const other of [
      rule({ role: '*' }),
      rule({ role: 'ADMINISTRATOR' }),
      rule({ role: 'EARLY_HELP_MANAGER', effect: 'DENY' }),
    ])
      expect(
        refusalOf(() => requireHoldOfOwn(given, { ...manager, rules: [other] }, dictionary)),
      ).toEqual(['POLICY_HOLD_NOT_OWN', 'PolicyRule.name', 'PolicyRule.condition']);
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
  });
});
