import { isHeld, isInUse } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';
import type { Agreement, Author } from './agreements.ts';

/** Whether anything is kept from an agency now. */
export async function hasExclusions(
  transaction: Statements,
  { episodeId }: Pick<Agreement, 'episodeId'>,
  at: Date,
): Promise<boolean> {
  const found = await transaction.run({
    text: 'SELECT 1 AS kept FROM families.exclusion WHERE episode_id = $1 AND (ends_at IS NULL OR ends_at > $2) LIMIT 1',
    values: [episodeId, at.toISOString()],
  });
  return found.length > 0;
}

/** Something kept from an agency: about one person, or about all of them. */
export interface NewExclusion {
  readonly id: string;
  readonly agency: string;
  readonly scope: 'WHOLE_AGENCY' | 'DETAILS';
  readonly coordinates: readonly string[];
  readonly person: string | null;
  readonly reason: string;
  readonly askedBy: readonly string[];
}

export async function addExclusion(
  transaction: Statements,
  { id, episodeId }: Agreement,
  exclusion: NewExclusion,
  by: Author,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, person_id, reason, viable, starts_at, asked_by,
        recorded_by, agency_id, recorded_at, nature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10, $11, $12, $9, 'FACT')`,
    values: [
      exclusion.id,
      id,
      episodeId,
      exclusion.agency,
      exclusion.scope,
      [...exclusion.coordinates],
      exclusion.person,
      exclusion.reason,
      by.at.toISOString(),
      [...exclusion.askedBy],
      by.accountId,
      by.agencyId,
    ],
  });
}

/** An exclusion that holds. */
export interface HeldExclusion {
  readonly id: string;
  readonly episodeId: string;
  readonly agency: string;
  readonly scope: 'WHOLE_AGENCY' | 'DETAILS';
  readonly person: string | null;
  readonly askedBy: readonly string[];
}

/** One that has not ended, held until the transaction ends; null where there is none of this id. */
export async function holdExclusion(
  transaction: Statements,
  id: string,
  at: Date,
): Promise<HeldExclusion | null> {
  const [held] = await transaction.run<HeldExclusion & Record<string, unknown>>({
    text: `SELECT id, episode_id AS "episodeId", excluded_agency_id AS agency, scope, person_id AS person, coalesce(asked_by, '{}') AS "askedBy"
      FROM families.exclusion WHERE id = $1 AND (ends_at IS NULL OR ends_at > $2) FOR UPDATE`,
    values: [id, at.toISOString()],
  });
  return held ?? null;
}

export async function endExclusions(
  transaction: Statements,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE families.exclusion SET ends_at = greatest(starts_at, $2) WHERE id = ANY ($1::uuid[])',
    values: [[...ids], at.toISOString()],
  });
}

/** Whether an agency is one of the host's, which keeps the record of every family; whether it is one at all. */
export async function agencyStanding(
  transaction: Statements,
  agency: string,
  at: Date,
): Promise<{ readonly isKnown: boolean; readonly isHost: boolean }> {
  const [found] = await transaction.run<{ isHost: boolean }>({
    text: `SELECT EXISTS (SELECT FROM access.account JOIN access.role_holding office ON office.account_id = account.id
        AND office.role IN ('BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER') AND ${isHeld('office', '$2')}
      WHERE account.agency_id = known.id AND ${isInUse('account')}) AS "isHost"
      FROM access.agency known WHERE known.id::text = $1`,
    values: [agency, at.toISOString()],
  });
  return { isKnown: found !== undefined, isHost: found?.isHost === true };
}

/** Whether somebody of an agency leads the episode, for themselves. */
export async function leadIsOf(
  transaction: Statements,
  { episode, agency }: { readonly episode: string; readonly agency: string },
  at: Date,
): Promise<boolean> {
  const found = await transaction.run({
    text: `SELECT 1 AS leads FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE held.episode_id = $1 AND worker.agency_id = $2 AND held.role = 'LEAD_PROFESSIONAL' AND held.basis = 'WORK'
        AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, $3) IN ('GRANTED', 'EXPIRING', 'SUSPENDED')`,
    values: [episode, agency, at.toISOString()],
  });
  return found.length > 0;
}
