import type { Statements } from '@postern/subgraph-kit';
import type { HeldGrant } from './held-grant.ts';
import { COLUMNS, STATE } from './held-grant.ts';

/** Access that somebody else's stands in for, and until when it lasts at most; null: no end is set. */
export interface StoodInFor {
  readonly id: string;
  readonly until: Date | null;
}

/** SQL: until when the grant `held` lasts at most; what is to be revoked at a moment ends by then. */
export const UNTIL = 'least(held.ends_at, held.confirm_by, held.revoked_at)';

/** SQL: whether the grant `held` is one by which somebody leads. */
const LEADS = `held.role = 'LEAD_PROFESSIONAL' AND held.basis = 'WORK'`;

/** Cover and deputies that stand in for some grants and could still open something at a moment, as `partners.stand_ins_for` has them; their episodes have to be held. */
export function standInsFor(
  transaction: Statements,
  grants: readonly HeldGrant[],
  { now, at }: { readonly now: Date; readonly at: Date },
): Promise<readonly HeldGrant[]> {
  return transaction.run<HeldGrant>({
    text: `SELECT ${COLUMNS} FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE held.id IN (SELECT partners.stand_ins_for($1, $3)) ORDER BY held.id FOR UPDATE OF held`,
    values: [grants.map(({ id }) => id), now.toISOString(), at.toISOString()],
  });
}

/** A stand-in that would go on for longer than what it stands in for. */
export interface OutlastingGrant extends HeldGrant {
  readonly until: Date;
}

/** Cover and deputies for some grants that would go on after all that they still stand in for, as `partners.outlasting` has them; their episodes have to be held. */
export async function outlastingStandIns(
  transaction: Statements,
  grants: readonly HeldGrant[],
  now: Date,
): Promise<readonly OutlastingGrant[]> {
  const rows = await transaction.run<OutlastingGrant>({
    text: `SELECT ${COLUMNS}, outlasts.until FROM partners.outlasting($1, $2) outlasts
      JOIN access.access_grant held ON held.id = outlasts.id JOIN access.account worker ON worker.id = held.account_id
      ORDER BY held.id FOR UPDATE OF held`,
    values: [grants.map(({ id }) => id), now.toISOString()],
  });
  return rows.map((row) => ({ ...row, until: new Date(row.until) }));
}

/** Those who lead an episode, for whom a deputy stands in. */
export async function leadsOf(
  transaction: Statements,
  episode: string,
  now: Date,
): Promise<readonly StoodInFor[]> {
  const rows = await transaction.run<{ id: string; until: Date | null }>({
    text: `SELECT held.id, ${UNTIL} AS until FROM access.access_grant held
      WHERE held.episode_id = $1 AND ${LEADS} AND ${STATE} IN ('GRANTED', 'EXPIRING', 'SUSPENDED')`,
    values: [episode, now.toISOString()],
  });
  return asDates(rows);
}

/** What cover stands in for, as it now is; nothing where that has ended. */
export async function stoodInForBy(
  transaction: Statements,
  { id }: Pick<HeldGrant, 'id'>,
  now: Date,
): Promise<readonly StoodInFor[]> {
  const rows = await transaction.run<{ id: string; until: Date | null }>({
    text: `SELECT held.id, ${UNTIL} AS until FROM access.access_grant held
      WHERE ${STATE} IN ('GRANTED', 'EXPIRING', 'SUSPENDED') AND held.id::text IN (SELECT begun.details ->> 'for' FROM partners.access_event begun
        WHERE begun.subject_id = $1 AND begun.machine = 'GRANT' AND begun.move = 'GRANT')`,
    values: [id, now.toISOString()],
  });
  return asDates(rows);
}

function asDates(rows: readonly StoodInFor[]): readonly StoodInFor[] {
  return rows.map((row) => ({ ...row, until: row.until === null ? null : new Date(row.until) }));
}
