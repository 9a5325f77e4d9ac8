import type { Statements } from '@postern/subgraph-kit';
import type { Agreement, Author } from '../../agreement/store/agreements.ts';

/** Details of a person, or of one row, hidden from one agency or one person. */
export interface NewRestriction {
  readonly id: string;
  readonly person: string;
  readonly item: string | null;
  readonly coordinates: readonly string[];
  readonly fromAgency: string | null;
  readonly fromPerson: string | null;
  readonly reason: string;
}

export async function addRestriction(
  transaction: Statements,
  { episodeId, familyId }: Agreement,
  restriction: NewRestriction,
  by: Author,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO families.safety_restriction (id, episode_id, family_id, protected_person_id, item_id, coordinates, hidden_from_agency_id,
        hidden_from_person_id, reason, starts_at, recorded_by, agency_id, recorded_at, nature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10, 'FACT')`,
    values: [
      restriction.id,
      episodeId,
      familyId,
      restriction.person,
      restriction.item,
      [...restriction.coordinates],
      restriction.fromAgency,
      restriction.fromPerson,
      restriction.reason,
      by.at.toISOString(),
      by.accountId,
      by.agencyId,
    ],
  });
}

/** A restriction in force, held until the transaction ends. */
export interface HeldRestriction {
  readonly id: string;
  readonly episodeId: string;
  readonly person: string;
}

export async function holdRestriction(
  transaction: Statements,
  id: string,
  at: Date,
): Promise<HeldRestriction | null> {
  const [held] = await transaction.run<HeldRestriction & Record<string, unknown>>({
    text: `SELECT id, episode_id AS "episodeId", protected_person_id AS person FROM families.safety_restriction
      WHERE id = $1 AND (ends_at IS NULL OR ends_at > $2) FOR UPDATE`,
    values: [id, at.toISOString()],
  });
  return held ?? null;
}

export async function endRestrictionRow(
  transaction: Statements,
  id: string,
  at: Date,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE families.safety_restriction SET ends_at = greatest(starts_at, $2) WHERE id = $1',
    values: [id, at.toISOString()],
  });
}
