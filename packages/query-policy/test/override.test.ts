import type { AccessGrantFact, FactTables } from '@postern/policy';
import { createOracle, OVERRIDE_ROLE } from '@postern/policy';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import {
  AFTER,
  asTeacher,
  COLLEAGUE,
  county,
  EPISODE_A,
  grantOnA,
  LONG_AGO,
  NOW,
  TEACHER,
} from './county.ts';
import { rule } from './drawn-policy.ts';
import { OVERRIDE } from './predicate-lab.ts';
import { DICTIONARY } from './sample-records.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

/** The roles that the teacher has, by the statement; the oracle lets in whoever has one with a rule. */
async function rolesWith(changes: Partial<FactTables>): Promise<readonly string[]> {
  const world = county(changes);
  await storeFacts(connection(), world);
  const found = await askFacts<{ roles: readonly string[] }>(
    connection(),
    sql`SELECT p.roles FROM principal p`,
    asTeacher,
  );
  const roles = found[0]?.roles ?? [];
  const oracle = createOracle(world, asTeacher, [rule({ role: OVERRIDE_ROLE })], DICTIONARY);
  expect(roles.includes(OVERRIDE_ROLE)).toBe(oracle.refusal() === null);
  return roles;
}

describe('whoever took an override has its role while that is live', () => {
  test.each<[string, Partial<AccessGrantFact>, boolean]>([
    ['as it was taken', {}, true],
    ['from now', { startsAt: NOW }, true],
    ['from a moment later', { startsAt: AFTER }, false],
    ['until a moment later', { endsAt: AFTER }, true],
    ['until now', { endsAt: NOW }, false],
    ['revoked now', { revokedAt: NOW }, false],
    ['suspended now', { suspendedAt: NOW }, false],
    ['left unconfirmed', { confirmBy: NOW }, false],
    ['of a colleague', { accountId: COLLEAGUE }, false],
  ])('%s', async (_name, change, has) => {
    const roles = await rolesWith({ accessGrant: [grantOnA, { ...OVERRIDE, ...change }] });
    expect(roles.includes(OVERRIDE_ROLE)).toBe(has);
  });

  test('nobody whose agency has not signed', async () => {
    const agencySignature = county().agencySignature.map((one) => ({ ...one, endsAt: NOW }));
    const agency = county().agency.map((one) => ({ ...one, kind: 'CONTRACTOR' }));
    const agencyEvidence = [
      ...county().agencyEvidence,
      ...county()
        .agencyEvidence.slice(0, 1)
        .map((one) => ({ ...one, kind: 'CONFIDENTIALITY_AGREEMENT' })),
    ];
    const unsigned = { accessGrant: [OVERRIDE], agencySignature, agency, agencyEvidence };
    expect(await rolesWith(unsigned)).toEqual([]);
  });

  test('nobody to whom somebody gave the role', async () => {
    const held = { accountId: TEACHER, role: OVERRIDE_ROLE, startsAt: LONG_AGO, endsAt: null };
    expect(await rolesWith({ roleHolding: [held] })).toEqual([]);
  });
});

describe('an override and other access on one episode', () => {
  const reach = async (accessGrant: readonly AccessGrantFact[]): Promise<readonly string[]> => {
    await storeFacts(connection(), county({ accessGrant }));
    const rows = await askFacts<{ roles: readonly string[] }>(
      connection(),
      sql`SELECT reach.roles FROM reach WHERE reach.episode_id = '${sql.raw(EPISODE_A)}'`,
      asTeacher,
    );
    return rows.map(({ roles }) => roles.toSorted().join(' ')).toSorted();
  };

  test('are two ways, each with its own roles', async () => {
    const lead = { ...grantOnA, role: 'LEAD_PROFESSIONAL' };
    expect(await reach([grantOnA, OVERRIDE, lead])).toEqual([
      'LEAD_PROFESSIONAL TAF_MEMBER',
      'LEAD_PROFESSIONAL TAF_MEMBER',
      OVERRIDE_ROLE,
    ]);
  });

  test('the database keeps access in the role of an override to overrides, and those to it', async () => {
    for (const wrong of [
      { ...OVERRIDE, role: 'TAF_MEMBER' },
      { ...OVERRIDE, basis: 'WORK' },
    ])
      await expect(
        storeFacts(connection(), county({ accessGrant: [wrong] })),
      ).rejects.toMatchObject({ logged: { sqlstate: '23514' } });
  });
});
