import { describe, expect, test } from 'vitest';
import type { Rule } from '../src/index.ts';
import { ALWAYS, abilityFor, and, decideField, NEVER, not, or, reasonFor } from '../src/index.ts';
import { dictionary } from './small-dictionary.ts';
import { classRule, rule } from './stored-rule.ts';

const teamMember = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;
const visible = rule({ fields: ['id'] });

const NONE_OF_THE_STANDING_DENIALS = not(
  or([
    { kind: 'HOLDS', atom: { predicate: 'exclusion.wholeAgency' } },
    and([
      { kind: 'HOLDS', atom: { predicate: 'detail.hidden', coordinate: 'Person.id' } },
      not({ kind: 'HOLDS', atom: { predicate: 'override.live' } }),
    ]),
    { kind: 'HOLDS', atom: { predicate: 'detail.restricted', coordinate: 'Person.id' } },
    { kind: 'HOLDS', atom: { predicate: 'exclusion.ofOwnAgency' } },
    { kind: 'HOLDS', atom: { predicate: 'conflict.declared' } },
    { kind: 'HOLDS', atom: { predicate: 'entry.stricterClass' } },
    { kind: 'HOLDS', atom: { predicate: 'entry.purposeLocked' } },
    { kind: 'HOLDS', atom: { predicate: 'limit.hides', coordinate: 'Person.id' } },
  ]),
);

function decide(rules: readonly Rule[], field: string): ReturnType<typeof decideField> {
  return decideField(abilityFor(rules, teamMember, dictionary), 'Person', field);
}

describe('a decision before any row is known', () => {
  test('an allowance and the standing denials', () => {
    expect(decide([visible], 'id').released).toEqual(
      and([
        { kind: 'HOLDS', atom: { predicate: 'grant.live', role: 'TAF_MEMBER' } },
        NONE_OF_THE_STANDING_DENIALS,
      ]),
    );
  });

  test('what is told apart takes no notice of silent denials', () => {
    expect(decide([visible], 'id').disclosed).toEqual({
      kind: 'HOLDS',
      atom: { predicate: 'grant.live', role: 'TAF_MEMBER' },
    });
  });

  test('nor where a permission mentions one', () => {
    const named = rule({
      fields: ['givenName'],
      when: { all: [{ holds: 'grant.live' }, { not: { holds: 'detail.hidden' } }] },
    });
    expect(decide([named], 'givenName').disclosed).toEqual({
      kind: 'HOLDS',
      atom: { predicate: 'grant.live', role: 'TAF_MEMBER' },
    });
  });

  test('a denial of whatever is not so leaves what is so', () => {
    const open = { kind: 'HOLDS', atom: { predicate: 'episode.open' } } as const;
    const unless = rule({
      fields: ['id'],
      effect: 'DENY',
      when: { not: { holds: 'episode.open' } },
    });
    expect(decide([visible, unless], 'id').disclosed).toEqual(
      and([{ kind: 'HOLDS', atom: { predicate: 'grant.live', role: 'TAF_MEMBER' } }, open]),
    );
    expect(not(not(open))).toEqual(open);
    expect(not(not(and([open, not(open)])))).toEqual(and([open, not(open)]));
  });

  test('a denial without condition leaves NEVER, whatever is allowed', () => {
    const denied = decide(
      [rule({ when: 'always' }), rule({ effect: 'DENY', when: 'always' })],
      'id',
    );
    expect(denied).toEqual({ released: NEVER, disclosed: NEVER });
  });

  test('an allowance without condition is still under the standing denials', () => {
    const decision = decide([rule({ when: 'always' })], 'id');
    expect(decision.released).toEqual(NONE_OF_THE_STANDING_DENIALS);
    expect(decision.disclosed).toEqual(ALWAYS);
  });

  test('predicates take their arguments from the rule and the field', () => {
    const covered = classRule(['CRIMINAL_OFFENCE'], { when: { holds: 'justification.covers' } });
    expect(decide([covered], 'convictions').disclosed).toEqual({
      kind: 'HOLDS',
      atom: { predicate: 'justification.covers', class: 'CRIMINAL_OFFENCE' },
    });
  });
});

describe('the reason that may be told', () => {
  test('a justification, where that is what is missing', () => {
    const health = classRule(['SPECIAL_CATEGORY:HEALTH'], {
      when: { all: [{ holds: 'grant.live' }, { holds: 'justification.covers' }] },
    });
    expect(reasonFor(decide([health], 'healthConditions').disclosed)).toMatchObject({
      code: 'JUSTIFICATION_REQUIRED',
      clause: 'SHR-4.3-cond',
    });
  });

  test('a justification, wherever one would open the field beside other ways to it', () => {
    const health = classRule(['SPECIAL_CATEGORY:HEALTH'], {
      when: {
        all: [
          { holds: 'grant.live' },
          { any: [{ holds: 'entry.ownAgency' }, { holds: 'justification.covers' }] },
        ],
      },
    });
    expect(reasonFor(decide([health], 'healthConditions').disclosed).clause).toBe('SHR-4.3-cond');
  });

  test('the role, where not even a justification would open the field', () => {
    const when = { holds: 'justification.covers' };
    const denied = [
      classRule(['CRIMINAL_OFFENCE'], { when }),
      classRule(['CRIMINAL_OFFENCE'], { effect: 'DENY', when }),
    ];
    const impossible = classRule(['CRIMINAL_OFFENCE'], {
      when: { all: [when, { holds: 'conflict.declared' }] },
    });
    for (const rules of [denied, [impossible]])
      expect(reasonFor(decide(rules, 'convictions').disclosed).code).toBe('ROLE_NOT_PERMITTED');
  });

  test('the role, where no rule gives the field', () => {
    expect(reasonFor(decide([visible], 'givenName').disclosed).code).toBe('ROLE_NOT_PERMITTED');
  });

  test('never a silent denial', () => {
    for (const name of ['exclusion.wholeAgency', 'detail.hidden', 'conflict.declared']) {
      const silent = rule({ fields: ['givenName'], when: { holds: name } });
      expect(reasonFor(decide([silent], 'givenName').disclosed).code).toBe('ROLE_NOT_PERMITTED');
    }
  });
});
