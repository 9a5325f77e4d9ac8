import type { Connection } from '@postern/database';
import type {
  ClassKey,
  DataDictionary,
  FactTables,
  FamilyAgreementFact,
  JustificationFact,
  OracleRequest,
  Purpose,
  Rule,
} from '@postern/policy';
import { civilDay, createOracle, findingsOfJustification, PURPOSES } from '@postern/policy';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { askFacts, IN_FORCE } from '../ask.ts';
import {
  asTeacher,
  county,
  EPISODE_A,
  EPISODE_B,
  grantOnA,
  id,
  justificationOnA,
  NOW,
  SCHOOL,
  TEACHER,
} from '../county.ts';
import { storeFacts } from '../store-facts.ts';

export const CLASSES: readonly ClassKey[] = [
  'SPECIAL_CATEGORY:HEALTH',
  'SPECIAL_CATEGORY:ETHNICITY',
  'CRIMINAL_OFFENCE',
  'RESTRICTED:IDENTIFIER',
  'RESTRICTED:EDUCATION',
  'PERSONAL',
  'OPERATIONAL',
];
const DICTIONARY: DataDictionary = new Map([
  [
    'Person',
    new Map<string, ClassKey>([['id', 'PUBLIC'], ...CLASSES.map((one) => [one, one] as const)]),
  ],
]);
const COVERED: Rule = {
  name: 'covered',
  role: 'TAF_MEMBER',
  action: 'read',
  resource: 'Person',
  covers: { kind: 'CLASSES', classes: CLASSES },
  purposes: PURPOSES,
  effect: 'ALLOW',
  when: { all: [{ holds: 'grant.live' }, { holds: 'justification.covers' }] },
  clause: 'SHR-4.3-cond',
};
const VISIBLE: Rule = {
  ...COVERED,
  covers: { kind: 'FIELDS', fields: ['id'] },
  when: { holds: 'grant.live' },
};

/** What the law asks about who relies on a justification, and when. */
export interface Relying {
  readonly kind: string;
  readonly publicAuthority: boolean;
  readonly policyDocument: readonly [validFrom: string, validUntil: string] | null;
  readonly standings: readonly (readonly [
    standing: string,
    startsOn: string,
    endsOn: string | null,
  ])[];
  /** How the family's agreement in the episode differs from a signed one; null where there is none. */
  readonly agreement: Partial<FamilyAgreementFact> | null;
  readonly purpose: Purpose;
  readonly now: Date;
}

export const LONG_BEFORE = '2010-01-01';
export const LONG_AFTER = '2040-01-01';

export const COMMON: Relying = {
  kind: 'SCHOOL',
  publicAuthority: true,
  policyDocument: [LONG_BEFORE, LONG_AFTER],
  standings: [],
  agreement: {},
  purpose: 'COORDINATE_SUPPORT',
  now: NOW,
};

/** Those it is given, and that of a public authority where it is one. */
function standingsOf({ standings, publicAuthority }: Relying): Relying['standings'] {
  return publicAuthority ? [['PUBLIC_AUTHORITY', LONG_BEFORE, null], ...standings] : standings;
}

/** Each justification about a person of its own, so that one statement tells them apart. */
export function world(
  justifications: readonly Partial<JustificationFact>[],
  relying: Relying,
): FactTables {
  const base = county();
  const [start, end] = [new Date(LONG_BEFORE), new Date(LONG_AFTER)];
  const person = (index: number): string => id(9, index);
  const grant = { ...grantOnA, startsAt: start };
  return {
    ...base,
    agency: base.agency.map((agency) =>
      agency.id === SCHOOL ? { ...agency, kind: relying.kind } : agency,
    ),
    agencyStanding: standingsOf(relying).map(([standing, startsOn, endsOn]) => ({
      agencyId: SCHOOL,
      standing,
      startsOn,
      endsOn,
    })),
    agencySignature: base.agencySignature.map((row) => ({ ...row, effectiveFrom: start })),
    agencyEvidence: base.agencyEvidence.flatMap((evidence) => {
      const mandatory = evidence.kind !== 'APPROPRIATE_POLICY_DOCUMENT';
      const valid = mandatory ? ([LONG_BEFORE, LONG_AFTER] as const) : relying.policyDocument;
      return valid === null ? [] : [{ ...evidence, validFrom: valid[0], validUntil: valid[1] }];
    }),
    training: base.training.map((row) => ({
      ...row,
      completedOn: LONG_BEFORE,
      expiresOn: LONG_AFTER,
    })),
    acceptance: base.acceptance.map((row) => ({ ...row, acceptedAt: start })),
    roleHolding: base.roleHolding.map((row) => ({ ...row, startsAt: start })),
    familyAgreement:
      relying.agreement === null
        ? []
        : [
            {
              episodeId: EPISODE_A,
              state: 'SIGNED',
              basisWhenNoAgreement: 'CA1989_S17',
              signedAt: start,
              withdrawnAt: null,
              ...relying.agreement,
            },
          ],
    accessGrant: [grant, { ...grant, episodeId: EPISODE_B }],
    episodePerson: justifications.map((_, index) => ({
      episodeId: EPISODE_A,
      personId: person(index),
    })),
    justification: justifications.map((changes, index) => ({
      ...justificationOnA,
      startsAt: start,
      expiresAt: end,
      purpose: relying.purpose,
      classes: CLASSES,
      ...changes,
      personId: person(index),
    })),
  };
}

/** How often something was covered and not covered, so that a test can tell that it saw both. */
export const outcomes = { covered: 0, uncovered: 0 };

/** The statement, the oracle and the findings say the same of each justification and class. */
export async function expectAgreement(
  connection: Connection,
  justifications: readonly Partial<JustificationFact>[],
  relying: Relying,
): Promise<readonly string[]> {
  const facts = world(justifications, relying);
  const request: OracleRequest = {
    ...asTeacher,
    purpose: relying.purpose,
    now: relying.now,
    // The law is asked on days on which today's agreement was not yet in force.
    inForce: IN_FORCE.map((agreement) => ({ ...agreement, from: '2010-01-01' })),
  };
  await storeFacts(connection, facts);
  const rows = await askFacts<{ readonly covered: string }>(
    connection,
    sql`SELECT DISTINCT u.person_id || ' ' || u.class AS covered FROM unlocked u WHERE u.episode_id = ${EPISODE_A}::uuid`,
    request,
  );
  const found = rows.map((row) => row.covered).sort();
  const oracle = createOracle(facts, request, [VISIBLE, COVERED], DICTIONARY);
  expect(oracle.refusal()).toBeNull();
  const expected = facts.episodePerson.flatMap(({ personId }) => {
    const row = { type: 'Person', attributes: {}, about: { personId } };
    return CLASSES.filter((field) => oracle.released('Person', field, row)).map(
      (one) => `${personId} ${one}`,
    );
  });
  outcomes.covered += expected.length;
  outcomes.uncovered += justifications.length * CLASSES.length - expected.length;
  expect(found).toEqual(expected.sort());
  expectFindings(facts, relying, new Set(found));
  return found;
}

/** No findings, exactly where every class that a justification in force names is covered. */
function expectFindings(facts: FactTables, relying: Relying, found: ReadonlySet<string>): void {
  const day = civilDay(relying.now);
  const [agreement] = facts.familyAgreement;
  for (const one of facts.justification.filter((each) => counts(each, relying))) {
    const findings = findingsOfJustification(one, {
      account: { id: TEACHER },
      agency: {
        kind: relying.kind,
        standings: standingsOf(relying)
          .filter(([, from, until]) => from <= day && (until === null || day < until))
          .map(([standing]) => standing),
      },
      policyDocument: facts.agencyEvidence.some(
        ({ kind, validFrom, validUntil }) =>
          kind === 'APPROPRIATE_POLICY_DOCUMENT' && validFrom <= day && day <= validUntil,
      ),
      agreed:
        agreement !== undefined &&
        ['SIGNED', 'SIGNED_WITH_EXCLUSIONS'].includes(agreement.state) &&
        agreement.signedAt !== null &&
        agreement.signedAt <= relying.now &&
        (agreement.withdrawnAt === null || agreement.withdrawnAt > relying.now),
      day,
    });
    const all =
      one.classes.length > 0 && one.classes.every((key) => found.has(`${one.personId} ${key}`));
    expect([one, findings.length === 0]).toEqual([one, all]);
  }
}

function counts(one: JustificationFact, { purpose, now }: Relying): boolean {
  return (
    one.accountId === TEACHER &&
    one.episodeId === EPISODE_A &&
    one.state === 'LIVE' &&
    one.purpose === purpose &&
    one.startsAt <= now &&
    now < one.expiresAt
  );
}
