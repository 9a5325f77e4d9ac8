import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/analysis/policy-table.ts';
import { PolicyTable } from '../../src/analysis/policy-table.ts';
import { proveTable } from '../../src/analysis/proof/prove.ts';
import { substitute } from '../../src/conditions/substitute.ts';
import type { FactTables, OracleRow, PredicateAtom, ProofScope, Rule } from '../../src/index.ts';
import { createOracle, PRECONDITIONS, prove } from '../../src/index.ts';
import { pathsTo } from '../../src/oracle/paths.ts';
import { holds } from '../../src/oracle/predicates/forms.ts';
import { principalOf } from '../../src/oracle/principal.ts';
import { requestFacts } from '../../src/oracle/request-facts.ts';
import type { FieldRule } from '../../src/rules/expand-rule.ts';
import { facts } from '../random-facts.ts';
import { storedPolicy } from '../random-policy.ts';
import { asTeacher, child, healthCondition, LONG_AGO, parent } from '../small-county.ts';
import { dictionary } from '../small-dictionary.ts';
import { rule, unanchored } from '../stored-rule.ts';

const SCOPE: ProofScope = {
  administrators: { roles: ['ADMINISTRATOR'], types: ['Agency', 'PolicyRule', 'Practitioner'] },
  reporting: { roles: ['ANALYST'], types: ['Agency'] },
  handPicked: [],
  overrides: {
    purposes: ['SAFEGUARDING'],
    outlines: ['Person', 'HealthCondition'],
    records: ['PlanAction'],
  },
  preconditions: PRECONDITIONS,
  titleOf: (role) => role,
};

const ROLE_SETS = [['TAF_MEMBER'], ['LEAD_PROFESSIONAL'], ['TAF_MEMBER', 'LEAD_PROFESSIONAL']];
const CLASSED = [
  ['Person', 'ethnicity', 'SPECIAL_CATEGORY:ETHNICITY'],
  ['Person', 'healthConditions', 'SPECIAL_CATEGORY:HEALTH'],
  ['Person', 'convictions', 'CRIMINAL_OFFENCE'],
  ['HealthCondition', 'label', 'SPECIAL_CATEGORY:HEALTH'],
] as const;

const world = fc
  .record({
    facts,
    roles: fc.constantFrom(...ROLE_SETS),
    kind: fc.constantFrom(null, 'a', 1, true),
    rating: fc.constantFrom(null, 0, 2.5),
  })
  .map(({ facts: tables, roles, kind, rating }) => ({
    facts: {
      ...tables,
      roleHolding: roles.map((role) => ({
        accountId: 'teacher',
        role,
        startsAt: LONG_AGO,
        endsAt: null,
      })),
    },
    rows: [
      child,
      parent,
      healthCondition('h1'),
      healthCondition('h2', { agencyId: 'school', entryEpisodeId: 'episode-a' }),
    ].map((row): OracleRow => ({ ...row, attributes: { kind, rating } })),
  }));

/** Whether on some path to the row one of the atoms holds for the teacher. */
function isExcused(tables: FactTables, row: OracleRow, atoms: readonly PredicateAtom[]): boolean {
  const principal = principalOf(tables, asTeacher);
  if (principal === null) throw new Error('the county has no teacher');
  const about = requestFacts(tables, principal, asTeacher);
  return pathsTo(row, about).some((path) =>
    atoms.some((atom) => holds(atom, { facts: about, row, path })),
  );
}

describe('justified classes', () => {
  const GRANT = { any: [{ holds: 'grant.live' }, { holds: 'agency.education' }] };
  const asked = { any: [{ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }] };

  test('where it is proved, nobody reads unjustified, whatever roles they hold together', () => {
    let released = 0;
    const policies = fc.tuple(storedPolicy, fc.boolean());
    fc.assert(
      fc.property(
        policies,
        fc.array(world, { minLength: 4, maxLength: 4 }),
        ([bodies, ask], worlds) => {
          const rules: readonly Rule[] = bodies.map((body) =>
            unanchored(
              ask ? { ...body, when: { all: [{ any: [body.when, GRANT] }, asked] } } : body,
            ),
          );
          const found = prove(rules, dictionary, SCOPE);
          if (found.some(({ obligation }) => obligation === 'justified-classes')) return;
          for (const { facts: tables, rows } of worlds) {
            const oracle = createOracle(tables, asTeacher, rules, dictionary);
            for (const row of rows)
              for (const [type, field, dataClass] of CLASSED)
                if (row.type === type && oracle.released(type, field, row)) {
                  released += 1;
                  const excuses: readonly PredicateAtom[] = [
                    { predicate: 'justification.covers', class: dataClass },
                    { predicate: 'entry.ownAgency' },
                  ];
                  expect(isExcused(tables, row, excuses)).toBe(true);
                }
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(released).toBeGreaterThan(5);
  });

  test('what is found names a role, fields, purposes and the rules', () => {
    fc.assert(
      fc.property(storedPolicy, (bodies) => {
        const rules = bodies.map((body) => unanchored(body));
        for (const { roles, coordinates, purposes, rules: cited } of prove(
          rules,
          dictionary,
          SCOPE,
        )) {
          expect(roles).toHaveLength(1);
          expect(coordinates.length * purposes.length).toBeGreaterThan(0);
          expect(cited.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  /** As rules would be expanded by an engine that takes every justification for one of another class. */
  class OfAnotherClass extends PolicyTable {
    override rulesNaming(place: Place): readonly FieldRule[] {
      return super.rulesNaming(place).map((one) => ({
        ...one,
        when: substitute(one.when, (atom) =>
          atom.predicate === 'justification.covers'
            ? { kind: 'HOLDS', atom: { ...atom, class: 'RESTRICTED:EDUCATION' } }
            : undefined,
        ),
      }));
    }
  }

  test.each(['TAF_MEMBER', '*'])('a denial of %s may stand in for it', (role) => {
    const open = rule({ fields: ['ethnicity'] });
    const unjustified = { not: { holds: 'justification.covers' } };
    const denial = rule({ role, fields: ['ethnicity'], effect: 'DENY', when: unjustified });
    expect(prove([open], dictionary, SCOPE)).toHaveLength(1);
    expect(prove([open, denial], dictionary, SCOPE)).toEqual([]);
  });

  test('a justification of another class is none', () => {
    const rules = [
      rule({
        name: 'team',
        fields: ['ethnicity'],
        when: { all: [{ holds: 'grant.live' }, { holds: 'justification.covers' }] },
      }),
    ];
    expect(proveTable(new PolicyTable(rules, dictionary), SCOPE)).toEqual([]);
    const [found, ...more] = proveTable(new OfAnotherClass(rules, dictionary), SCOPE);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      obligation: 'justified-classes',
      roles: ['TAF_MEMBER'],
      coordinates: ['Person.ethnicity'],
      rules: [{ name: 'team' }],
    });
  });
});
