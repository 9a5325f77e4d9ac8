import type { StoredRule } from '@postern/agreements';
import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { Rule, StoredPolicyRule } from '@postern/policy';
import {
  admittingRules,
  CLASS_KEYS,
  loadPolicy,
  onlyNarrows,
  PURPOSES,
  parseRule,
  sealOf,
} from '@postern/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePolicySchema } from '../../src/stack/blueprints.ts';

const RUNS = { numRuns: 60, seed: 20_269 };
const schema = wholePolicySchema();

/** Permissions of two roles on a few types, and denials among them, so that both can be tampered with. */
const approved: readonly StoredRule[] = SHROPSHIRE_RULES.filter(
  ({ role, resource }) =>
    ['TAF_MEMBER', 'QA_AUDITOR', '*'].includes(role) &&
    ['Episode', 'Person', 'Conviction', 'Agency'].includes(resource),
)
  // A few purposes show as much as all of them, and take less proving.
  .map((rule) => ({ ...rule, purposes: rule.purposes.slice(0, 2) }))
  .flatMap((rule, place) =>
    place % 4 === 0 && rule.role !== '*'
      ? [
          rule,
          {
            ...rule,
            name: `${rule.name} denied`,
            effect: 'DENY',
            when: { holds: 'agency.health' },
          },
        ]
      : [rule],
  );
const seal = sealOf(approved);
const rules = approved.map((rule) => parseRule(rule, schema.dictionary));

type Row = StoredPolicyRule;
type Tampering = (rows: readonly Row[]) => readonly Row[];

const place = fc.nat({ max: approved.length - 1 });
const junk = fc.constantFrom<unknown>(null, 7, 'x', [], {}, [null], { $or: [] }, 'constructor', [
  'id',
]);
const anotherRule = fc.constantFrom(...SHROPSHIRE_RULES);

function changing(
  change: (body: Readonly<Record<string, unknown>>) => unknown,
): fc.Arbitrary<Tampering> {
  return place.map(
    (at) => (rows) =>
      rows.map((row, each) =>
        each === at ? { ...row, body: change(row.body as Readonly<Record<string, unknown>>) } : row,
      ),
  );
}

/** What somebody with a database shell could do to the rows of a version. */
const tampering: fc.Arbitrary<Tampering> = fc.oneof(
  place.map(
    (at): Tampering =>
      (rows) =>
        rows.filter((_, each) => each !== at),
  ),
  anotherRule.map(
    (body): Tampering =>
      (rows) => [...rows, { name: 'added', body }],
  ),
  anotherRule.map(
    (body): Tampering =>
      (rows) => [...rows, { name: 'added', body: { ...body, role: 'TAF_MEMBER' } }],
  ),
  place.map(
    (at): Tampering =>
      (rows) => [...rows, ...rows.slice(at, at + 1)],
  ),
  fc
    .tuple(
      fc.constantFrom(
        'name',
        'role',
        'resource',
        'fields',
        'classes',
        'purposes',
        'effect',
        'when',
        'clause',
        'more',
      ),
      junk,
    )
    .chain(([part, value]) => changing((body) => ({ ...body, [part]: value }))),
  fc
    .constantFrom('role', 'resource', 'fields', 'purposes', 'effect', 'when')
    .chain((part) =>
      changing((body) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== part))),
    ),
  junk.chain((body) => changing(() => body)),
  fc
    .constantFrom('TAF_MEMBER', 'QA_AUDITOR', 'ANALYST', '*')
    .chain((role) => changing((body) => ({ ...body, role }))),
  changing((body) => ({ ...body, effect: body['effect'] === 'DENY' ? 'ALLOW' : 'DENY' })),
  changing((body) => ({ ...body, purposes: PURPOSES })),
  changing((body) => ({ ...body, when: { holds: 'grant.live' } })),
  changing((body) => ({ ...body, when: { all: [{ holds: 'grant.live' }, body['when']] } })),
  changing(({ fields: _, ...body }) => ({ ...body, classes: CLASS_KEYS.slice(0, 3) })),
  fc
    .constantFrom('Person', 'Episode', 'Conviction')
    .chain((resource) => changing((body) => ({ ...body, resource }))),
);

const stored: readonly Row[] = approved.map((body) => ({
  name: body.name,
  body: JSON.parse(JSON.stringify(body)) as unknown,
}));

function admittedTo(of: readonly Rule[], role: string): readonly string[] {
  return admittingRules(of, [role], schema.releasedWhole).flatMap(({ purposes }) => purposes);
}

test('a version as it was approved is decided by its rules', () => {
  const policy = loadPolicy(stored.toReversed(), seal, schema);
  expect(policy.corrupt).toEqual([]);
  expect(policy.rules).toHaveLength(rules.length);
});

test('however a sealed version is tampered with, it releases nothing that it did not release before, and somebody is told', () => {
  let harmless = 0;
  fc.assert(
    fc.property(fc.array(tampering, { minLength: 1, maxLength: 3 }), (tamperings) => {
      const rows = tamperings.reduce((before, tamper) => tamper(before), stored);
      const policy = loadPolicy(rows, seal, schema);
      const isSame =
        JSON.stringify(
          sealOf(rows.map(({ body }) => body))
            .map(({ digest }) => digest)
            .sort(),
        ) === JSON.stringify(seal.map(({ digest }) => digest).sort());
      harmless += Number(isSame);
      expect(policy.corrupt.length > 0).toBe(!isSame);
      expect(onlyNarrows(rules, policy.rules, schema)).toBe(true);
      for (const role of schema.roles) {
        const admitted = new Set(admittedTo(rules, role));
        expect(admittedTo(policy.rules, role).filter((each) => !admitted.has(each))).toEqual([]);
      }
    }),
    RUNS,
  );
  expect(harmless).toBeLessThan(RUNS.numRuns / 4);
});

test('and what no difference is about stays as it was', () => {
  fc.assert(
    fc.property(place, (at) => {
      const lost = approved[at];
      const policy = loadPolicy(
        stored.filter((_, each) => each !== at),
        seal,
        schema,
      );
      const untouched = rules.filter(
        ({ role, resource }) => role !== lost?.role || resource !== lost.resource,
      );
      const others = policy.rules.filter(
        ({ role, resource }) => role !== lost?.role || resource !== lost.resource,
      );
      expect(others.map(({ name }) => name)).toEqual(untouched.map(({ name }) => name));
      expect(policy.corrupt.map(({ rule, code }) => [rule, code])).toEqual([
        [lost?.name, 'RULE_LOST'],
      ]);
    }),
    { ...RUNS, numRuns: 30 },
  );
});
