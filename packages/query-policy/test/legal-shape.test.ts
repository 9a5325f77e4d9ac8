import type { JustificationFact, Purpose } from '@postern/policy';
import { ABSENCE_OF_CONSENT_REASONS, ARTICLE_6, ARTICLE_9 } from '@postern/policy';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import {
  AFTER,
  asTeacher,
  BEFORE,
  COLLEAGUE,
  EPISODE_A,
  EPISODE_B,
  FAR_AHEAD,
  id,
  LONG_AGO,
  NOW,
  TEACHER,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './county.ts';
import type { Relying } from './legal-shape/two-forms.ts';
import { CLASSES, COMMON, expectAgreement, outcomes, world } from './legal-shape/two-forms.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';

const RELYING: readonly Relying[] = ['POLICE', 'SCHOOL'].flatMap((kind) =>
  [true, false].flatMap((publicAuthority) =>
    ([null, ['2024-01-01', '2026-01-01']] as const).map((policyDocument) => ({
      ...COMMON,
      kind,
      publicAuthority,
      policyDocument,
    })),
  ),
);
/** A gateway that both kinds may rely on. */
const SHARED = { gateway: 'CA2004_S10' };

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

async function agree(
  justifications: readonly Partial<JustificationFact>[],
  relying: Relying,
): Promise<void> {
  const withPower = justifications.map((one) => ({ ...SHARED, ...one }));
  await expectAgreement(connection(), withPower, relying);
}

const PARAGRAPHS = [null, '', ' 18', '0', ...Array.from({ length: 38 }, (_, i) => String(i + 1))];
const REASONS = [null, '', 'BECAUSE', ...ABSENCE_OF_CONSENT_REASONS];
const BASES = ['', 'A6_1_Z_CURIOSITY', 'constructor', ...Object.keys(ARTICLE_6)];
const CONDITIONS = [null, '', 'A9_2_K_CURIOSITY', ...Object.keys(ARTICLE_9)];
const AUTHORITIES = [null, '', 'CURIOSITY', 'OFFICIAL_AUTHORITY', 'SCHEDULE_1_CONDITION'];
const BLANKS = [
  ...['', ' ', '\u00a0', '\u00a0 \t', '\u2003', '\ufeff', '\v\f\r\n', '\u2028', '\u0085', '\u180e'],
  ...[
    '\u200b',
    '\u2060\u200d',
    '\u3164',
    '\u115f\u1160\uffa0',
    '\u2800',
    '…',
    '-- ?!',
    '\u0301',
    '🌿',
  ],
];
const NO_BLANKS = ['Medicines.', ' x ', '7', '\u00a0ł\u00a0', '\u200bא', '薬', 'दवा', '٣', 'é'];

test('every Article 9 condition and authority with every paragraph, for every kind of agency', async () => {
  const combined = PARAGRAPHS.flatMap((schedule1Paragraph) =>
    CONDITIONS.flatMap((article9, index) => {
      const article10 = AUTHORITIES[index % AUTHORITIES.length] ?? null;
      const shape = { schedule1Paragraph, article9, article10 };
      return schedule1Paragraph === '18'
        ? [shape, { ...shape, absenceOfConsentReason: null }]
        : [shape];
    }),
  );
  for (const relying of RELYING) await agree(combined, relying);
});

test('every Article 6 basis, reason and blank text, and every approver', async () => {
  const varied: readonly Partial<JustificationFact>[] = [
    ...BASES.map((article6) => ({ article6 })),
    ...REASONS.flatMap((absenceOfConsentReason) =>
      PARAGRAPHS.map((schedule1Paragraph) => ({ absenceOfConsentReason, schedule1Paragraph })),
    ),
    ...[...BLANKS, ...NO_BLANKS].flatMap((text) => [
      { relevance: text },
      { alternativesConsidered: text },
    ]),
    ...[null, TEACHER, COLLEAGUE].flatMap((approvedBy) =>
      AUTHORITIES.map((article10) => ({ approvedBy, article10 })),
    ),
  ];
  for (const relying of RELYING) await agree(varied, relying);
});

test('texts without a letter or digit say nothing, others do', async () => {
  const texts = [...BLANKS, ...NO_BLANKS];
  await storeFacts(
    connection(),
    world(
      texts.map((relevance) => ({ relevance })),
      COMMON,
    ),
  );
  const rows = await askFacts<{ readonly person_id: string }>(
    connection(),
    sql`SELECT DISTINCT u.person_id FROM unlocked u`,
    asTeacher,
  );
  const said = new Set(rows.map((row) => row.person_id));
  expect(texts.filter((_, index) => said.has(id(9, index)))).toEqual(NO_BLANKS);
});

test('the day the policy document begins and ends', async () => {
  for (const policyDocument of [
    [TODAY, TODAY],
    [TOMORROW, '2026-01-01'],
    ['2024-01-01', YESTERDAY],
    ['2024-01-01', TODAY],
  ] as const)
    await agree([{}, { schedule1Paragraph: '6' }], { ...COMMON, policyDocument });
});

const moment = fc.constantFrom(LONG_AGO, BEFORE, NOW, AFTER, FAR_AHEAD);
const text = fc.oneof(
  { arbitrary: fc.constant('Medicines.'), weight: 3 },
  { arbitrary: fc.constantFrom(...BLANKS, ...NO_BLANKS), weight: 1 },
);
const mostly = <Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 3 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  );
const justification: fc.Arbitrary<Partial<JustificationFact>> = fc.record({
  accountId: mostly(TEACHER, COLLEAGUE),
  episodeId: mostly(EPISODE_A, EPISODE_B),
  classes: fc.subarray([...CLASSES]),
  purpose: mostly<Purpose | ''>('COORDINATE_SUPPORT', 'SAFEGUARDING', ''),
  relevance: text,
  alternativesConsidered: text,
  article6: fc.constantFrom(...BASES),
  article9: fc.constantFrom(...CONDITIONS),
  article10: fc.constantFrom(...AUTHORITIES),
  schedule1Paragraph: mostly<string | null>('18', ...PARAGRAPHS),
  absenceOfConsentReason: fc.constantFrom(...REASONS),
  state: mostly('LIVE', 'DRAFT', 'NEEDS_APPROVAL', 'EXPIRED', 'WITHDRAWN', 'CHALLENGED', 'STRUCK'),
  approvedBy: fc.constantFrom(null, TEACHER, COLLEAGUE, COLLEAGUE),
  startsAt: fc.oneof(fc.constant(LONG_AGO), moment),
  expiresAt: fc.oneof(fc.constant(FAR_AHEAD), moment),
});

test('any justification, relied on by any agency', async () => {
  const before = { ...outcomes };
  await fc.assert(
    fc.asyncProperty(
      fc.array(justification, { minLength: 120, maxLength: 120 }),
      fc.constantFrom(...RELYING),
      agree,
    ),
    { numRuns: 15, endOnFailure: true },
  );
  expect(outcomes.covered - before.covered).toBeGreaterThan(50);
  expect(outcomes.uncovered - before.uncovered).toBeGreaterThan(1_000);
});
