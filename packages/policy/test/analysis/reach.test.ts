import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantiate } from '../../src/conditions/template.ts';
import type { ReachLine } from '../../src/index.ts';
import {
  abilityFor,
  and,
  conditionOf,
  decideField,
  implies,
  not,
  or,
  reachOf,
  STANDING_DENIALS,
} from '../../src/index.ts';
import { storedPolicy } from '../random-policy.ts';
import { dictionary } from '../small-dictionary.ts';
import { rule, unanchored } from '../stored-rule.ts';

const DENIED = or(
  STANDING_DENIALS.map(({ when }) =>
    instantiate(when, {
      role: '*',
      effect: 'DENY',
      class: 'SPECIAL_CATEGORY:ETHNICITY',
      coordinate: 'Person.ethnicity',
    }),
  ),
);

function asked(line: ReachLine): ReturnType<typeof conditionOf> {
  if (line.combination === null) throw new Error('a small policy has few combinations');
  return conditionOf(line.combination);
}

describe('the lines of a field', () => {
  test('are all there is: the ability releases in one of them, and in each of them unless something is taken away', () => {
    fc.assert(
      fc.property(
        storedPolicy,
        fc.constantFrom('TAF_MEMBER', 'LEAD_PROFESSIONAL'),
        fc.constantFrom('COORDINATE_SUPPORT' as const, 'SAFEGUARDING' as const),
        (policy, role, purpose) => {
          const rules = policy.map((body) => unanchored(body));
          const ability = abilityFor(rules, { roles: [role], purpose }, dictionary);
          if (decideField(ability, 'Person', 'id').released.kind === 'NEVER') return;
          const { released } = decideField(ability, 'Person', 'ethnicity');
          const ways = reachOf(rules, dictionary, 'Person.ethnicity')
            .filter((line) => line.role === role && line.purposes.includes(purpose))
            .map(asked);
          expect(implies(released, or(ways))).toBe(true);
          expect(implies(and([or(ways), not(DENIED)]), released)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  const OPEN_TO_TEAM = rule({
    name: 'team-reads',
    fields: ['ethnicity'],
    when: {
      all: [
        { holds: 'grant.live' },
        { any: [{ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }] },
      ],
    },
  });

  const ROW = rule({ name: 'team-reads-row', fields: ['id'] });
  const POLICY = [ROW, OPEN_TO_TEAM];

  test('name role, purposes, what has to be so, and the rules', () => {
    expect(reachOf(POLICY, dictionary, 'Person.ethnicity')).toMatchObject([
      {
        role: 'TAF_MEMBER',
        purposes: ['COORDINATE_SUPPORT'],
        when: [
          'the reader holds live access to the episode in this role',
          'a live justification of the reader covers this class of data for every person it is about',
        ],
        rules: [{ name: 'team-reads', clause: 'SHR-3.3.1' }],
        seesRecord: true,
      },
      {
        when: [
          'the reader holds live access to the episode in this role',
          'it comes from the reader’s own agency',
        ],
      },
    ]);
  });

  test('say what is taken away all the same: of one’s own agency’s entries no stricter class', () => {
    const lines = reachOf(POLICY, dictionary, 'Person.ethnicity');
    const taken = lines.map(({ unless }) => unless.map(({ name }) => name));
    expect(taken[0]).toContain('stricter-class');
    expect(taken[1]).not.toContain('stricter-class');
    expect(taken[1]).toContain('family-excluded-agency');
  });

  test('a denial of the role is asked for the other way round', () => {
    const denial = rule({
      effect: 'DENY',
      fields: ['ethnicity'],
      when: { holds: 'agency.education' },
    });
    const [line] = reachOf([...POLICY, denial], dictionary, 'Person.ethnicity');
    expect(line?.when).toContain(
      'not (the reader’s agency is a school or an early-years provider)',
    );
  });

  test('a rule of every role stands once, for anybody', () => {
    const register = rule({
      name: 'register',
      role: '*',
      resource: 'Agency',
      fields: ['id', 'name'],
      when: 'always',
    });
    const lines = reachOf([OPEN_TO_TEAM, register], dictionary, 'Agency.name');
    expect(lines).toMatchObject([{ role: '*', when: [], rules: [{ name: 'register' }] }]);
  });

  test.each([
    ['that no rule names', [OPEN_TO_TEAM], 'Person.religion'],
    ['of a record that the role does not see', [OPEN_TO_TEAM], 'Person.ethnicity'],
    [
      'on conditions that exclude each other',
      [
        rule({
          fields: ['id', 'ethnicity'],
          when: { all: [{ holds: 'episode.open' }, { holds: 'episode.steppedUp' }] },
        }),
      ],
      'Person.ethnicity',
    ],
  ])('a field %s is in none', (_name, rules, coordinate) => {
    if (coordinate === 'Person.religion')
      expect(() => reachOf(rules, dictionary, coordinate)).toThrow('no such field');
    else expect(reachOf(rules, dictionary, coordinate as 'Person.ethnicity')).toEqual([]);
  });

  test('purposes for which the record is seen are told apart from others', () => {
    const both = { purposes: ['COORDINATE_SUPPORT' as const, 'SAFEGUARDING' as const] };
    const lines = reachOf(
      [
        { ...OPEN_TO_TEAM, ...both },
        { ...ROW, ...both },
        rule({ effect: 'DENY', fields: ['id'], when: 'always' }),
      ],
      dictionary,
      'Person.ethnicity',
    );
    expect(new Set(lines.flatMap(({ purposes }) => purposes))).toEqual(new Set(['SAFEGUARDING']));
  });

  test('a record with conditions of its own is said to have them', () => {
    const row = rule({ when: { all: [{ holds: 'grant.live' }, { holds: 'episode.open' }] } });
    expect(reachOf([row, OPEN_TO_TEAM], dictionary, 'Person.ethnicity')[0]?.seesRecord).toBe(false);
  });
});
