import type { DataDictionary, FactTables, OracleRequest, Rule } from '@postern/policy';
import { createOracle } from '@postern/policy';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import {
  AFTER,
  asTeacher,
  CLINIC,
  COLLEAGUE,
  county,
  LONG_AGO,
  NOW,
  SCHOOL,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './county.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';

const DICTIONARY: DataDictionary = new Map([
  ['Episode', new Map([['id', 'OPERATIONAL']] as const)],
]);
const ANY_RULE: Rule = {
  name: 'any',
  role: 'TAF_MEMBER',
  action: 'read',
  resource: 'Episode',
  covers: { kind: 'FIELDS', fields: ['id'] },
  purposes: ['COORDINATE_SUPPORT'],
  effect: 'ALLOW',
  when: { holds: 'grant.live' },
  clause: 'SHR-3.3.1',
};
const full = county();

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

function each<Name extends keyof FactTables>(table: Name, change: object): Partial<FactTables> {
  return { [table]: full[table].map((row) => ({ ...row, ...change })) };
}

function without(
  table: 'training' | 'agencyEvidence',
  matches: (row: { readonly module?: string; readonly kind?: string }) => boolean,
): Partial<FactTables> {
  return { [table]: (full[table] as readonly object[]).filter((row) => !matches(row)) };
}

const asked = (caller: Partial<OracleRequest['caller']>): OracleRequest => ({
  ...asTeacher,
  caller: { ...asTeacher.caller, ...caller },
});
const evening = { ...asTeacher, now: new Date(`${TODAY}T22:59:59.999Z`) };
const midnight = { ...asTeacher, now: new Date(`${TODAY}T23:00:00.000Z`) };

/** A name, what differs from the county, whether the gate opens, and who asks where not as usual. */
type Case = readonly [string, Partial<FactTables>, boolean, OracleRequest?];
const CASES: readonly Case[] = [
  ['all in order', {}, true],
  ['another subject', {}, false, asked({ subject: 'sub-stranger' })],
  ['another issuer', {}, false, asked({ issuerId: 'nhs' })],
  ['one factor', {}, false, asked({ multiFactor: false })],
  ['an issuer for another agency', each('issuerAgency', { agencyId: CLINIC }), false],
  ['another issuer for the agency', each('issuerAgency', { issuerId: 'nhs' }), false],
  ['an issuer only proposed for the agency', each('issuerAgency', { state: 'PROPOSED' }), false],
  ['an issuer that speaks no more', each('issuerAgency', { state: 'ENDED' }), false],
  ...['ACTIVE', 'DORMANT_WARNING'].map(
    (state): Case => [`an account ${state}`, each('account', { state }), true],
  ),
  ...['NOMINATED', 'MFA_PENDING', 'DISABLED_DORMANT', 'LOCKED_DOWN', 'TERMS_BREACH', 'LEFT'].map(
    (state): Case => [`an account ${state}`, each('account', { state }), false],
  ),
  ...['SYSTEM', 'DATA_AND_SECURITY'].map(
    (module): Case => [`no ${module}`, without('training', (row) => row.module === module), false],
  ),
  ['training of somebody else', each('training', { accountId: COLLEAGUE }), false],
  ['training completed today', each('training', { completedOn: TODAY }), true],
  ['training completed tomorrow', each('training', { completedOn: TOMORROW }), false],
  ['training until today', each('training', { expiresOn: TODAY }), true],
  ['training until yesterday', each('training', { expiresOn: YESTERDAY }), false],
  ['training until today, late', each('training', { expiresOn: TODAY }), true, evening],
  ['training until today, at midnight', each('training', { expiresOn: TODAY }), false, midnight],
  ['accepted now', each('acceptance', { acceptedAt: NOW }), true],
  ['accepted a moment later', each('acceptance', { acceptedAt: AFTER }), false],
  ['an old version accepted', each('acceptance', { version: '2023-01' }), false],
  ['accepted by somebody else', each('acceptance', { accountId: COLLEAGUE }), false],
  ...['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'].map(
    (state): Case => [`an agency ${state}`, each('agency', { state }), true],
  ),
  ...['INVITED', 'NEGOTIATING', 'SUSPENDED', 'WITHDRAWN', 'RESIGN_REQUIRED'].map(
    (state): Case => [`an agency ${state}`, each('agency', { state }), false],
  ),
  ['signed from now', each('agencySignature', { effectiveFrom: NOW }), true],
  ['signed from a moment later', each('agencySignature', { effectiveFrom: AFTER }), false],
  ['signed until a moment later', each('agencySignature', { endsAt: AFTER }), true],
  ['signed until now', each('agencySignature', { endsAt: NOW }), false],
  ['another agreement signed', each('agencySignature', { agreement: 'DEVON_ISA' }), false],
  ['signed by another agency', each('agencySignature', { agencyId: CLINIC }), false],
  ...['POLICIES', 'DATA_SPECIFICATION'].map(
    (kind): Case => [`no ${kind}`, without('agencyEvidence', (row) => row.kind === kind), false],
  ),
  [
    'no appropriate policy document',
    without('agencyEvidence', (row) => row.kind === 'APPROPRIATE_POLICY_DOCUMENT'),
    true,
  ],
  ['evidence from today', each('agencyEvidence', { validFrom: TODAY }), true],
  ['evidence from tomorrow', each('agencyEvidence', { validFrom: TOMORROW }), false],
  ['evidence until today', each('agencyEvidence', { validUntil: TODAY }), true],
  ['evidence until yesterday', each('agencyEvidence', { validUntil: YESTERDAY }), false],
  ['evidence of another agency', each('agencyEvidence', { agencyId: CLINIC }), false],
  [
    'one signature in force among ended ones',
    {
      agencySignature: [
        { ...full.agencySignature[0], endsAt: LONG_AGO } as FactTables['agencySignature'][number],
        ...full.agencySignature,
      ],
    },
    true,
  ],
];

describe('the gate lets in exactly those whose every precondition holds', () => {
  const cases = CASES.map(([that, changes, opens, request = asTeacher]) => ({
    that,
    changes,
    opens,
    request,
  }));
  test.each(cases)('$that', async ({ changes, opens, request }) => {
    const world = county(changes);
    await storeFacts(connection(), world);
    const [gate] = await askFacts<{ opened: number; reached: number }>(
      connection(),
      sql`SELECT (SELECT count(*)::integer FROM gate) AS opened, (SELECT count(*)::integer FROM reach) AS reached`,
      request,
    );
    expect(gate).toEqual(opens ? { opened: 1, reached: 1 } : { opened: 0, reached: 0 });
    expect(createOracle(world, request, [ANY_RULE], DICTIONARY).refusal() === null).toBe(opens);
  });

  test('and knows their agency as it is', async () => {
    await storeFacts(connection(), full);
    expect(await askFacts(connection(), sql`SELECT agency_id, roles FROM gate`, asTeacher)).toEqual(
      [{ agency_id: SCHOOL, roles: ['LEAD_PROFESSIONAL', 'TAF_MEMBER'] }],
    );
  });
});
