import { civilDay } from '@postern/policy';
import type { Statements } from '@postern/subgraph-kit';
import { isInForce } from '../../agency/store/in-force.ts';

/** Which of these agencies are in force, and whether the law binds each to share for a child's welfare. */
export async function agenciesAsked(
  transaction: Statements,
  agencies: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, { readonly isBound: boolean }>> {
  const rows = await transaction.run<{ id: string; bound: boolean }>({
    text: `SELECT agency.id, agency.kind IN ('COUNCIL', 'POLICE') OR EXISTS (SELECT FROM access.agency_standing standing
          WHERE standing.agency_id = agency.id AND standing.standing IN ('CA2004_S11_BODY', 'CA2004_S16E_AGENCY')
            AND standing.starts_on <= $2::date AND (standing.ends_on IS NULL OR standing.ends_on > $2::date)) AS bound
      FROM access.agency WHERE agency.id = ANY ($1::uuid[]) AND ${isInForce('agency')}`,
    values: [agencies, civilDay(now)],
  });
  return new Map(rows.map(({ id, bound }) => [id, { isBound: bound }]));
}

/** Whether the family keeps an agency out of an episode. */
export async function isExcluded(
  transaction: Statements,
  { episode, agency }: { readonly episode: string; readonly agency: string },
  now: Date,
): Promise<boolean> {
  const rows = await transaction.run({
    text: `SELECT 1 AS excluded FROM access.exclusion WHERE episode_id = $1 AND agency_id = $2 AND scope = 'WHOLE_AGENCY'
      AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)`,
    values: [episode, agency, now.toISOString()],
  });
  return rows.length > 0;
}
