import type { ConditionTemplate, PredicateName, Rule } from '@postern/policy';
import { OVERRIDE_ROLE, PREDICATES, parseRule } from '@postern/policy';
import fc from 'fast-check';
import { comparisons, conditionsOver } from './random-condition.ts';
import { DICTIONARY, FIELD_NAMES, TYPES } from './sample-records.ts';

/** A rule as it is stored. */
export type RuleBody = Readonly<Record<string, unknown>>;

export const GRANT: ConditionTemplate = { holds: 'grant.live' };
const CONCERNED: ConditionTemplate = { holds: 'episode.concernsMe' };

/** A stored rule that is right in every part, with changes. */
export function body(changes: RuleBody): RuleBody {
  return {
    name: 'drawn',
    role: 'TAF_MEMBER',
    action: 'read',
    resource: 'Person',
    fields: ['id'],
    purposes: ['COORDINATE_SUPPORT'],
    effect: 'ALLOW',
    when: GRANT,
    clause: 'SHR-3.3.1',
    ...changes,
  };
}

export function rule(changes: RuleBody): Rule {
  return parseRule(body(changes), DICTIONARY);
}

const tests = conditionsOver(
  fc.oneof(
    {
      arbitrary: fc
        .constantFrom(...(Object.keys(PREDICATES) as PredicateName[]))
        .map((holds): ConditionTemplate => ({ holds })),
      weight: 4,
    },
    { arbitrary: comparisons({ plain: ['kind'], numeric: ['rating'] }), weight: 1 },
  ),
);
const part = fc.record({
  role: fc.constantFrom(
    'TAF_MEMBER',
    'TAF_MEMBER',
    'LEAD_PROFESSIONAL',
    'SOCIAL_CARE_WORKER',
    OVERRIDE_ROLE,
  ),
  resource: fc.constantFrom(...TYPES),
  fields: fc.subarray(FIELD_NAMES.slice(1), { minLength: 1 }).map((fields) => ['id', ...fields]),
  purposes: fc.constantFrom(
    ['COORDINATE_SUPPORT', 'SAFEGUARDING'],
    ['COORDINATE_SUPPORT'],
    ['COORDINATE_SUPPORT'],
    ['SAFEGUARDING'],
  ),
});

/** What somebody with a grant may read. */
export const throughGrants = fc
  .tuple(part, tests)
  .map(([drawn, when]) => body({ ...drawn, when: { all: [GRANT, when] } }));

/** What somebody may read because the record is about themselves. */
export const ofOneself = fc
  .tuple(part, tests)
  .map(([drawn, when]) => body({ ...drawn, when: { all: [{ holds: 'account.self' }, when] } }));

/** What a family member may read of episodes that concern them. */
const asFamily = fc
  .tuple(part, tests)
  .map(([drawn, when]) =>
    body({ ...drawn, role: 'FAMILY_MEMBER', when: { all: [CONCERNED, when] } }),
  );

export const denial = fc
  .tuple(
    part,
    tests,
    fc.constantFrom('TAF_MEMBER', 'TAF_MEMBER', 'FAMILY_MEMBER', 'SOCIAL_CARE_WORKER'),
  )
  .map(([drawn, when, role]) => body({ ...drawn, role, effect: 'DENY', when }));

const BOTH = ['COORDINATE_SUPPORT', 'SAFEGUARDING'];
const everyId = TYPES.flatMap((resource) => [
  body({ resource, purposes: BOTH }),
  body({ resource, purposes: BOTH, role: 'FAMILY_MEMBER', when: CONCERNED }),
  body({ resource, purposes: BOTH, role: OVERRIDE_ROLE }),
]);

/** The ids of every type through grants and to families, several permissions, and a few denials. */
export const drawnPolicy: fc.Arbitrary<readonly RuleBody[]> = fc
  .tuple(
    fc.array(throughGrants, { minLength: 4, maxLength: 8 }),
    fc.array(asFamily, { minLength: 4, maxLength: 8 }),
    fc.array(denial, { maxLength: 3 }),
  )
  .map(([team, family, denied]) => [...everyId, ...team, ...family, ...denied]);
