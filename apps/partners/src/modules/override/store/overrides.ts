import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { AccessIdentifiers } from '../../access-request/access-request.table.ts';
import type { ExplanationState, OverrideState } from '../override.machine.ts';

/** An override, held until the transaction ends. */
export interface HeldOverride extends Held<OverrideState> {
  readonly accountId: string;
  readonly agencyId: string;
  readonly grantId: string | null;
  readonly episodeId: string | null;
  readonly families: readonly string[];
  readonly at: Date;
  readonly explanation: ExplanationState;
}

export const OVERRIDES = {
  table: 'partners.safeguarding_override',
  columns:
    'account_id AS "accountId", agency_id AS "agencyId", grant_id AS "grantId", episode_id AS "episodeId", families, explanation, at',
};

/** An attempt as it is written down. */
export interface NewOverride {
  readonly id: string;
  readonly accountId: string;
  readonly agencyId: string;
  readonly grantId: string | null;
  readonly episodeId: string | null;
  /** Whom it named. */
  readonly about: readonly AccessIdentifiers[];
  readonly persons: readonly string[];
  readonly classes: readonly string[];
  readonly reason: string;
  readonly noOtherWay: string;
  readonly state: OverrideState;
  readonly explanation: ExplanationState;
  readonly at: Date;
  readonly until: Date;
  readonly explainBy: Date;
}

/** Adds it; answers with the families that it may have meant. */
export async function addOverride(
  transaction: Statements,
  given: NewOverride,
): Promise<readonly string[]> {
  const [added] = await transaction.run<{ families: readonly string[] }>({
    text: `INSERT INTO partners.safeguarding_override (id, account_id, agency_id, grant_id, episode_id, persons, classes, reason,
        no_other_way, state, explanation, at, until, explain_by, families)
      VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7::text[], $8, $9, $10, $11, $12, $13, $14,
        ARRAY(SELECT unnest(partners.families_named($15::text::jsonb, NULL)) UNION SELECT family_id FROM access.episode WHERE id = $5)) RETURNING families`,
    values: [
      given.id,
      given.accountId,
      given.agencyId,
      given.grantId,
      given.episodeId,
      [...given.persons],
      [...given.classes],
      given.reason,
      given.noOtherWay,
      given.state,
      given.explanation,
      given.at.toISOString(),
      given.until.toISOString(),
      given.explainBy.toISOString(),
      JSON.stringify(given.about),
    ],
  });
  return added?.families ?? [];
}

/**
 * How many overrides an account tried within the day before a moment, of those that looked for somebody: one that was limited
 * puts nothing off. The account takes turns with itself.
 */
export async function triedLately(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<number> {
  await transaction.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('partners.override ' || $1::text, 0))`,
    values: [account],
  });
  const [row] = await transaction.run<{ tried: number }>({
    text: `SELECT count(*)::integer AS tried FROM partners.safeguarding_override
      WHERE account_id = $1 AND state <> 'LIMITED' AND at > $2::timestamptz - interval '1 day'`,
    values: [account, now.toISOString()],
  });
  return row?.tried ?? 0;
}

/** One episode, and those of its persons who were meant. */
export interface FoundFamily {
  readonly episode: string;
  readonly persons: readonly string[];
}

/** The one episode that everybody who is named belongs to; null where there is none, or more than one could be meant. */
export async function familyNamed(
  transaction: Statements,
  about: readonly AccessIdentifiers[],
  { reference, now }: { readonly reference: string | null; readonly now: Date },
): Promise<FoundFamily | null> {
  const rows = await transaction.run<{ episode: string; persons: string[] }>({
    text: 'SELECT episode, persons FROM partners.family_named($1::text::jsonb, $2, $3::timestamptz)',
    values: [JSON.stringify(about), reference, now.toISOString()],
  });
  const [found] = rows;
  return rows.length === 1 && found !== undefined ? found : null;
}

/** Writes a step of an override that is held, and counts its revision up. */
export async function stepOverride(
  transaction: Statements,
  id: string,
  change: {
    readonly state?: OverrideState;
    readonly explanation?: ExplanationState;
    readonly toldOn?: string | null;
    readonly explained?: string;
    readonly reviewedBy?: string;
  },
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.safeguarding_override SET revision = revision + 1, state = coalesce($2, state),
        explanation = coalesce($3, explanation), told_on = coalesce($4::date, told_on), explained = coalesce($5, explained),
        reviewed_by = coalesce($6, reviewed_by) WHERE id = $1`,
    values: [
      id,
      change.state ?? null,
      change.explanation ?? null,
      change.toldOn ?? null,
      change.explained ?? null,
      change.reviewedBy ?? null,
    ],
  });
}
