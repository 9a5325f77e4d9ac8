import {
  ARTICLE_6,
  ARTICLE_9,
  CONFIDENCE_ROUTES,
  LEGAL_GATEWAYS,
  RECOGNISED_INTERESTS,
  SCHEDULE_1,
} from '@postern/policy';
import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { daysAfter } from './days-after.ts';
import { complete, ITEMS, legalFor, reads, sends } from './justifying.ts';

const { kwame, grace, niamh } = cast.practitioners;
const keys = (table: object) => fc.constantFrom(...Object.keys(table));

const PARTS = {
  article6: keys(ARTICLE_6),
  recognisedInterest: fc.option(keys(RECOGNISED_INTERESTS)),
  article9: fc.option(keys(ARTICLE_9)),
  schedule1Paragraph: fc.option(keys(SCHEDULE_1)),
  gateway: fc.option(keys(LEGAL_GATEWAYS)),
  article8Aim: fc.constantFrom(null, 'HEALTH_OR_MORALS', 'PUBLIC_SAFETY'),
  absenceOfConsentReason: fc.constantFrom(null, 'CANNOT_BE_GIVEN', 'WOULD_PREJUDICE_PURPOSE'),
  confidenceRoute: fc.option(keys(CONFIDENCE_ROUTES)),
};

/** A complete justification, one or two parts of which are another law, or none. */
export const anyLaw = fc
  .record({
    who: fc.constantFrom(kwame, grace),
    parts: fc.subarray(Object.keys(PARTS) as (keyof typeof PARTS)[], {
      minLength: 1,
      maxLength: 2,
    }),
    values: fc.record(PARTS),
  })
  .map(({ who, parts, values }) => ({
    who,
    differs: Object.fromEntries(parts.map((part) => [part, values[part]])),
  }));
export type AnyLaw = typeof anyLaw extends fc.Arbitrary<infer Value> ? Value : never;

const NAMES: Readonly<Record<string, string>> = {
  article6: 'article_6',
  recognisedInterest: 'recognised_interest',
  article9: 'article_9',
  schedule1Paragraph: 'schedule_1_paragraph',
  absenceOfConsentReason: 'absence_of_consent_reason',
  article8Aim: 'article_8_aim',
  confidenceRoute: 'confidence_route',
  gateway: 'gateway',
};

/**
 * What is taken down opens the field, once somebody approved where that is needed; and what is refused would open nothing,
 * were it in the tables as live and approved.
 */
export async function acceptedAsItWouldBeRead(
  { who, differs }: AnyLaw,
  { gate, owner, now }: { gate: Gate; owner: CountyDatabase['owner']; now: Date },
): Promise<boolean> {
  const legal = { ...legalFor('HEALTH', who), ...differs };
  const asked = complete('HEALTH', who, daysAfter(now, 10), { legal });
  const { changed, refused } = await sends(gate, who, 'justify', asked);
  let id = changed[0]?.id ?? null;
  if (id === null) {
    expect(refused?.code).toBe('JUSTIFICATION_INCOMPLETE');
    id = await planted(legal, who.id, { owner, now });
  } else
    await owner.run({
      text: `UPDATE access.justification SET state = 'LIVE', approved_by = $2 WHERE id = $1`,
      values: [id, niamh.id],
    });
  const read = await reads(gate, who, 'HEALTH');
  await owner.run({ text: `DELETE FROM access.justification WHERE id = $1`, values: [id] });
  expect([JSON.stringify(legal), read]).toEqual([
    JSON.stringify(legal),
    refused === null ? ITEMS.HEALTH.values : null,
  ]);
  return refused === null;
}

async function planted(
  legal: Readonly<Record<string, unknown>>,
  account: string,
  { owner, now }: { owner: CountyDatabase['owner']; now: Date },
): Promise<string> {
  const id = crypto.randomUUID();
  const columns: Record<string, unknown> = {
    id,
    account_id: account,
    episode_id: cast.families.yarrow.episodes.current.id,
    person_id: ITEMS.HEALTH.about.id,
    classes: [ITEMS.HEALTH.class],
    purpose: 'UNDERSTAND_NEEDS',
    relevance: 'It is relevant.',
    alternatives_considered: 'A summary.',
    state: 'LIVE',
    approved_by: niamh.id,
    starts_at: now.toISOString(),
    expires_at: daysAfter(now, 10).toISOString(),
    revision: 1,
  };
  for (const [name, column] of Object.entries(NAMES)) columns[column] = legal[name] ?? null;
  await owner.run({
    text: `INSERT INTO access.justification SELECT * FROM jsonb_populate_record(NULL::access.justification, $1::text::jsonb)`,
    values: [JSON.stringify(columns)],
  });
  return id;
}
