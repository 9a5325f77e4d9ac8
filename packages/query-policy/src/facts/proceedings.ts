import { proceeding } from '@postern/access-facts';
import { PROCEEDINGS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from './literal.ts';
import { NOW, notYet } from './live.ts';

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

/** The roles that read in a live proceeding about the episode; not asked for callers who hold none of them. */
export const rolesInProceedings: SQL = sql`CASE WHEN p.roles && ARRAY[${literals(READING_ROLES)}] THEN ARRAY(
      SELECT law.role FROM ${proceeding} JOIN ${LAW} ON law.kind = ${proceeding.kind} AND law.state = ${proceeding.state}
      WHERE ${proceeding.episodeId} = way.episode_id AND ${proceedingRuns} AND (NOT law.timed OR ${proceeding.endsAt} IS NOT NULL)
    ) ELSE '{}' END`;
