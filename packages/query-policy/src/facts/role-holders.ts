import { accessGrant, roleHolding } from '@postern/access-facts';
import { OVERRIDE_ROLE } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal } from './literal.ts';
import { grantRuns } from './running-grant.ts';
import { holdingRuns } from './running-holding.ts';

const AT = sql`(SELECT ${sql.placeholder('now')}::timestamptz AS now) p`;

/**
 * `roles` and the `accounts` that have exactly these at `now`, held or by an override: those that have one of the `roles`
 * asked for, or with `any` everybody. Who may do nothing in a role, for want of a signature, is among them.
 */
export const roleHolders: SQL = sql`SELECT held.roles, array_agg(held.account_id::text) AS accounts FROM (
    SELECT had.account_id, array_agg(DISTINCT had.role ORDER BY had.role) AS roles FROM (
      SELECT ${roleHolding.accountId} AS account_id, ${roleHolding.role} AS role FROM ${AT} CROSS JOIN ${roleHolding} WHERE ${holdingRuns}
      UNION ALL
      SELECT ${accessGrant.accountId}, ${literal(OVERRIDE_ROLE)} FROM ${AT} CROSS JOIN ${accessGrant}
      WHERE ${accessGrant.basis} = 'OVERRIDE' AND ${grantRuns}) had
    GROUP BY had.account_id) held
  WHERE ${sql.placeholder('any')}::boolean OR held.roles && ${sql.placeholder('roles')}::text[]
  GROUP BY held.roles ORDER BY held.roles`;

/** Of the `accounts` the `id` of those that have a grant in the `role` which runs at `now`. */
export const accountsGranted: SQL = sql`SELECT asked.id::text AS id FROM ${AT}
  CROSS JOIN unnest(${sql.placeholder('accounts')}::uuid[]) AS asked (id)
  WHERE EXISTS (SELECT 1 FROM ${accessGrant} WHERE ${accessGrant.accountId} = asked.id
    AND ${accessGrant.role} = ${sql.placeholder('role')} AND ${grantRuns})`;
