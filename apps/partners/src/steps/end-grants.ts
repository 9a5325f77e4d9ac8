import type { Statements } from '@postern/subgraph-kit';
import type { Actor } from '../modules/access-event/record-event.ts';

/** Why access ends that nobody asked to end by itself. */
export type EndingCause = 'AGENCY_WITHDREW' | 'USER_LEFT' | 'MISUSE';

/** Whose grants, and why something is done to them. */
export interface GrantsOf {
  readonly of: { readonly account: string } | { readonly agency: string };
  readonly reason: string;
}

const OF = `(account.id = $1::uuid OR account.agency_id = $2::uuid)`;
const NOT_OVER = `(held.ends_at IS NULL OR held.ends_at > $3::timestamptz) AND (held.revoked_at IS NULL OR held.revoked_at > $3::timestamptz)`;

/** What of an event is the same for all: SQL over the rows of `changed`. */
function recorded(move: string, before: string, after: string): string {
  return `INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, reason, details,
      account_id, agency_id, episode_id, actor_id, actor_agency_id, at)
    SELECT 'GRANT', changed.id, '${move}', ${before}, '${after}', $4, $5, $6::text::jsonb,
      changed.account_id, changed.agency_id, changed.episode_id, $7::uuid, $8::uuid, $3::timestamptz FROM changed`;
}

function valuesOf(
  { of, reason }: GrantsOf,
  actor: Actor,
  details: Readonly<Record<string, string>>,
): unknown[] {
  return [
    'account' in of ? of.account : null,
    'agency' in of ? of.agency : null,
    actor.at.toISOString(),
    actor.accountId === null ? 'SERVICE' : 'AGENCY',
    reason,
    JSON.stringify(details),
    actor.accountId,
    actor.agencyId,
  ];
}

/** Revokes every grant that is not over, each with its event. */
export async function endGrants(
  transaction: Statements,
  { cause, ...grants }: GrantsOf & { readonly cause: EndingCause },
  actor: Actor,
): Promise<void> {
  await transaction.run({
    text: `WITH changed AS (UPDATE access.access_grant held SET revoked_at = $3::timestamptz, revoked_cause = '${cause}', revision = held.revision + 1
        FROM access.account WHERE account.id = held.account_id AND ${OF} AND ${NOT_OVER}
        RETURNING held.id, held.account_id, account.agency_id, held.episode_id, held.suspended_at)
      ${recorded('REVOKE', "CASE WHEN changed.suspended_at IS NULL THEN 'GRANTED' ELSE 'SUSPENDED' END", 'REVOKED')}`,
    values: valuesOf(grants, actor, { cause }),
  });
}

/** Suspends every grant that is not over and not suspended, so that {@link resumeGrants} finds them again. */
export async function suspendGrants(
  transaction: Statements,
  grants: GrantsOf,
  actor: Actor,
): Promise<void> {
  await transaction.run({
    text: `WITH changed AS (UPDATE access.access_grant held SET suspended_at = $3::timestamptz, revision = held.revision + 1
        FROM access.account WHERE account.id = held.account_id AND ${OF} AND ${NOT_OVER} AND held.suspended_at IS NULL
        RETURNING held.id, held.account_id, account.agency_id, held.episode_id)
      ${recorded('SUSPEND', "'GRANTED'", 'SUSPENDED')}`,
    values: valuesOf(grants, actor, { cause: 'ACCOUNT_LOCKED' }),
  });
}

/** Brings back what was suspended because the account was locked; what was suspended for another reason stays so. */
export async function resumeGrants(
  transaction: Statements,
  grants: GrantsOf,
  actor: Actor,
): Promise<void> {
  await transaction.run({
    text: `WITH changed AS (UPDATE access.access_grant held SET suspended_at = NULL, revision = held.revision + 1
        FROM access.account WHERE account.id = held.account_id AND ${OF} AND ${NOT_OVER} AND held.suspended_at IS NOT NULL
          AND (SELECT last.details ->> 'cause' FROM partners.access_event last WHERE last.subject_id = held.id
            AND last.machine = 'GRANT' AND last.move = 'SUSPEND' ORDER BY last.position DESC LIMIT 1) = 'ACCOUNT_LOCKED'
        RETURNING held.id, held.account_id, account.agency_id, held.episode_id)
      ${recorded('RESUME', "'SUSPENDED'", 'GRANTED')}`,
    values: valuesOf(grants, actor, { cause: 'ACCOUNT_UNLOCKED' }),
  });
}
