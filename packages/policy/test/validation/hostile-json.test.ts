import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf, findingsOfPolicy, loadPolicy, PREDICATES, sealOf } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';

const RUNS = { numRuns: 1_500, seed: 20_268 };

/** Words that mean something somewhere: to the language, to CASL, to JavaScript, to SQL. */
const WORDS = [
  ...[
    'name',
    'role',
    'resource',
    'fields',
    'classes',
    'purposes',
    'effect',
    'when',
    'clause',
    'action',
  ],
  ...[
    'always',
    'holds',
    'all',
    'any',
    'not',
    'where',
    '$eq',
    '$in',
    '$lt',
    '$or',
    '$and',
    '$where',
    '$regex',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'length',
    '*',
    'read',
    'ALLOW',
    'DENY',
    'PERSONAL',
  ],
  ...[
    'Person',
    'Episode',
    'id',
    'kind',
    'rating',
    'TAF_MEMBER',
    'AUDIT',
    'SHR-3.3.1',
    "'; DROP TABLE x; --",
  ],
  ...['$.a[?(@.b)]', '(a+)+$', '\u0000', '\ud800', '\u202e', 'a'.repeat(5_000), '', '/', '~1'],
  ...Object.keys(PREDICATES).slice(0, 6),
];
const word = fc.constantFrom(...WORDS);

/** JSON of such words, whatever its shape. */
const hostile = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 6, depthSize: 'large' },
    { arbitrary: word, weight: 4 },
    { arbitrary: fc.constantFrom<unknown>(null, true, 0, -0, 1e308, 5e-324, [], {}), weight: 2 },
    { arbitrary: fc.array(tie('json'), { maxLength: 5 }), weight: 2 },
    {
      arbitrary: fc
        .array(fc.tuple(word, tie('json')), { maxLength: 5 })
        .map(
          (entries) =>
            JSON.parse(
              `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join()}}`,
            ) as unknown,
        ),
      weight: 4,
    },
  ),
})).json;

/** A rule that is right but for one part or some. */
const spoiled = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(STORED)), hostile), { minLength: 1, maxLength: 3 })
  .map((parts): unknown => ({ ...STORED, ...Object.fromEntries(parts) }));

test('whatever JSON it is given, validation answers, in short words of printable ASCII', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, spoiled), (body) => {
      const before = JSON.stringify(body);
      const findings = findingsOf(body, schema);
      expect(findings.length).toBeLessThanOrEqual(100);
      for (const { rule, part, found, expected } of findings) {
        expect(`${rule}${part}${found}`).toMatch(/^[\x20-\x7e…’]*$/);
        expect(found.length).toBeLessThan(420);
        expect(expected.length).toBeLessThan(900);
        expect(part.length).toBeLessThan(2_000);
      }
      expect(JSON.stringify(body)).toBe(before);
      expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    }),
    RUNS,
  );
});

test('what it finds nothing wrong with is loaded, and what it finds unreadable is set aside', () => {
  let right = 0;
  fc.assert(
    fc.property(fc.oneof(hostile, spoiled), (body) => {
      const stored = [{ name: 'stored', body }];
      const isRight = findingsOf(body, schema).length === 0;
      right += Number(isRight);
      const policy = loadPolicy(stored, sealOf([body]), schema);
      if (isRight) expect(policy.corrupt).toEqual([]);
      if (policy.corrupt.length === 0) expect(policy.rules).toHaveLength(1);
      else {
        expect(policy.rules.length).toBeGreaterThan(0);
        for (const rule of policy.rules)
          expect(rule).toMatchObject({ effect: 'DENY', when: 'always' });
      }
    }),
    RUNS,
  );
  expect(right).toBeGreaterThan(3);
});

test('a set of whatever JSON is answered, too', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, spoiled), { maxLength: 8 }), (bodies) => {
      const findings = findingsOfPolicy(bodies, schema);
      expect(Array.isArray(findings)).toBe(true);
      if (bodies.length > 0)
        loadPolicy(
          bodies.map((body) => ({ name: 'x', body })),
          sealOf(bodies),
          schema,
        );
    }),
    { ...RUNS, numRuns: 300 },
  );
});

/** Counts how often a large thing is looked at: validation may not walk what is beyond its limits. */
function counted(size: number): { readonly list: unknown[]; looks(): number } {
  let looks = 0;
  const list = new Proxy(
    Array.from({ length: size }, () => ({ holds: 'grant.live' })),
    {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    },
  );
  return { list, looks: () => looks };
}

test.each([
  ['fields', (list: unknown[]) => ({ fields: list })],
  ['purposes', (list: unknown[]) => ({ purposes: list })],
  ['conditions', (list: unknown[]) => ({ when: { all: list } })],
  [
    'values',
    (list: unknown[]) => ({ resource: 'Episode', when: { where: { kind: { $in: list } } } }),
  ],
])('of a million %s no more are looked at than a rule may have', (_what, changes) => {
  const { list, looks } = counted(1_000_000);
  expect(findingsOf({ ...STORED, ...changes(list) }, schema).length).toBeGreaterThan(0);
  expect(looks()).toBeLessThan(300);
});
