import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { FamilyRemovalState } from '../family-removal.machine.ts';

/** A removal with its duty, held until the transaction ends. */
export interface HeldRemoval extends Held<FamilyRemovalState> {
  readonly episodeId: string;
  readonly agencyId: string;
  readonly accountId: string | null;
}

/** What a removal is held by, with the columns of {@link HeldRemoval}. */
export const REMOVALS = {
  table: 'partners.family_removal',
  columns: 'episode_id AS "episodeId", agency_id AS "agencyId", account_id AS "accountId"',
};

/** Whom a family had removed: a whole agency, or one worker. */
export interface Removed {
  readonly agency: string | null;
  readonly practitioner: string | null;
}

/** The agency as it was named, or that of the worker who was; null where there is none. */
export async function workerAgency(
  transaction: Statements,
  { agency, practitioner }: Removed,
): Promise<string | null> {
  const [found] = await transaction.run<{ id: string }>({
    text: `SELECT id FROM access.agency WHERE id::text = $1
      UNION ALL SELECT agency_id FROM access.account WHERE id::text = $2 AND kind = 'PRACTITIONER'`,
    values: [agency, practitioner],
  });
  return found?.id ?? null;
}

/** A removal as it begins. */
export interface NewRemoval {
  readonly id: string;
  readonly episode: string;
  readonly agency: string;
  readonly practitioner: string | null;
  readonly heldAccess: boolean;
  readonly requestedAt: Date;
  readonly dueAt: Date;
}

export async function addRemoval(transaction: Statements, removal: NewRemoval): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.family_removal (id, episode_id, agency_id, account_id, held_access, state, requested_at, due_at)
      VALUES ($1, $2, $3, $4, $5, 'TO_TELL', $6, $7)`,
    values: [
      removal.id,
      removal.episode,
      removal.agency,
      removal.practitioner,
      removal.heldAccess,
      removal.requestedAt.toISOString(),
      removal.dueAt.toISOString(),
    ],
  });
}

export async function tellRemoval(transaction: Statements, id: string, at: Date): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.family_removal SET state = 'TOLD', told_at = $2, revision = revision + 1 WHERE id = $1`,
    values: [id, at.toISOString()],
  });
}

/** The family's exclusion of a whole agency, in its one home; it is in force at once. */
export async function excludeAgency(
  transaction: Statements,
  exclusion: {
    readonly episode: string;
    readonly agency: string;
    readonly reason: string;
    /** Whether support can go on without it, as the lead finds (SHR-3.4.4b). */
    readonly viable: boolean;
    readonly by: { readonly accountId: string; readonly agencyId: string };
    readonly at: Date;
  },
): Promise<void> {
  const { episode, agency, reason, viable, by, at } = exclusion;
  await transaction.run({
    text: 'SELECT partners.exclude_agency($1, $2, $3, $4, $5, $6, $7)',
    values: [episode, agency, reason, viable, by.accountId, by.agencyId, at.toISOString()],
  });
}

/** Whether the family had a worker removed from an episode by name, and does not want them back. */
export async function isRemoved(
  transaction: Statements,
  { account, episode }: { readonly account: string; readonly episode: string },
): Promise<boolean> {
  const found = await transaction.run({
    text: `SELECT 1 AS removed FROM partners.family_removal removal
      WHERE removal.episode_id = $1 AND removal.account_id = $2 AND removal.state <> 'ENDED'`,
    values: [episode, account],
  });
  return found.length > 0;
}

/** The removals of an agency, or of one worker, from an episode that hold, the newest first; held until the transaction ends. */
export function holdRemovals(
  transaction: Statements,
  { episode, agency, practitioner }: { readonly episode: string } & Removed,
): Promise<readonly HeldRemoval[]> {
  return transaction.run<HeldRemoval & Readonly<Record<string, unknown>>>({
    text: `SELECT id, state, revision, ${REMOVALS.columns} FROM ${REMOVALS.table} WHERE episode_id = $1 AND state <> 'ENDED'
      AND ($2::text IS NULL OR agency_id::text = $2 AND account_id IS NULL) AND ($3::text IS NULL OR account_id::text = $3)
      ORDER BY requested_at DESC, id FOR UPDATE`,
    values: [episode, agency, practitioner],
  });
}

export async function endRemovals(
  transaction: Statements,
  removals: readonly HeldRemoval[],
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.family_removal SET state = 'ENDED', revision = revision + 1 WHERE id = ANY ($1::uuid[])`,
    values: [removals.map(({ id }) => id)],
  });
}

/** Ends the family's exclusion of a whole agency, where it is kept. */
export async function readmitAgency(
  transaction: Statements,
  { episode, agency, at }: { readonly episode: string; readonly agency: string; readonly at: Date },
): Promise<void> {
  await transaction.run({
    text: 'SELECT partners.readmit_agency($1, $2, $3)',
    values: [episode, agency, at.toISOString()],
  });
}
