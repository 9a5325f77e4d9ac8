import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { requestParameters } from './principal.ts';

/**
 * Where the caller stands: what a statement is compiled for beside their roles. It is read again in every statement,
 * and a statement that was compiled for another standing reads no record.
 */
export const standingFacts: SQL = sql`standing AS MATERIALIZED (
  SELECT p.policy_version, p.roles,
    coalesce((SELECT array_agg(DISTINCT unlocked.class ORDER BY unlocked.class) FROM unlocked), '{}') AS unlocked,
    coalesce((SELECT array_agg(DISTINCT hidden.coordinate ORDER BY hidden.coordinate) FROM hidden), '{}') AS hiding
  FROM gate p
)`;

/** True only where the statement was compiled for where the caller stands now. */
export const fitsStanding: SQL = sql`EXISTS (SELECT 1 FROM standing WHERE standing.policy_version = ${requestParameters.policyVersion}::integer
    AND standing.roles = ${requestParameters.roles}::text[] AND standing.unlocked = ${requestParameters.unlocked}::text[]
    AND standing.hiding = ${requestParameters.hiding}::text[])`;
