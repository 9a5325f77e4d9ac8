import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition, Purpose, Rule } from '../../src/index.ts';
import { abilityFor, changedDecisions, decideField, equivalent, NEVER } from '../../src/index.ts';
import { storedPolicy } from '../random-policy.ts';
import { dictionary } from '../small-dictionary.ts';
import { rule, unanchored } from '../stored-rule.ts';

const ROLES = ['TAF_MEMBER', 'LEAD_PROFESSIONAL'];

const ASKED: readonly Purpose[] = ['COORDINATE_SUPPORT', 'SAFEGUARDING', 'AUDIT'];

/** What the ability of the roles releases; nothing for a purpose that they may not choose. */
function releasedFor(
  rules: readonly Rule[],
  purpose: Purpose,
): (type: string, field: string) => Condition {
  const permitted = rules.some(
    (one) => one.effect === 'ALLOW' && ROLES.includes(one.role) && one.purposes.includes(purpose),
  );
  const ability = abilityFor(rules, { roles: ROLES, purpose }, dictionary);
  return (type, field) => (permitted ? decideField(ability, type, field).released : NEVER);
}

test('lists exactly the fields that abilities decide otherwise', () => {
  fc.assert(
    fc.property(storedPolicy, storedPolicy, fc.constantFrom(...ASKED), (one, other, purpose) => {
      const live = one.map((body) => unanchored(body));
      const draft = other.map((body) => unanchored(body));
      const [was, is] = [releasedFor(live, purpose), releasedFor(draft, purpose)];
      const changed = changedDecisions(live, draft, dictionary, ROLES).filter(({ purposes }) =>
        purposes.includes(purpose),
      );
      for (const type of ['Person', 'Episode', 'HealthCondition', 'Family'])
        for (const field of dictionary.get(type)?.keys() ?? []) {
          const listed = changed.find((place) => place.type === type && place.field === field);
          expect(listed === undefined).toBe(equivalent(was(type, field), is(type, field)));
          if (listed === undefined) continue;
          expect(equivalent(listed.live, was(type, field))).toBe(true);
          expect(equivalent(listed.draft, is(type, field))).toBe(true);
        }
    }),
    { numRuns: 60 },
  );
});

test('purposes with the same change stand together', () => {
  const live = [rule({ fields: ['id'], purposes: ['COORDINATE_SUPPORT', 'SAFEGUARDING'] })];
  const draft = [
    rule({ fields: ['id', 'givenName'], purposes: ['COORDINATE_SUPPORT', 'SAFEGUARDING'] }),
  ];
  const changed = changedDecisions(live, draft, dictionary, ['TAF_MEMBER']);
  expect(changed).toMatchObject([
    {
      type: 'Person',
      field: 'givenName',
      purposes: ['COORDINATE_SUPPORT', 'SAFEGUARDING'],
      live: NEVER,
    },
  ]);
});

test('with a purpose that a role had not, what is everybody’s for it opens, too', () => {
  const register = rule({
    role: '*',
    resource: 'Agency',
    fields: ['id', 'name'],
    when: 'always',
    purposes: ['AUDIT'],
  });
  const auditing = rule({ fields: ['id'], purposes: ['AUDIT'] });
  const changed = changedDecisions(
    [rule({}), register],
    [rule({}), register, auditing],
    dictionary,
    ['TAF_MEMBER'],
  );
  expect(changed.map(({ type, field, purposes, live }) => [type, field, purposes, live])).toEqual([
    ['Person', 'id', ['AUDIT'], NEVER],
    ['Agency', 'id', ['AUDIT'], NEVER],
    ['Agency', 'name', ['AUDIT'], NEVER],
  ]);
});

test('a permission that became a denial, and one for another purpose, are changes', () => {
  const other = rule({ fields: ['id'], purposes: ['SAFEGUARDING'] });
  const denied = rule({ fields: ['givenName'], effect: 'DENY' });
  const elsewhere = rule({ fields: ['givenName'], purposes: ['SAFEGUARDING'] });
  const permitted = rule({ fields: ['givenName'] });
  for (const draft of [denied, elsewhere])
    expect(
      changedDecisions(
        [rule({ fields: ['id'] }), other, permitted],
        [rule({ fields: ['id'] }), other, draft],
        dictionary,
        ['TAF_MEMBER'],
      ).map(({ field }) => field),
    ).toContain('givenName');
});
