import type { Statements } from '@postern/subgraph-kit';

/** What the law asks of a justification, as it was given; whether that is enough is judged whenever it is read. */
export interface LegalFields {
  readonly article6: string;
  readonly article9: string | null;
  readonly article10: string | null;
  readonly schedule1Paragraph: string | null;
  readonly absenceOfConsentReason: string | null;
  readonly gateway: string | null;
  readonly gatewayHead: string | null;
  readonly article8Aim: string | null;
  readonly confidenceRoute: string | null;
}

/** What an override unlocks beside the record itself, one person a row. */
export async function unlockClasses(
  transaction: Statements,
  given: {
    readonly account: string;
    readonly episode: string;
    readonly persons: readonly string[];
    readonly classes: readonly string[];
    readonly relevance: string;
    readonly alternatives: string;
    readonly legal: LegalFields;
    readonly from: Date;
    readonly until: Date;
  },
): Promise<void> {
  const { legal } = given;
  if (given.classes.length === 0) return;
  await transaction.run({
    text: `INSERT INTO access.justification (id, account_id, episode_id, person_id, classes, purpose, relevance, article_6, article_9,
        article_10, schedule_1_paragraph, absence_of_consent_reason, gateway, gateway_head, article_8_aim, confidence_route,
        alternatives_considered, state, starts_at, expires_at)
      SELECT gen_random_uuid(), $1, $2, person, $4::text[], 'SAFEGUARDING', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'LIVE', $16, $17
      FROM unnest($3::uuid[]) AS person`,
    values: [
      given.account,
      given.episode,
      [...given.persons],
      [...given.classes],
      given.relevance,
      legal.article6,
      legal.article9,
      legal.article10,
      legal.schedule1Paragraph,
      legal.absenceOfConsentReason,
      legal.gateway,
      legal.gatewayHead,
      legal.article8Aim,
      legal.confidenceRoute,
      given.alternatives,
      given.from.toISOString(),
      given.until.toISOString(),
    ],
  });
}

/** What was unlocked with an override is locked again with it. */
export async function lockClasses(
  transaction: Statements,
  given: { readonly account: string; readonly episode: string; readonly override: string },
): Promise<void> {
  await transaction.run({
    text: `UPDATE access.justification SET state = 'WITHDRAWN' WHERE account_id = $1 AND episode_id = $2
      AND starts_at = (SELECT at FROM partners.safeguarding_override WHERE id = $3)
      AND purpose = 'SAFEGUARDING' AND state = 'LIVE'`,
    values: [given.account, given.episode, given.override],
  });
}
