import type { AgreementInForce, AgreementsInForce, FactTables } from '@postern/policy';
import { createOracle } from '@postern/policy';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import { asTeacher, county, LONG_AGO, SCHOOL, TODAY, TOMORROW, YESTERDAY } from './county.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

const shropshire: AgreementInForce = {
  agreement: 'SHROPSHIRE_ISA',
  from: '2024-10-01',
  until: null,
  purposes: ['COORDINATE_SUPPORT', 'REVIEW'],
  version: '1.1',
  earlierVersions: ['1.0'],
  signAgainBy: null,
  userAgreementVersion: '2024-10',
};
const somerset: AgreementInForce = {
  ...shropshire,
  agreement: 'SOMERSET_SSCP_TIER_1',
  purposes: ['REVIEW'],
  version: '1.4',
  earlierVersions: [],
  userAgreementVersion: '2022-08',
};

interface Signed {
  readonly agreement?: string;
  readonly version?: string;
  readonly accepted?: string;
  /** The last day of the training. */
  readonly trainedUntil?: string;
  /** When it is asked, where that is not now. */
  readonly at?: string;
}

const full = county();

function world({
  agreement = 'SHROPSHIRE_ISA',
  version = '1.1',
  accepted,
  trainedUntil,
}: Signed): FactTables {
  return county({
    agencySignature: [
      { agencyId: SCHOOL, agreement, version, effectiveFrom: LONG_AGO, endsAt: null },
    ],
    training: full.training.map((row) => ({ ...row, expiresOn: trainedUntil ?? row.expiresOn })),
    acceptance: full.acceptance.map((row) => ({ ...row, version: accepted ?? row.version })),
  });
}

function day(distance: number): string {
  return new Date(Date.parse(TODAY) + distance * 86_400_000).toISOString().slice(0, 10);
}

/** A name, the partnership, what was signed and accepted, and what comes of it. */
type Case = readonly [string, AgreementsInForce, Signed, 'OPEN' | string, 'REVIEW'?];
const CASES: readonly Case[] = [
  ['the one in force', [shropshire], {}, 'OPEN'],
  ['none in force', [], {}, 'ACCEPTANCE_MISSING'],
  ['in force from today', [{ ...shropshire, from: TODAY }], {}, 'OPEN'],
  ['in force from tomorrow', [{ ...shropshire, from: TOMORROW }], {}, 'ACCEPTANCE_MISSING'],
  ['in force until tomorrow', [{ ...shropshire, until: TOMORROW }], {}, 'OPEN'],
  ['no longer in force today', [{ ...shropshire, until: TODAY }], {}, 'ACCEPTANCE_MISSING'],
  ['a purpose it leaves out', [{ ...shropshire, purposes: ['REVIEW'] }], {}, 'AGENCY_NOT_IN_FORCE'],
  ['an earlier version signed', [shropshire], { version: '1.0' }, 'OPEN'],
  ['a version unknown signed', [shropshire], { version: '2.0' }, 'AGENCY_NOT_IN_FORCE'],
  [
    'an earlier version, to be signed again by tomorrow',
    [{ ...shropshire, signAgainBy: TOMORROW }],
    { version: '1.0' },
    'OPEN',
  ],
  ...[TODAY, YESTERDAY].map(
    (signAgainBy): Case => [
      `an earlier version, to be signed again by ${signAgainBy}`,
      [{ ...shropshire, signAgainBy }],
      { version: '1.0' },
      'AGENCY_NOT_IN_FORCE',
    ],
  ),
  ['the version signed again', [{ ...shropshire, signAgainBy: YESTERDAY }], {}, 'OPEN'],
  [
    'the other of two, for what only the first allows',
    [shropshire, somerset],
    { agreement: 'SOMERSET_SSCP_TIER_1', version: '1.4' },
    'AGENCY_NOT_IN_FORCE',
  ],
  [
    'the other of two, for what it allows',
    [shropshire, somerset],
    { agreement: 'SOMERSET_SSCP_TIER_1', version: '1.4' },
    'OPEN',
    'REVIEW',
  ],
  [
    'the version of one signed for the other',
    [shropshire, somerset],
    { agreement: 'SOMERSET_SSCP_TIER_1', version: '1.1' },
    'AGENCY_NOT_IN_FORCE',
    'REVIEW',
  ],
  ['training that ran out', [shropshire], { trainedUntil: YESTERDAY }, 'TRAINING_NOT_VALID'],
  [
    'training that ran out, on the last day of grace',
    [{ ...shropshire, trainingGraceDays: 1 }],
    { trainedUntil: YESTERDAY },
    'OPEN',
  ],
  [
    'training that ran out, after the days of grace',
    [{ ...shropshire, trainingGraceDays: 1 }],
    { trainedUntil: day(-2) },
    'TRAINING_NOT_VALID',
  ],
  [
    'training that ran out, with grace by one of two agreements only',
    [{ ...shropshire, trainingGraceDays: 1 }, somerset],
    { trainedUntil: YESTERDAY },
    'TRAINING_NOT_VALID',
  ],
  [
    'training that ran out, after the day of grace, in the night in which summer time began',
    [{ ...shropshire, trainingGraceDays: 1 }],
    { trainedUntil: '2025-03-29', at: '2025-03-30T23:30:00Z' },
    'TRAINING_NOT_VALID',
  ],
  [
    'training that ran out, on the day of grace, on the evening of the day on which it ended',
    [{ ...shropshire, trainingGraceDays: 1 }],
    { trainedUntil: '2024-10-26', at: '2024-10-27T23:30:00Z' },
    'OPEN',
  ],
  ['the user agreement of either', [shropshire, somerset], { accepted: '2022-08' }, 'OPEN'],
  [
    'the user agreement of one no longer in force',
    [shropshire, { ...somerset, until: TODAY }],
    { accepted: '2022-08' },
    'ACCEPTANCE_MISSING',
  ],
];

describe('an agency is let in by a signature of an agreement in force that allows the purpose', () => {
  const cases = CASES.map(([that, inForce, signed, comes, purpose]) => ({
    that,
    facts: world(signed),
    comes,
    request: {
      ...asTeacher,
      inForce,
      purpose: purpose ?? asTeacher.purpose,
      now: signed.at === undefined ? asTeacher.now : new Date(signed.at),
    },
  }));
  test.each(cases)('$that', async ({ facts, comes, request }) => {
    await storeFacts(connection(), facts);
    const [gate] = await askFacts<{ opened: number }>(
      connection(),
      sql`SELECT (SELECT count(*)::integer FROM gate) AS opened`,
      request,
    );
    expect(gate?.opened).toBe(comes === 'OPEN' ? 1 : 0);
    const rule = {
      name: 'any',
      role: 'TAF_MEMBER',
      action: 'read',
      resource: 'Episode',
      covers: { kind: 'FIELDS', fields: ['id'] },
      purposes: [request.purpose],
      effect: 'ALLOW',
      when: { holds: 'grant.live' },
      clause: 'SHR-3.3.1',
    } as const;
    const dictionary = new Map([['Episode', new Map([['id', 'OPERATIONAL']] as const)]]);
    const refused = createOracle(facts, request, [rule], dictionary).refusal();
    expect(refused).toBe(comes === 'OPEN' ? null : comes);
  });
});
