import { relatedFamilies } from '@postern/access-facts';
import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { AccessRequestState } from '../access-request.machine.ts';
import type { AccessIdentifiers, AccessRefusalCode } from '../access-request.table.ts';

/** A request, held until the transaction ends. */
export interface HeldRequest extends Held<AccessRequestState> {
  readonly askedBy: string;
  readonly agencyId: string;
  readonly role: string;
  /** Of one that is open. */
  readonly workingRelationship: string;
  readonly outcomeAt: Date;
}

export const ACCESS_REQUESTS = {
  table: 'partners.access_request',
  columns:
    'asked_by AS "askedBy", agency_id AS "agencyId", role, working_relationship AS "workingRelationship", outcome_at AS "outcomeAt"',
};

/**
 * SQL: whether the row `request` may be about a family that an account has a relationship with: by whom it names for as
 * long as that is kept, and by what was found when it was decided (SHR-1.2g).
 */
export function mayBeOfRelated(account: string, at: string): string {
  const related = `ARRAY(${relatedFamilies(account, at)})`;
  return `(request.families && ${related}
    OR cardinality(partners.families_named(jsonb_build_array(request.identifiers), ${related})) > 0)`;
}

/** A request as it begins. */
export interface NewRequest {
  readonly id: string;
  readonly reference: string;
  readonly askedBy: string;
  readonly agencyId: string;
  readonly role: string;
  readonly workingRelationship: string;
  readonly purpose: string;
  readonly identifiers: AccessIdentifiers;
  readonly askedAt: Date;
  readonly outcomeAt: Date;
}

export async function addRequest(transaction: Statements, request: NewRequest): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.access_request (id, reference, asked_by, agency_id, role, working_relationship, purpose, identifiers,
        state, asked_at, outcome_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, 'REQUESTED', $9, $10)`,
    values: [
      request.id,
      request.reference,
      request.askedBy,
      request.agencyId,
      request.role,
      request.workingRelationship,
      request.purpose,
      JSON.stringify(request.identifiers),
      request.askedAt.toISOString(),
      request.outcomeAt.toISOString(),
    ],
  });
}

/** What a step changes of a request; what is left out stays as it is. */
export interface RequestChange {
  readonly state: AccessRequestState;
  readonly query?: string;
  readonly reply?: string;
  readonly outcomeAt?: Date;
  readonly grant?: string;
  readonly refused?: {
    readonly code: AccessRefusalCode;
    readonly reasons: string;
    readonly told: boolean;
  };
  /** Who decided and when, and of which episode where they named one. */
  readonly decided?: { readonly by: string; readonly at: Date; readonly episode: string | null };
}

/** Writes what a step changes of a request that is held, and counts its revision up. */
export async function changeRequest(
  transaction: Statements,
  id: string,
  { state, query, reply, outcomeAt, grant, refused, decided }: RequestChange,
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.access_request SET state = $2, revision = revision + 1, query = coalesce($3, query), reply = coalesce($4, reply),
        outcome_at = coalesce($5, outcome_at), grant_id = coalesce($6, grant_id), refusal_code = coalesce($7, refusal_code),
        reasons = coalesce($8, reasons), reasons_told = coalesce($9, reasons_told), decided_by = coalesce($10, decided_by),
        decided_at = coalesce($11, decided_at), families = CASE WHEN $11 IS NULL THEN families
          ELSE ARRAY(SELECT unnest(partners.families_named(jsonb_build_array(identifiers), NULL)) UNION SELECT family_id FROM access.episode WHERE id = $12::uuid) END
      WHERE id = $1`,
    values: [
      id,
      state,
      query ?? null,
      reply ?? null,
      outcomeAt?.toISOString() ?? null,
      grant ?? null,
      refused?.code ?? null,
      refused?.reasons ?? null,
      refused?.told ?? null,
      decided?.by ?? null,
      decided?.at.toISOString() ?? null,
      decided?.episode ?? null,
    ],
  });
}

/** How often somebody asked within the day before a moment. Whoever asks takes turns with themselves until the transaction ends. */
export async function askedLately(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<number> {
  await transaction.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('partners.access_request ' || $1::text, 0))`,
    values: [account],
  });
  const [row] = await transaction.run<{ asked: number }>({
    text: `SELECT count(*)::integer AS asked FROM partners.access_request
      WHERE asked_by = $1 AND asked_at > $2::timestamptz - interval '1 day'`,
    values: [account, now.toISOString()],
  });
  return row?.asked ?? 0;
}

/** Whether anybody of an agency ever had access to an episode: then it knows of the family, and is told in full. */
export async function heldAccess(
  transaction: Statements,
  { agency, episode }: { readonly agency: string; readonly episode: string },
): Promise<boolean> {
  const rows = await transaction.run({
    text: `SELECT 1 AS held FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE held.episode_id::text = $1 AND worker.agency_id = $2 LIMIT 1`,
    values: [episode, agency],
  });
  return rows.length > 0;
}
