import type { Statements } from '@postern/subgraph-kit';
import type { Held } from '../../../steps/take-step.ts';
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

/** The agency as it was named, or that of the worker who was; null where there is none. */
export async function workerAgency(
  transaction: Statements,
  {
    agency,
    practitioner,
  }: { readonly agency: string | null; readonly practitioner: string | null },
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
    readonly by: { readonly accountId: string; readonly agencyId: string };
    readonly at: Date;
  },
): Promise<void> {
  const { episode, agency, reason, by, at } = exclusion;
  await transaction.run({
    text: 'SELECT partners.exclude_agency($1, $2, $3, $4, $5, $6)',
    values: [episode, agency, reason, by.accountId, by.agencyId, at.toISOString()],
  });
}

/** Whether the family had a worker removed from an episode by name, and nobody let them in again themselves since. */
export async function isRemoved(
  transaction: Statements,
  { account, episode }: { readonly account: string; readonly episode: string },
): Promise<boolean> {
  const found = await transaction.run({
    text: `SELECT 1 AS removed FROM partners.family_removal removal WHERE removal.episode_id = $1 AND removal.account_id = $2
      AND NOT EXISTS (SELECT FROM access.access_grant again WHERE again.episode_id = $1 AND again.account_id = $2
        AND again.basis = 'WORK' AND again.starts_at > removal.requested_at)`,
    values: [episode, account],
  });
  return found.length > 0;
}
