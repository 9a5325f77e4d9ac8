import { AGENCY_KINDS } from '@postern/access-facts';
import type { FamilyAgreementFact, JustificationFact, Purpose } from '@postern/policy';
import {
  ARTICLE_6,
  ARTICLE_8_AIMS,
  ARTICLE_9,
  CONFIDENCE_ROUTES,
  DISADVANTAGE_FACTORS,
  LEGAL_GATEWAYS,
  RECOGNISED_INTERESTS,
  STANDINGS,
} from '@postern/policy';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { AFTER, BEFORE, COLLEAGUE, NOW, TODAY, TOMORROW, YESTERDAY } from './county.ts';
import type { Relying } from './legal-shape/two-forms.ts';
import { COMMON, expectAgreement, LONG_AFTER, LONG_BEFORE } from './legal-shape/two-forms.ts';
import { storePolicyVersion } from './store-facts.ts';

type Said = Partial<JustificationFact>;

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

const covered = (said: readonly Said[], relying: Relying): Promise<readonly string[]> =>
  expectAgreement(connection(), said, relying);

const GATEWAYS = [null, '', 'CFA2004_S10', 'constructor', ...Object.keys(LEGAL_GATEWAYS)];
const ANSWERS = Array.from({ length: 7 }, (_, index) => `Answer ${index + 1}.`);
const OVERRIDE = { publicInterest: ANSWERS, ownView: 'Share.', sourceView: 'Agreed.' };
const FACTORS = { deaFactors: DISADVANTAGE_FACTORS.slice(0, 2) };
const HEADS = [null, '', 'a', 'd', 'h', 'z', 'constructor'];
const at = (day: string): Date => new Date(`${day}T12:00:00Z`);

test('every gateway for every kind of agency and every standing, with and without what it asks', async () => {
  const said = GATEWAYS.flatMap((gateway) => [
    { gateway, ...OVERRIDE, ...FACTORS, gatewayHead: 'd' },
    { gateway },
  ]);
  for (const kind of AGENCY_KINDS)
    for (const standing of [null, ...STANDINGS]) {
      const standings = standing === null ? [] : ([[standing, TODAY, TOMORROW]] as const);
      const publicAuthority = kind !== 'VOLUNTARY' && kind !== 'HOUSING';
      await covered(said, { ...COMMON, kind, standings, publicAuthority });
    }
});

test('every gateway for purposes that the law fixes and others', async () => {
  const said = GATEWAYS.map((gateway) => ({ gateway, ...OVERRIDE, ...FACTORS, gatewayHead: 'a' }));
  const standings = STANDINGS.map((one) => [one, LONG_BEFORE, null] as const);
  const purposes: readonly Purpose[] = [
    'SAFEGUARDING',
    'MATCH_DATA',
    'REVIEW',
    'AUDIT',
    'EVALUATION',
  ];
  for (const purpose of purposes)
    for (const kind of ['COUNCIL', 'GOVERNMENT'])
      await covered(said, { ...COMMON, kind, standings, purpose });
});

test('the law of each day: what has not begun, and what has ended, is not relied on', async () => {
  const said: readonly Said[] = [
    ...GATEWAYS.map((gateway) => ({ gateway, ...OVERRIDE, ...FACTORS, gatewayHead: 'a' })),
    ...Object.keys(ARTICLE_6).flatMap((article6) =>
      [null, ...Object.keys(RECOGNISED_INTERESTS)].map((recognisedInterest) => ({
        article6,
        recognisedInterest,
      })),
    ),
    ...Object.keys(ARTICLE_9).flatMap((article9) =>
      ['1', '2', '3', '4', '6'].map((schedule1Paragraph) => ({ article9, schedule1Paragraph })),
    ),
  ];
  const standings = STANDINGS.map((one) => [one, LONG_BEFORE, null] as const);
  const days = ['2018-05-24', '2018-05-25', '2018-06-28', '2018-06-29', '2022-06-30', '2022-07-01'];
  for (const day of [...days, '2026-02-04', '2026-02-05', '2026-11-22'])
    for (const publicAuthority of [true, false])
      await covered(said, {
        ...COMMON,
        kind: 'COUNCIL',
        standings,
        publicAuthority,
        now: at(day),
        purpose: 'EVALUATION',
      });
});

test('the first and the last day of a standing', async () => {
  const task = { article6: 'A6_1_E_PUBLIC_TASK', gateway: null };
  const health = {
    article9: 'A9_2_H_HEALTH_OR_SOCIAL_CARE',
    schedule1Paragraph: '2',
    absenceOfConsentReason: null,
  };
  const [yesterday, today, tomorrow] = ['2026-06-16', '2026-06-17', '2026-06-18'];
  const of = async (from: string, until: string | null): Promise<number> => {
    const standings = STANDINGS.map((one) => [one, from, until] as const);
    const relying = { ...COMMON, publicAuthority: false, standings, now: at(today) };
    return (await covered([task, health, { gateway: 'CA2004_S11' }], relying)).length;
  };
  const none = await of(tomorrow, null);
  expect(await of(today, null)).toBeGreaterThan(none);
  expect(await of(yesterday, tomorrow)).toBeGreaterThan(none);
  expect(await of(yesterday, today)).toBe(none);
});

test('consent ends with the family’s agreement, however it is relied on, and nothing else does', async () => {
  const consents: readonly Said[] = [
    { article6: 'A6_1_A_CONSENT' },
    { article9: 'A9_2_A_EXPLICIT_CONSENT' },
    { schedule1Paragraph: '29' },
    { gateway: 'COMMON_LAW_CONSENT' },
    { confidenceRoute: 'CONSENT_EXPRESS' },
    { confidenceRoute: 'CONSENT_IMPLIED_DIRECT_CARE' },
    {},
  ];
  const agreements: readonly (Partial<FamilyAgreementFact> | null)[] = [
    {},
    { state: 'SIGNED_WITH_EXCLUSIONS' },
    { signedAt: NOW },
    { withdrawnAt: AFTER },
    null,
    { signedAt: AFTER },
    { signedAt: null },
    { withdrawnAt: NOW },
    { withdrawnAt: BEFORE },
    { state: 'PARTIAL' },
    { state: 'WITHDRAWN' },
  ];
  const counts = [];
  for (const agreement of agreements)
    counts.push(
      (
        await covered(consents, {
          ...COMMON,
          kind: 'HEALTH',
          agreement,
        })
      ).length,
    );
  expect(new Set(counts.slice(0, 4)).size).toBe(1);
  expect(new Set(counts.slice(4)).size).toBe(1);
  expect(counts[0]).toBeGreaterThan(counts[4] ?? 0);
});

test('every route of confidence, answer and view; every aim and factor', async () => {
  const routes = ['', 'BECAUSE', ...Object.keys(CONFIDENCE_ROUTES)];
  const overrides: readonly Said[] = [
    OVERRIDE,
    { ...OVERRIDE, publicInterest: null },
    { ...OVERRIDE, publicInterest: [] },
    { ...OVERRIDE, publicInterest: ANSWERS.slice(1) },
    { ...OVERRIDE, publicInterest: [...ANSWERS, 'One more.'] },
    { ...OVERRIDE, publicInterest: ['\u00a0', ...ANSWERS.slice(1)] },
    { ...OVERRIDE, publicInterest: [null, ...ANSWERS.slice(1)] },
    { ...OVERRIDE, ownView: null },
    { ...OVERRIDE, sourceView: ' ' },
  ];
  const said: readonly Said[] = [
    ...routes.flatMap((confidenceRoute) =>
      overrides.map((override) => ({ ...override, confidenceRoute })),
    ),
    ...['NHSA2006_14Z23', 'NHSA2006_S201', 'CA2004_S10'].flatMap((gateway) =>
      HEADS.map((gatewayHead) => ({
        gateway,
        gatewayHead,
        confidenceRoute: 'STATUTE_OR_COURT_ORDER',
      })),
    ),
    ...overrides.map((override) => ({ ...override, gateway: 'COMMON_LAW_PUBLIC_INTEREST' })),
    ...[null, '', 'CURIOSITY', ...Object.keys(ARTICLE_8_AIMS)].map((article8Aim) => ({
      article8Aim,
    })),
    ...[
      null,
      [],
      ['CARE_LEAVER'],
      ['CARE_LEAVER', 'CARE_LEAVER'],
      ['CARE_LEAVER', 'NOISE'],
      ['CARE_LEAVER', null],
      ['CARE_LEAVER', 'UNEMPLOYMENT'],
      [...DISADVANTAGE_FACTORS],
    ].map((deaFactors) => ({ gateway: 'DEA2017_S35', deaFactors })),
  ];
  const standings = STANDINGS.map((one) => [one, LONG_BEFORE, LONG_AFTER] as const);
  for (const kind of ['SCHOOL', 'HEALTH', 'COUNCIL'])
    for (const publicAuthority of [true, false])
      await covered(said, { ...COMMON, kind, standings, publicAuthority });
});

const pick = fc.constantFrom;
const any: fc.Arbitrary<Said> = fc.record({
  article6: pick(...Object.keys(ARTICLE_6), 'A6_1_E_PUBLIC_TASK', 'A6_1_C_LEGAL_OBLIGATION'),
  recognisedInterest: pick(null, '', 'CRIME', 'SAFEGUARDING_VULNERABLE_INDIVIDUALS'),
  article9: pick(null, ...Object.keys(ARTICLE_9)),
  schedule1Paragraph: pick(null, '1', '2', '4', '6', '10', '18', '29'),
  absenceOfConsentReason: pick(null, 'CANNOT_BE_GIVEN', 'WOULD_PREJUDICE_PURPOSE'),
  gateway: pick(...GATEWAYS),
  gatewayHead: pick(...HEADS),
  deaFactors: pick(null, ['CARE_LEAVER'], ['CARE_LEAVER', 'UNEMPLOYMENT']),
  article8Aim: pick(null, '', 'HEALTH_OR_MORALS', 'PUBLIC_SAFETY', 'HEALTH_OR_MORALS'),
  confidenceRoute: pick(null, null, null, '', ...Object.keys(CONFIDENCE_ROUTES)),
  publicInterest: pick(null, ANSWERS, ANSWERS.slice(1)),
  ownView: pick(null, 'Share.', 'Share.'),
  sourceView: pick(null, 'Agreed.', 'Agreed.'),
  approvedBy: pick(null, COLLEAGUE),
});
const whoever: fc.Arbitrary<Relying> = fc.record({
  kind: pick(...AGENCY_KINDS),
  publicAuthority: fc.boolean(),
  policyDocument: pick(null, [LONG_BEFORE, LONG_AFTER] as const),
  standings: fc.array(
    fc.tuple(pick(...STANDINGS), pick(YESTERDAY, TODAY, LONG_BEFORE), pick(null, LONG_AFTER)),
    { maxLength: 4 },
  ),
  agreement: pick(null, {}, { withdrawnAt: NOW }, { state: 'PARTIAL' }),
  purpose: pick<Purpose>('COORDINATE_SUPPORT', 'SAFEGUARDING', 'EVALUATION', 'REVIEW'),
  now: pick(NOW, at('2018-05-25'), at('2026-02-04'), at('2026-02-05')),
});

test('anything said by anybody on any day', async () => {
  let open = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(any, { minLength: 120, maxLength: 120 }),
      whoever,
      async (said, relying) => {
        open += (await covered(said, relying)).length;
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  expect(open).toBeGreaterThan(50);
});
