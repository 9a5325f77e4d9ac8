import { accessGrant, proceeding } from '@postern/access-facts';
import { PROCEEDINGS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from './literal.ts';
import { NOW, notYet } from './live.ts';
import { notBlank } from './not-blank.ts';

const laws = Object.entries(PROCEEDINGS);

const READING_ROLES: readonly string[] = [...new Set(laws.map(([, { role }]) => role))];

/** One row for each kind and state in which a role reads, and whether an end has to be set. */
const LAW: SQL = sql`(VALUES ${sql.join(
  laws.flatMap(([kind, { role, live, timed }]) =>
    live.map(
      (state) =>
        sql`(${literal(kind)}, ${literal(state)}, ${literal(role)}, ${sql.raw(String(timed))})`,
    ),
  ),
  sql`, `,
)}) AS law (kind, state, role, timed)`;

/** A proceeding that has begun and neither ended nor been closed. */
export const proceedingRuns: SQL = sql`${proceeding.openedAt} <= ${NOW} AND ${notYet(proceeding.endsAt)} AND ${notYet(proceeding.closedAt)}`;

/** A transfer in a state in which what was picked for it is read. */
export const transferIsLive: SQL = sql`${proceeding.kind} = 'TRANSFER' AND ${proceeding.state} IN (${literals(PROCEEDINGS.TRANSFER.live)}) AND ${proceedingRuns}`;

/** Those of the roles in whose kind of proceeding something holds of one that is live; not asked for callers who hold none. */
function rolesWhere(holds: SQL): SQL {
  return sql`CASE WHEN p.roles && ARRAY[${literals(READING_ROLES)}] THEN ARRAY(
      SELECT law.role FROM ${proceeding} JOIN ${LAW} ON law.kind = ${proceeding.kind} AND law.state = ${proceeding.state}
      WHERE ${proceeding.episodeId} = way.episode_id AND ${proceedingRuns} AND (NOT law.timed OR ${proceeding.endsAt} IS NOT NULL)${holds}
    ) ELSE '{}' END`;
}

/** The roles that read in a live proceeding about the episode. */
export const rolesInProceedings: SQL = rolesWhere(sql``);

/** Those of them that read in one that rests on a recorded basis, and not on the family's agreement (SHR-3.7.2b). */
export const rolesOnBasis: SQL = rolesWhere(sql` AND ${notBlank(proceeding.basis)}`);

/** Whether whoever has a grant reads in a live proceeding about its episode that rests on a recorded basis. */
export const grantOnBasis: SQL = sql`EXISTS (SELECT 1 FROM ${proceeding} JOIN ${LAW} ON law.kind = ${proceeding.kind} AND law.state = ${proceeding.state}
      WHERE law.role = ${accessGrant.role} AND ${proceeding.episodeId} = ${accessGrant.episodeId} AND ${proceedingRuns}
        AND (NOT law.timed OR ${proceeding.endsAt} IS NOT NULL) AND ${notBlank(proceeding.basis)})`;
