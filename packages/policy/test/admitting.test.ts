import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  DataDictionary,
  DecidedOn,
  PolicySchema,
  PredicateName,
  Purpose,
} from '../src/index.ts';
import {
  abilityFor,
  admittingRules,
  findingsOf,
  loadPolicy,
  onlyNarrows,
  parseRule,
  sealOf,
} from '../src/index.ts';
import { STORED } from './stored-rule.ts';
import { schema as small } from './validation/small-schema.ts';

const dictionary: DataDictionary = new Map([
  ...small.dictionary,
  ['Counts', new Map([['through', 'PUBLIC'] as const, ['cells', 'PUBLIC'] as const])],
  ['Cell', new Map([['value', 'PUBLIC'] as const])],
]);
const ASKABLE: ReadonlySet<PredicateName> = new Set(['agency.health', 'grant.live']);
const DECIDED: DecidedOn = { askable: ASKABLE, comparable: new Map() };
const DECIDED_ON: ReadonlyMap<string, DecidedOn> = new Map([
  ['through', DECIDED],
  ['cells', DECIDED],
]);
const schema: PolicySchema = {
  ...small,
  dictionary,
  // More than any such type has, so that it is the whole that refuses a condition.
  askable: new Map([...small.askable, ['Counts', ASKABLE]]),
  decidedOn: new Map([...small.decidedOn, ['Counts', DECIDED_ON]]),
  closedLists: new Map(),
  releasedWhole: new Map([['Counts', new Set(['Cell'])]]),
};
const WHOLE = ['through', 'cells'];
const ROLES = ['TAF_MEMBER', 'LEAD_PROFESSIONAL'] as const;
const ROLE_SETS = [[], [ROLES[0]], [ROLES[1]], [...ROLES]];
const PURPOSES = ['COORDINATE_SUPPORT', 'REVIEW'] as const satisfies readonly Purpose[];

const { fields: _fields, ...OF_COUNTS } = { ...STORED, resource: 'Counts', when: 'always' };
const ofCounts = (changes: object): Readonly<Record<string, unknown>> => ({
  ...OF_COUNTS,
  classes: ['PUBLIC'],
  ...changes,
});

const body = fc.record({
  role: fc.constantFrom(...ROLES, '*'),
  effect: fc.constantFrom('ALLOW', 'DENY'),
  purposes: fc.subarray([...PURPOSES], { minLength: 1 }),
});
const sound = body.map(ofCounts);
/** What was saved before such rules were refused, or put there by hand. */
const unsound = fc
  .tuple(
    body,
    fc.constantFrom<object>(
      { classes: undefined, fields: ['through'] },
      { when: { holds: 'agency.health' } },
      { when: { not: { holds: 'grant.live' } } },
      { when: { all: ['always'] } },
      { resource: 'Cell' },
      { resource: 'Nothing' },
      { role: 'NOBODY' },
      { purposes: [] },
    ),
  )
  .map(([each, change]) => JSON.parse(JSON.stringify(ofCounts({ ...each, ...change }))));
const policy = fc.array(fc.oneof({ weight: 4, arbitrary: sound }, unsound), { maxLength: 6 });

function load(bodies: readonly unknown[]): ReturnType<typeof loadPolicy> {
  const stored = bodies.map((each, at) => ({ name: `rule ${at}`, body: each }));
  return loadPolicy(stored, sealOf(bodies), schema);
}

function isAdmitted(bodies: readonly unknown[], roles: readonly string[], purpose: Purpose) {
  return admittingRules(load(bodies).rules, roles, schema.releasedWhole).some(
    ({ resource, purposes }) => resource === 'Counts' && purposes.includes(purpose),
  );
}

/** By CASL's `can`: somebody who has a permission of their own and may read each field, where no row says anything. */
function mayRead(bodies: readonly unknown[], roles: readonly string[], purpose: Purpose): boolean {
  const { rules } = load(bodies);
  const counts = { type: 'Counts', attributes: {}, holds: () => false };
  const { casl } = abilityFor(rules, { roles, purpose }, dictionary);
  const hasOwn = rules.some(
    ({ effect, role, resource, purposes }) =>
      effect === 'ALLOW' &&
      roles.includes(role) &&
      resource === 'Counts' &&
      purposes.includes(purpose),
  );
  return hasOwn && WHOLE.every((field) => casl.can('read', counts, field));
}

const cases = ROLE_SETS.flatMap((roles) => PURPOSES.map((purpose) => ({ roles, purpose })));

describe('what is released whole', () => {
  test('is given to exactly those who may read every field of it', () => {
    let [admitted, denied] = [0, 0];
    fc.assert(
      fc.property(fc.array(sound, { maxLength: 6 }), (bodies) => {
        for (const { roles, purpose } of cases) {
          const is = isAdmitted(bodies, roles, purpose);
          expect(is).toBe(mayRead(bodies, roles, purpose));
          admitted += Number(is);
          denied += Number(!is);
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(admitted, denied)).toBeGreaterThan(100);
  });

  test('and to nobody else, whatever of its rules cannot be decided by', () => {
    fc.assert(
      fc.property(policy, (bodies) => {
        for (const { roles, purpose } of cases)
          if (isAdmitted(bodies, roles, purpose))
            expect(mayRead(bodies, roles, purpose)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('to nobody who is denied what comes only inside it, be it by a rule that stands in place of a corrupt one', () => {
    const [whole, inside] = [
      ofCounts({ role: ROLES[0] }),
      ofCounts({ role: ROLES[0], resource: 'Cell' }),
    ];
    expect(isAdmitted([whole], [ROLES[0]], 'COORDINATE_SUPPORT')).toBe(true);
    for (const effect of ['ALLOW', 'DENY'])
      expect(isAdmitted([whole, { ...inside, effect }], [ROLES[0]], 'COORDINATE_SUPPORT')).toBe(
        false,
      );
  });

  test('to nobody more by a draft that is proved to narrow', () => {
    let proved = 0;
    fc.assert(
      fc.property(
        fc.array(sound, { maxLength: 5 }),
        fc.array(sound, { maxLength: 2 }),
        fc.nat(5),
        (live, added, without) => {
          const draft = [...live.filter((_, at) => at !== without), ...added];
          const [before, after] = [live, draft].map((bodies) =>
            bodies.map((each) => parseRule(each, dictionary)),
          );
          if (!onlyNarrows(before ?? [], after ?? [], schema)) return;
          proved += 1;
          for (const { roles, purpose } of cases)
            if (isAdmitted(draft, roles, purpose))
              expect(isAdmitted(live, roles, purpose)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect(proved).toBeGreaterThan(30);
  });

  const read = (...changes: readonly object[]) =>
    changes.map((change) => parseRule(ofCounts(change), dictionary));
  test.each<[string, readonly object[], readonly object[]]>([
    ['a permission, be it denied beside', [], [{}, { effect: 'DENY' }]],
    ['a permission of every role', [{}], [{}, { role: '*' }]],
    ['a permission that every role had, and nobody was let in by', [{ role: '*' }], [{}]],
    ['a denial of another role less', [{}, { role: 'LEAD_PROFESSIONAL', effect: 'DENY' }], [{}]],
    [
      'a purpose less that is denied',
      [{}, { effect: 'DENY', purposes: ['COORDINATE_SUPPORT', 'REVIEW'] }],
      [{}, { effect: 'DENY', purposes: ['REVIEW'] }],
    ],
  ])('%s is no narrowing of it', (_what, live, draft) => {
    expect(onlyNarrows(read(...live), read(...draft), schema)).toBe(false);
    expect(onlyNarrows(read(...live), read(...live), schema)).toBe(true);
    expect(onlyNarrows(read(...live), [], schema)).toBe(true);
  });
});

describe('a rule of it is refused', () => {
  test.each<[string, object, string, RegExp]>([
    [
      'for some of its fields',
      { classes: undefined, fields: ['cells'] },
      '/fields',
      /every field of Counts/,
    ],
    ['under a condition', { when: { holds: 'agency.health' } }, '/when', /"always"/],
    ['for a type that comes only inside it', { resource: 'Cell' }, '/resource', /Counts/],
  ])('%s', (_what, change, part, expected) => {
    for (const effect of ['ALLOW', 'DENY']) {
      const stored = JSON.parse(JSON.stringify(ofCounts({ effect, ...change })));
      expect(findingsOf(stored, schema)).toEqual([
        expect.objectContaining({
          code: 'RELEASED_WHOLE',
          part,
          expected: expect.stringMatching(expected),
        }),
      ]);
      expect(load([stored]).corrupt.map(({ code }) => code)).toEqual(['RELEASED_WHOLE']);
    }
  });

  test('and not for all of its fields one by one', () => {
    const stored = { ...OF_COUNTS, fields: WHOLE };
    expect(findingsOf(stored, schema)).toEqual([]);
  });
});
