import type { Columns } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { assessment } from '../assessment/assessment.table.ts';
import { opensSomething } from '../people/live-grant.ts';
import { plan, planAction } from '../plan/plan.table.ts';
import { episodePerson } from './episode.table.ts';

/** What support in an open episode is meant to have, in the order in which it is named (SHR-3.4.1). */
const OPEN = sql.raw(`'OPEN', 'OPEN_TAF'`);

/**
 * SQL: what an open episode lacks; null where it lacks nothing, so that whoever may not know of a part learns nothing by the
 * whole, or is not open.
 */
export function missingElements(row: Columns): SQL {
  const id = columnOf(row, 'id');
  return sql`CASE WHEN ${columnOf(row, 'status')} IN (${OPEN}) THEN to_json(nullif(array_remove(ARRAY[
    CASE WHEN NOT EXISTS (SELECT FROM ${assessment} WHERE ${assessment.episodeId} = ${id} AND ${assessment.completedOn} <= p.today)
      THEN 'WHOLE_FAMILY_ASSESSMENT' END,
    CASE WHEN EXISTS (SELECT FROM ${episodePerson} WHERE ${episodePerson.episodeId} = ${id}
        AND NOT EXISTS (SELECT FROM ${plan} WHERE ${plan.episodeId} = ${id} AND ${episodePerson.personId} = ANY (${plan.concerns})))
      OR NOT EXISTS (SELECT FROM ${plan} WHERE ${plan.episodeId} = ${id})
      THEN 'PLAN' END,
    CASE WHEN NOT EXISTS (SELECT FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
        WHERE held.episode_id = ${id} AND held.role = 'LEAD_PROFESSIONAL' AND held.basis = 'WORK' AND ${sql.raw(opensSomething('held', 'p.now'))}
          AND NOT EXISTS (SELECT FROM access.exclusion kept WHERE kept.episode_id = held.episode_id AND kept.agency_id = worker.agency_id
            AND kept.scope = 'WHOLE_AGENCY' AND kept.starts_at <= p.now AND (kept.ends_at IS NULL OR kept.ends_at > p.now)))
      THEN 'LEAD_PROFESSIONAL' END,
    CASE WHEN NOT EXISTS (SELECT FROM ${plan} JOIN ${planAction} ON ${planAction.planId} = ${plan.id} WHERE ${plan.episodeId} = ${id})
      OR EXISTS (SELECT FROM ${plan} LEFT JOIN ${planAction} ON ${planAction.planId} = ${plan.id} WHERE ${plan.episodeId} = ${id}
        AND (coalesce(${plan.objective}, '') !~ '[[:alnum:]]' OR coalesce(${planAction.measure}, '') !~ '[[:alnum:]]'))
      THEN 'OBJECTIVES_AND_MEASURES' END], NULL), '{}')) END`;
}
