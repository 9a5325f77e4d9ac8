import type {
  ClassKey,
  DataDictionary,
  FactTables,
  JustificationFact,
  Purpose,
  Rule,
} from '@postern/policy';
import {
  ABSENCE_OF_CONSENT_REASONS,
  ARTICLE_6_BASES,
  ARTICLE_9_CONDITIONS,
  createOracle,
} from '@postern/policy';
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
  county,
  EPISODE_A,
  EPISODE_B,
  FAR_AHEAD,
  grantOnA,
  id,
  justificationOnA,
  LONG_AGO,
  NOW,
  SCHOOL,
  TEACHER,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './county.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';

const CLASSES: readonly ClassKey[] = [
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
  purposes: ['COORDINATE_SUPPORT'],
  effect: 'ALLOW',
  when: { all: [{ holds: 'grant.live' }, { holds: 'justification.covers' }] },
  clause: 'SHR-4.3-cond',
};
const VISIBLE: Rule = {
  ...COVERED,
  covers: { kind: 'FIELDS', fields: ['id'] },
  when: { holds: 'grant.live' },
};

/** What the law asks about the agency that relies on a justification. */
interface Relying {
  readonly kind: string;
  readonly publicAuthority: boolean;
  readonly policyDocument: readonly [validFrom: string, validUntil: string] | null;
}
const COMMON: Relying = {
  kind: 'SCHOOL',
  publicAuthority: true,
  policyDocument: ['2024-01-01', '2026-01-01'],
};
const RELYING: readonly Relying[] = ['POLICE', 'SCHOOL'].flatMap((kind) =>
  [true, false].flatMap((publicAuthority) =>
    ([null, ['2024-01-01', '2026-01-01']] as const).map((policyDocument) => ({
      kind,
      publicAuthority,
      policyDocument,
    })),
  ),
);

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

/** Each justification about a person of its own, so that one statement tells them apart. */
function world(
  justifications: readonly Partial<JustificationFact>[],
  relying: Relying,
): FactTables {
  const base = county();
  const person = (index: number): string => id(9, index);
  return {
    ...base,
    agency: base.agency.map((agency) =>
      agency.id === SCHOOL
        ? { ...agency, kind: relying.kind, publicAuthority: relying.publicAuthority }
        : agency,
    ),
    agencyEvidence: base.agencyEvidence.flatMap((evidence) => {
      if (evidence.kind !== 'APPROPRIATE_POLICY_DOCUMENT') return [evidence];
      const [validFrom, validUntil] = relying.policyDocument ?? [];
      return validFrom === undefined || validUntil === undefined
        ? []
        : [{ ...evidence, validFrom, validUntil }];
    }),
    accessGrant: [grantOnA, { ...grantOnA, episodeId: EPISODE_B }],
    episodePerson: justifications.map((_, index) => ({
      episodeId: EPISODE_A,
      personId: person(index),
    })),
    justification: justifications.map((changes, index) => ({
      ...justificationOnA,
      classes: CLASSES,
      ...changes,
      personId: person(index),
    })),
  };
}

const outcomes = { covered: 0, uncovered: 0 };

async function expectAgreement(
  justifications: readonly Partial<JustificationFact>[],
  relying: Relying,
): Promise<void> {
  const facts = world(justifications, relying);
  await storeFacts(connection(), facts);
  const rows = await askFacts<{ readonly covered: string }>(
    connection(),
    sql`SELECT DISTINCT u.person_id || ' ' || u.class AS covered FROM unlocked u WHERE u.episode_id = ${EPISODE_A}::uuid`,
    asTeacher,
  );
  const oracle = createOracle(facts, asTeacher, [VISIBLE, COVERED], DICTIONARY);
  expect(oracle.refusal()).toBeNull();
  const expected = facts.episodePerson.flatMap(({ personId }) => {
    const row = { type: 'Person', attributes: {}, about: { personId } };
    return CLASSES.filter((field) => oracle.released('Person', field, row)).map(
      (one) => `${personId} ${one}`,
    );
  });
  const all = justifications.length * CLASSES.length;
  outcomes.covered += expected.length;
  outcomes.uncovered += all - expected.length;
  expect(rows.map((row) => row.covered).sort()).toEqual(expected.sort());
}

const PARAGRAPHS = [null, '', ' 18', '0', ...Array.from({ length: 38 }, (_, i) => String(i + 1))];
const REASONS = [null, '', 'BECAUSE', ...ABSENCE_OF_CONSENT_REASONS];
const BASES = ['', 'A6_1_B_CONTRACT', ...ARTICLE_6_BASES];
const CONDITIONS = [null, '', 'A9_2_K_CURIOSITY', ...ARTICLE_9_CONDITIONS];
const AUTHORITIES = [null, '', 'CURIOSITY', 'OFFICIAL_AUTHORITY', 'SCHEDULE_1_CONDITION'];
const BLANKS = ['', ' ', '\u00a0', '\u00a0 \t', '\u2003', '\ufeff', '\v\f\r\n', '\u2028'];
const NO_BLANKS = ['Medicines.', ' x ', '\u200b', '\u180e', '\u0085', '\u00a0.\u00a0'];

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
  for (const relying of RELYING) await expectAgreement(combined, relying);
});

test('every Article 6 basis, reason and blank text, and every approver', async () => {
  const varied: readonly Partial<JustificationFact>[] = [
    ...BASES.map((article6) => ({ article6 })),
    ...REASONS.flatMap((absenceOfConsentReason) =>
      ['18', '10', '2'].map((schedule1Paragraph) => ({
        absenceOfConsentReason,
        schedule1Paragraph,
      })),
    ),
    ...[...BLANKS, ...NO_BLANKS].flatMap((text) => [
      { relevance: text },
      { alternativesConsidered: text },
    ]),
    ...[null, TEACHER, COLLEAGUE].flatMap((approvedBy) =>
      AUTHORITIES.map((article10) => ({ approvedBy, article10 })),
    ),
  ];
  for (const relying of RELYING) await expectAgreement(varied, relying);
});

test('texts of white space say nothing, others do', async () => {
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
    await expectAgreement([{}, { schedule1Paragraph: '10' }], { ...COMMON, policyDocument });
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
  state: mostly(
    'LIVE',
    'DRAFT',
    'NEEDS_APPROVAL',
    'EXPIRED',
    'WITHDRAWN',
    'CHALLENGED',
    'STRUCK',
    'live',
  ),
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
      expectAgreement,
    ),
    { numRuns: 15, endOnFailure: true },
  );
  expect(outcomes.covered - before.covered).toBeGreaterThan(50);
  expect(outcomes.uncovered - before.uncovered).toBeGreaterThan(1_000);
});
