import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactTables, OracleRow, Rule } from '../../src/index.ts';
import { createOracle, onlyNarrows } from '../../src/index.ts';
import { facts } from '../random-facts.ts';
import { storedPolicy, storedRule } from '../random-policy.ts';
import {
  asTeacher,
  child,
  healthCondition,
  LONG_AGO,
  rowOfEpisodeA,
  rowOfEpisodeB,
} from '../small-county.ts';
import { dictionary } from '../small-dictionary.ts';
import { rule, unanchored } from '../stored-rule.ts';
import { schema } from '../validation/small-schema.ts';

type Body = Readonly<Record<string, unknown>>;

const scalar = fc.constantFrom(null, 'a', 'b', '1', '', 0, 1, 2.5, -2, -1, true, false);
const ROLE_SETS = [['TAF_MEMBER'], ['LEAD_PROFESSIONAL'], ['TAF_MEMBER', 'LEAD_PROFESSIONAL']];

interface World {
  readonly facts: FactTables;
  readonly roles: readonly string[];
  readonly rows: readonly OracleRow[];
}

const world: fc.Arbitrary<World> = fc
  .record({ facts, roles: fc.constantFrom(...ROLE_SETS), kind: scalar, rating: scalar })
  .map(({ facts: tables, roles, kind, rating }) => ({
    roles,
    facts: {
      ...tables,
      roleHolding: roles.map((role) => ({
        accountId: 'teacher',
        role,
        startsAt: LONG_AGO,
        endsAt: null,
      })),
    },
    rows: [child, rowOfEpisodeA, rowOfEpisodeB, healthCondition('h', { agencyId: 'school' })].map(
      (row) => ({ ...row, attributes: { kind, rating } }),
    ),
  }));

function releases(rules: readonly Rule[], { facts: tables, rows }: World): readonly string[] {
  const oracle = createOracle(tables, asTeacher, rules, dictionary);
  return rows.flatMap((row, index) =>
    [...(dictionary.get(row.type)?.keys() ?? [])]
      .filter((field) => oracle.released(row.type, field, row))
      .map((field) => `${index} ${field}`),
  );
}

/** A policy and what an editor made of it: something left out, added, or asked for besides. */
const edited = storedPolicy.chain((policy) =>
  fc.tuple(
    fc.constant(policy),
    fc.oneof(
      fc.shuffledSubarray(policy),
      storedRule('ALLOW').map((added) => [...policy, added]),
      storedRule('DENY').map((added) => [...policy, added]),
      storedRule('ALLOW').map(({ when }) =>
        policy.map((body, i) => (i === 0 ? { ...body, when: { all: [body.when, when] } } : body)),
      ),
      fc
        .constantFrom('TAF_MEMBER', 'LEAD_PROFESSIONAL')
        .map((role) => policy.map((body, i) => (i === 0 ? { ...body, role } : body))),
    ),
  ),
);

function parsed(bodies: readonly Body[]): readonly Rule[] {
  return bodies.map((body) => unanchored(body));
}

describe('for any policy and edit', () => {
  test('what is proved to narrow releases to nobody what was not released, whatever roles they hold', () => {
    let proved = 0;
    fc.assert(
      fc.property(
        edited,
        fc.array(world, { minLength: 3, maxLength: 3 }),
        ([live, draft], worlds) => {
          const [before, after] = [parsed(live), parsed(draft)];
          if (!onlyNarrows(before, after, schema)) return;
          proved += 1;
          for (const one of worlds) {
            const had = new Set(releases(before, one));
            expect(releases(after, one).filter((place) => !had.has(place))).toEqual([]);
          }
        },
      ),
      { numRuns: 250 },
    );
    expect(proved).toBeGreaterThan(10);
  });

  test('asking for more, or denying more, is proved to narrow', () => {
    fc.assert(
      fc.property(storedPolicy, storedRule('DENY'), storedRule('ALLOW'), (live, denial, other) => {
        const asked = live.map((body) =>
          body.effect === 'ALLOW' ? { ...body, when: { all: [other.when, body.when] } } : body,
        );
        expect(onlyNarrows(parsed(live), parsed(asked), schema)).toBe(true);
        expect(onlyNarrows(parsed(live), parsed([...live, denial]), schema)).toBe(true);
        const denialKept = live.filter(({ effect }) => effect === 'DENY');
        expect(onlyNarrows(parsed(live), parsed(denialKept), schema)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what does not only narrow', () => {
  const ALLOW = rule({ when: { all: [{ holds: 'grant.live' }, { holds: 'episode.open' }] } });
  const OF_LEAD = { ...ALLOW, role: 'LEAD_PROFESSIONAL' };
  const WIDER = rule({ fields: ['ethnicity'] });
  const OF_OTHER_PURPOSE = rule({ fields: ['nhsNumber'], purposes: ['SAFEGUARDING'] });
  const DENY_LEAD = rule({
    role: 'LEAD_PROFESSIONAL',
    effect: 'DENY',
    when: { holds: 'agency.health' },
  });

  test.each<[string, readonly Rule[], readonly Rule[]]>([
    ['a condition less', [ALLOW], [rule({})]],
    [
      'a screening for an open episode',
      [ALLOW],
      [rule({ when: { all: [{ holds: 'grant.live' }, { holds: 'episode.underScreening' }] } })],
    ],
    ['a field more', [ALLOW], [{ ...ALLOW, covers: { kind: 'EVERYTHING' } }]],
    ['another role', [ALLOW], [OF_LEAD]],
    ['another purpose', [ALLOW], [{ ...ALLOW, purposes: ['SAFEGUARDING'] }]],
    [
      'a denial that asks more',
      [ALLOW, rule({ effect: 'DENY', when: 'always' })],
      [ALLOW, rule({ effect: 'DENY', when: { holds: 'agency.health' } })],
    ],
    ['the same denial as a permission', [ALLOW, { ...WIDER, effect: 'DENY' }], [ALLOW, WIDER]],
    [
      'the same permission for another purpose that one has',
      [ALLOW, OF_OTHER_PURPOSE, WIDER],
      [ALLOW, OF_OTHER_PURPOSE, { ...WIDER, purposes: ['SAFEGUARDING'] }],
    ],
    // To lead professionals alone nothing was allowed: it shows in who is a member of the team as well.
    ['a denial of another role, held beside', [ALLOW, DENY_LEAD], [ALLOW]],
    ['a denial of every role', [ALLOW, { ...DENY_LEAD, role: '*' }], [ALLOW]],
    [
      'a purpose that opens what is public',
      [
        ALLOW,
        rule({
          role: '*',
          resource: 'Agency',
          fields: ['id'],
          when: 'always',
          purposes: ['AUDIT'],
        }),
      ],
      [
        ALLOW,
        rule({
          role: '*',
          resource: 'Agency',
          fields: ['id'],
          when: 'always',
          purposes: ['AUDIT'],
        }),
        rule({
          purposes: ['AUDIT'],
          resource: 'Agency',
          fields: ['name'],
          when: { all: [{ holds: 'grant.live' }, { not: { holds: 'grant.live' } }] },
        }),
      ],
    ],
  ])('%s', (_name, live, draft) => {
    expect(onlyNarrows(live, draft, schema)).toBe(false);
    expect(onlyNarrows(live, live, schema)).toBe(true);
  });

  test('an open episode in place of a screening one does', () => {
    const screening = rule({
      when: { all: [{ holds: 'grant.live' }, { holds: 'episode.underScreening' }] },
    });
    expect(onlyNarrows([screening], [ALLOW], schema)).toBe(true);
  });
});
