import { expect, test } from 'vitest';
import { PolicyTable } from '../../src/analysis/policy-table.ts';
import { dictionary } from '../small-dictionary.ts';
import { rule } from '../stored-rule.ts';

const AUDIT = { purposes: ['AUDIT'], when: 'always' } as const;
const REGISTER = rule({ role: '*', resource: 'Agency', fields: ['id', 'name'], ...AUDIT });
const AUDITING = rule({ fields: ['id'], purposes: ['AUDIT'] });

test('the same condition of a permission and of a denial is not the same decision', () => {
  const denied = rule({ fields: ['givenName'], effect: 'DENY', ...AUDIT });
  const table = new PolicyTable([REGISTER, AUDITING, denied], dictionary);
  const kindOf = (type: string, field: string) =>
    table.permittedTo(['TAF_MEMBER'], 'AUDIT', { type, field }).kind;
  expect(kindOf('Agency', 'name')).toBe('ALWAYS');
  expect(kindOf('Person', 'givenName')).toBe('NEVER');
});

test('what every role may read lets nobody in by itself', () => {
  const name = { type: 'Agency', field: 'name' };
  const permitted = (rules: readonly (typeof REGISTER)[]) =>
    new PolicyTable(rules, dictionary).permittedTo(['TAF_MEMBER'], 'AUDIT', name).kind;
  expect(permitted([REGISTER, rule({})])).toBe('NEVER');
  expect(permitted([REGISTER, AUDITING])).toBe('ALWAYS');
});
