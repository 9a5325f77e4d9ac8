import { describe, expect, test } from 'vitest';
import type { Action, PredicateName, Resource, Rule } from '../src/index.ts';
import { abilityFor, decideField, findingsOf, onlyNarrows } from '../src/index.ts';
import { dictionary } from './small-dictionary.ts';
import { rule, STORED } from './stored-rule.ts';
import { schema } from './validation/small-schema.ts';

const teamMember = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;
const reads = rule({ name: 'reads', fields: ['id', 'ethnicity'] });
const records = rule({ name: 'records', action: 'record', fields: ['ethnicity'] });

function person(...holding: readonly PredicateName[]): Resource {
  return {
    type: 'Person',
    attributes: {},
    holds: ({ predicate }) => holding.includes(predicate),
  };
}

function may(
  rules: readonly Rule[],
  action: 'read' | 'record',
  ...holding: readonly PredicateName[]
): boolean {
  const { casl } = abilityFor(rules, teamMember, dictionary);
  return casl.can(action, person('grant.live', ...holding), 'ethnicity');
}

describe('who may record', () => {
  test('is said by rules about recording and no others, and they let nobody read', () => {
    expect([may([reads], 'read'), may([reads], 'record')]).toEqual([true, false]);
    expect([may([records], 'read'), may([records], 'record')]).toEqual([false, true]);
    const ability = abilityFor([records], teamMember, dictionary);
    expect(decideField(ability, 'Person', 'ethnicity').released.kind).toBe('NEVER');
    expect(decideField(ability, 'Person', 'ethnicity', 'record').released.kind).not.toBe('NEVER');
    expect(decideField(ability, 'Person', 'givenName', 'record').released.kind).toBe('NEVER');
  });

  test('is denied by denials of recording, which leave reading as it is', () => {
    const denies = rule({
      action: 'record',
      effect: 'DENY',
      fields: ['ethnicity'],
      when: { holds: 'entry.ownAgency' },
    });
    const rules = [reads, records, denies];
    expect(may(rules, 'record', 'entry.ownAgency')).toBe(false);
    expect(may(rules, 'record')).toBe(true);
    expect(may(rules, 'read', 'entry.ownAgency')).toBe(true);
  });

  test('is nobody of an agency that a family keeps out, nor anybody with a conflict of interest, whatever the policy', () => {
    expect(may([records], 'record', 'exclusion.wholeAgency')).toBe(false);
    expect(may([records], 'record', 'conflict.declared')).toBe(false);
  });

  test('does not follow from a detail that is hidden: whoever adds to it need not learn that it is', () => {
    expect(may([reads, records], 'read', 'detail.hidden')).toBe(false);
    expect(may([reads, records], 'record', 'detail.hidden')).toBe(true);
  });
});

test('a rule that lets somebody record only beside what hides a detail says something, and one that lets them read it does not', () => {
  const found = (action: Action, hides: PredicateName) =>
    findingsOf(
      {
        ...STORED,
        action,
        fields: ['ethnicity'],
        when: { all: [{ holds: 'grant.live' }, { holds: hides }] },
      },
      schema,
    ).map(({ code }) => code);
  expect(found('read', 'detail.restricted')).toEqual(['ALLOW_HIDDEN']);
  expect(found('record', 'detail.restricted')).toEqual([]);
  expect(found('record', 'conflict.declared')).toEqual(['ALLOW_HIDDEN']);
});

describe('a draft only narrows', () => {
  test('where it lets nobody record what they did not, as where it lets nobody read it', () => {
    expect(onlyNarrows([reads, records], [reads], schema)).toBe(true);
    expect(onlyNarrows([reads], [reads, records], schema)).toBe(false);
    const ownOnly = { ...records, when: { all: [records.when, { holds: 'entry.ownAgency' }] } };
    expect(onlyNarrows([reads, records], [reads, ownOnly as Rule], schema)).toBe(true);
    expect(onlyNarrows([reads, ownOnly as Rule], [reads, records], schema)).toBe(false);
  });
});
