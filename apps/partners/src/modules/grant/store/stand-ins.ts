import type { Statements } from '@postern/subgraph-kit';
import type { HeldGrant } from './held-grant.ts';
import { COLUMNS, STATE } from './held-grant.ts';

/** Access that somebody else's stands in for, and until when it lasts at most; null: no end is set. */
export interface StoodInFor {
  readonly id: string;
  readonly until: Date | null;
}

/** SQL: whether the record says that the grant `held` was given to stand in for one of these (`$3`). */
const FOR_THESE = `EXISTS (SELECT FROM partners.access_event begun WHERE begun.subject_id = held.id AND begun.machine = 'GRANT'
  AND begun.move = 'GRANT' AND begun.details ->> 'for' = ANY ($3::text[]))`;

/** Cover that stands in for some grants and could still open something; their episodes have to be held. */
export function standInsFor(
  transaction: Statements,
  grants: readonly HeldGrant[],
  now: Date,
): Promise<readonly HeldGrant[]> {
  return transaction.run<HeldGrant>({
    text: `SELECT ${COLUMNS} FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE held.episode_id = ANY ($1::uuid[]) AND held.basis = 'COVER' AND ${STATE} IN ('GRANTED', 'EXPIRING', 'SUSPENDED')
        AND ${FOR_THESE} ORDER BY held.id FOR UPDATE OF held`,
    values: [
      [...new Set(grants.map(({ episodeId }) => episodeId))],
      now.toISOString(),
      grants.map(({ id }) => id),
    ],
  });
}

/** What cover stands in for, as it now is; nothing where that has ended. */
export async function stoodInForBy(
  transaction: Statements,
  { id }: Pick<HeldGrant, 'id'>,
  now: Date,
): Promise<readonly StoodInFor[]> {
  const rows = await transaction.run<{ id: string; until: Date | null }>({
    text: `SELECT held.id, least(held.ends_at, held.confirm_by) AS until FROM access.access_grant held
      WHERE ${STATE} IN ('GRANTED', 'EXPIRING', 'SUSPENDED') AND held.id::text IN (SELECT begun.details ->> 'for' FROM partners.access_event begun
        WHERE begun.subject_id = $1 AND begun.machine = 'GRANT' AND begun.move = 'GRANT')`,
    values: [id, now.toISOString()],
  });
  return rows.map((row) => ({ ...row, until: row.until === null ? null : new Date(row.until) }));
}
