import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instancesOf } from '../../src/analysis/axioms.ts';
import type {
  Axiom,
  FactTables,
  OracleRequest,
  OracleRow,
  PredicateAtom,
  PredicateName,
} from '../../src/index.ts';
import { AXIOMS, OVERRIDE_ROLE, PREDICATES } from '../../src/index.ts';
import { pathsTo } from '../../src/oracle/paths.ts';
import { holds } from '../../src/oracle/predicates/forms.ts';
import { principalOf } from '../../src/oracle/principal.ts';
import { requestFacts } from '../../src/oracle/request-facts.ts';
import { asMother, mothersFacts } from '../family-member.ts';
import { facts } from '../random-facts.ts';
import {
  asTeacher,
  child,
  healthCondition,
  LONG_AGO,
  parent,
  rowOfEpisodeA,
  rowOfEpisodeB,
  rowOfFamily,
} from '../small-county.ts';

const HELD = ['TAF_MEMBER', 'LEAD_PROFESSIONAL', 'PANEL_MEMBER', 'QA_AUDITOR'];
const ROLES = [...HELD, 'FAMILY_MEMBER', OVERRIDE_ROLE];

/** Every predicate with every argument that could matter to an axiom. */
const ATOMS: readonly PredicateAtom[] = (Object.keys(PREDICATES) as PredicateName[]).flatMap(
  (predicate): PredicateAtom[] => {
    switch (predicate) {
      case 'grant.live':
        return ROLES.flatMap((role) => [
          { predicate, role },
          { predicate, role, namesNobody: true },
        ]);
      case 'episode.earlier':
      case 'proceeding.live':
      case 'proceeding.onBasis':
        return ROLES.map((role) => ({ predicate, role }));
      case 'justification.covers':
        return [{ predicate, class: 'SPECIAL_CATEGORY:HEALTH' }];
      case 'detail.hidden':
      case 'detail.restricted':
      case 'limit.hides':
        return [{ predicate, coordinate: 'Person.healthConditions' }];
      default:
        return [{ predicate }];
    }
  },
);

/** A row of each kind, entries of one's own agency and of a stricter class, what is kept out, and a household among them. */
const ROWS: readonly OracleRow[] = [
  child,
  parent,
  rowOfEpisodeA,
  rowOfEpisodeB,
  rowOfFamily,
  healthCondition('own', { agencyId: 'school' }),
  healthCondition('stricter', { agencyId: 'clinic', rowClass: 'CRIMINAL_OFFENCE' }),
  healthCondition('own-and-stricter', { agencyId: 'school', rowClass: 'CRIMINAL_OFFENCE' }),
  row('Household', { familyId: 'family-f', householdId: 'home' }),
  row('Exclusion', { episodeId: 'episode-a', excludedAgencyId: 'school' }),
  row('PlanAction', { episodeId: 'episode-b', concerns: ['child', 'parent'] }),
  row('InformationRequest', { episodeId: 'episode-a', parties: ['school', 'clinic'] }),
  row('Practitioner', { accountId: 'teacher' }),
];

function row(type: string, about: OracleRow['about']): OracleRow {
  return { type, attributes: {}, about };
}

/** Facts in which both work or family can ask, in several roles, with proceedings and limits. */
const world = fc
  .record({
    facts,
    kind: fc.constantFrom('SCHOOL', 'HEALTH', 'COUNCIL'),
    level: fc.constantFrom('SUMMARY_ONLY', 'OPEN_TO_PARENTS'),
    motherGranted: fc.boolean(),
    statuses: fc.tuple(
      fc.constantFrom('OPEN', 'SCREENING', 'STEPPED_UP', 'CLOSED'),
      fc.constantFrom('OPEN', 'CLOSED', 'STEPPED_UP'),
    ),
  })
  .map(({ facts: drawn, kind, level, motherGranted, statuses }): FactTables => {
    const mother = mothersFacts();
    return {
      ...drawn,
      account: mother.account,
      acceptance: mother.acceptance,
      accountPerson: mother.accountPerson,
      parentalResponsibility: mother.parentalResponsibility,
      roleHolding: [
        ...mother.roleHolding,
        ...HELD.map((role) => ({ accountId: 'teacher', role, startsAt: LONG_AGO, endsAt: null })),
      ],
      agency: drawn.agency.map((agency) => ({ ...agency, kind })),
      episode: [
        { id: 'episode-a', familyId: 'family-f', status: statuses[0] },
        { id: 'episode-b', familyId: 'family-f', status: statuses[1] },
      ],
      householdPerson: [
        { householdId: 'home', personId: 'parent', startedOn: '2024-01-01', endedOn: null },
      ],
      disclosureLimit: [{ id: 'limit', personId: 'child', level, setAt: LONG_AGO }],
      proceeding: ['PANEL', 'AUDIT'].map((proceeding) => ({
        id: proceeding,
        kind: proceeding,
        episodeId: 'episode-a',
        state: proceeding === 'PANEL' ? 'LISTED' : 'OPEN',
        basis: drawn.accessGrant.length % 2 === 0 ? 'PUBLIC_TASK' : null,
        openedAt: LONG_AGO,
        endsAt: new Date('2030-01-01T00:00:00Z'),
        closedAt: null,
      })),
      accessGrant: [
        ...drawn.accessGrant,
        ...(motherGranted
          ? drawn.accessGrant.map((grant) => ({
              ...grant,
              accountId: 'mother',
              role: 'FAMILY_MEMBER',
              basis: 'WORK',
            }))
          : []),
      ],
    };
  });

/** The atoms that hold of each row, on each of its paths, for each reader. */
function* seen(tables: FactTables): Generator<readonly PredicateAtom[]> {
  for (const request of [asTeacher, asMother] satisfies readonly OracleRequest[]) {
    const principal = principalOf(tables, request);
    if (principal === null) throw new Error('the county has no such account');
    const about = requestFacts(tables, principal, request);
    for (const one of ROWS)
      for (const path of pathsTo(one, about))
        yield ATOMS.filter((atom) => holds(atom, { facts: about, row: one, path }));
  }
}

/** Whether a state contradicts an axiom. */
function contradicts(axiom: Axiom, held: readonly PredicateAtom[]): boolean {
  return instancesOf(axiom, ATOMS).some((instance) =>
    instance.kind === 'ENTAILS'
      ? held.includes(instance.atom) && !held.includes(instance.also)
      : instance.atoms.every((atom) => held.includes(atom)),
  );
}

describe('an axiom holds in every state that facts can be in', () => {
  test.each(AXIOMS.map((axiom) => [axiom.because, axiom] as const))('%s', (_because, axiom) => {
    fc.assert(
      fc.property(world, (tables) => {
        for (const held of seen(tables)) expect(contradicts(axiom, held)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the states that are drawn', () => {
  const states = fc
    .sample(world, { numRuns: 400, seed: 20250310 })
    .flatMap((one) => [...seen(one)]);

  test('have every predicate that an axiom speaks of', () => {
    const names = new Set(states.flat().map(({ predicate }) => predicate));
    const spoken = new Set(
      AXIOMS.flatMap((axiom) => instancesOf(axiom, ATOMS))
        .flatMap((one) => (one.kind === 'ENTAILS' ? [one.atom, one.also] : one.atoms))
        .map(({ predicate }) => predicate),
    );
    expect([...spoken].filter((name) => !names.has(name))).toEqual([]);
  });

  test.each<Axiom>([
    { kind: 'APART', of: ['grant.live'], from: ['episode.open'], because: '' },
    { kind: 'APART', of: ['person.childOfMine'], from: ['limit.hides'], because: '' },
    { kind: 'APART', of: ['justification.covers'], from: ['entry.ownAgency'], because: '' },
    { kind: 'ENTAILS', of: 'episode.underScreening', also: 'episode.open', because: '' },
    { kind: 'ENTAILS', of: 'episode.concernsMe', also: 'person.self', because: '' },
    { kind: 'NEVER', of: ['proceeding.live'], because: '' },
    { kind: 'APART', of: ['agency.health'], from: ['entry.ownAgency'], because: '' },
  ])('contradict what is no axiom: $kind $of', (wrong) => {
    expect(states.some((held) => contradicts(wrong, held))).toBe(true);
  });
});

test('what follows from two axioms is one itself: of some atoms nothing is known but what speaks of them', () => {
  const clauses = AXIOMS.flatMap((axiom) => instancesOf(axiom, ATOMS)).map(
    (one): readonly (readonly [string, boolean])[] =>
      one.kind === 'ENTAILS'
        ? [
            [JSON.stringify(one.atom), false],
            [JSON.stringify(one.also), true],
          ]
        : one.atoms.map((atom) => [JSON.stringify(atom), false]),
  );
  const key = (clause: readonly (readonly [string, boolean])[]): string =>
    [...new Set(clause.map((literal) => literal.join('=')))].toSorted().join(' ');
  const known = new Set(clauses.map(key));
  const isKnown = (clause: readonly (readonly [string, boolean])[]): boolean =>
    known.has(key(clause)) ||
    clause.some((literal) => known.has(key([literal]))) ||
    // Of two atoms that are the same thing it follows that each is itself.
    clause.some(([name, value]) =>
      clause.some(([same, other]) => same === name && other !== value),
    );
  for (const one of clauses)
    for (const other of clauses)
      for (const [atom, met] of one)
        if (met && other.some(([name, value]) => name === atom && !value)) {
          const follows = [
            ...one.filter(([name]) => name !== atom),
            ...other.filter(([name]) => name !== atom),
          ];
          expect(isKnown(follows), key(follows)).toBe(true);
        }
});
