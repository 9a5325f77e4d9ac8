import {
  ARTICLE_6,
  ARTICLE_9,
  CONFIDENCE_ROUTES,
  LEGAL_GATEWAYS,
  OFFENCE_AUTHORITIES,
  RECOGNISED_INTERESTS,
  SCHEDULE_1,
} from '@postern/policy';
import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { daysAfter } from './days-after.ts';
import type { Arguments, Item, Practitioner } from './justifying.ts';
import { complete, EPISODE, ITEMS, legalFor, reads, sends } from './justifying.ts';

const { kwame, grace, rhona, niamh } = cast.practitioners;
const keys = (table: object) => fc.constantFrom(...Object.keys(table));

const PARTS = {
  article6: keys(ARTICLE_6),
  recognisedInterest: fc.option(keys(RECOGNISED_INTERESTS)),
  article9: fc.option(keys(ARTICLE_9)),
  article10: fc.option(keys(OFFENCE_AUTHORITIES)),
  schedule1Paragraph: fc.option(keys(SCHEDULE_1)),
  gateway: fc.option(keys(LEGAL_GATEWAYS)),
  article8Aim: fc.constantFrom(null, 'HEALTH_OR_MORALS', 'PUBLIC_SAFETY'),
  absenceOfConsentReason: fc.constantFrom(null, 'CANNOT_BE_GIVEN', 'WOULD_PREJUDICE_PURPOSE'),
  confidenceRoute: fc.option(keys(CONFIDENCE_ROUTES)),
};

/** Who asks for what: offences also the police, who hold an authority of their own. */
const ASKED = [
  { item: 'HEALTH', who: kwame },
  { item: 'HEALTH', who: grace },
  { item: 'OFFENCE', who: kwame },
  { item: 'OFFENCE', who: rhona },
] as const;

/** A complete justification, one or two parts of which are another law, or none. */
export const anyLaw = fc
  .record({
    asked: fc.constantFrom(...ASKED),
    parts: fc.subarray(Object.keys(PARTS) as (keyof typeof PARTS)[], {
      minLength: 1,
      maxLength: 2,
    }),
    values: fc.record(PARTS),
  })
  .map(({ asked, parts, values }) => ({
    ...asked,
    differs: Object.fromEntries(parts.map((part) => [part, values[part]])),
  }));
export type AnyLaw = typeof anyLaw extends fc.Arbitrary<infer Value> ? Value : never;

const NAMES: Readonly<Record<string, string>> = {
  article6: 'article_6',
  recognisedInterest: 'recognised_interest',
  article9: 'article_9',
  article10: 'article_10',
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
  { item, who, differs }: AnyLaw,
  { gate, owner, now }: { gate: Gate; owner: CountyDatabase['owner']; now: Date },
): Promise<boolean> {
  const legal: Arguments = { ...legalFor(item, who), ...differs };
  const asked = complete(item, who, daysAfter(now, 10), { legal });
  const { changed, refused } = await sends(gate, who, 'justify', asked);
  const taken = changed[0]?.id;
  if (taken === undefined) expect(refused?.code).toBe('JUSTIFICATION_INCOMPLETE');
  const id = taken ?? (await planted({ item, who, legal }, { owner, now }));
  const approved = (by: string | null) =>
    owner.run({
      text: `UPDATE access.justification SET state = 'LIVE', approved_by = $2 WHERE id = $1`,
      values: [id, by],
    });
  const told = JSON.stringify([item, who.id, legal]);
  const closed = closedTo(item, who);
  if (item === 'OFFENCE')
    for (const nobodyElse of [null, who.id]) {
      await approved(nobodyElse);
      expect([told, await reads(gate, who, item)]).toEqual([told, closed]);
    }
  await approved(niamh.id);
  const read = await reads(gate, who, item);
  await owner.run({ text: `DELETE FROM access.justification WHERE id = $1`, values: [id] });
  expect([told, read]).toEqual([told, refused === null ? ITEMS[item].values : closed]);
  if (item === 'OFFENCE' && refused === null)
    expect([told, hasAuthority(legal, who)]).toEqual([told, true]);
  return refused === null;
}

/** Offence data goes to the police under their official authority, and to others under a condition of Schedule 1 alone. */
function hasAuthority(legal: Arguments, { agency }: Practitioner): boolean {
  if (legal['article10'] === 'OFFICIAL_AUTHORITY') return agency.kind === 'POLICE';
  return (
    legal['article10'] === 'SCHEDULE_1_CONDITION' && typeof legal['schedule1Paragraph'] === 'string'
  );
}

/** What they read of it without a justification: one of the convictions the police wrote down themselves. */
function closedTo(item: Item, who: Practitioner): readonly string[] | null {
  return item === 'OFFENCE' && who.agency.kind === 'POLICE' ? ['Theft'] : null;
}

async function planted(
  { item, who, legal }: Pick<AnyLaw, 'item' | 'who'> & { readonly legal: Arguments },
  { owner, now }: { owner: CountyDatabase['owner']; now: Date },
): Promise<string> {
  const id = crypto.randomUUID();
  const columns: Record<string, unknown> = {
    id,
    account_id: who.id,
    episode_id: EPISODE.id,
    person_id: ITEMS[item].about.id,
    classes: [ITEMS[item].class],
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
