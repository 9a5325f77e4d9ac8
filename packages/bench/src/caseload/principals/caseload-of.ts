import type { Connection } from '@postern/database';
import { CASELOAD_SIZE } from '../operations.ts';

/** One account with a full caseload, and the ids that its caseload comes down to. */
export interface Principal {
  readonly subject: string;
  readonly accountId: string;
  readonly agencyId: string;
  readonly justified: boolean;
  /** Newest episode first; `families` are theirs, one by one. */
  readonly episodes: readonly string[];
  readonly families: readonly string[];
  /** The persons whom each of these episodes concerns, and the episode, one by one. */
  readonly persons: readonly string[];
  readonly concerning: readonly string[];
  readonly colleagues: readonly string[];
}

interface PrincipalRow {
  readonly subject: string;
  readonly account_id: string;
  readonly agency_id: string;
  readonly justified: boolean;
  readonly episodes: readonly string[];
  readonly families: readonly string[];
  readonly persons: readonly string[];
  readonly concerning: readonly string[];
  readonly colleagues: readonly string[];
}

/**
 * Accounts with at least 20 live open episodes and nothing subtracted from any of them, in an order that the seed decides:
 * no family excludes the account's agency, nor any agency whole, whose people would then be missing from the team.
 * Half with a live justification for coordinating support, half without any.
 */
export async function findPrincipals(
  owner: Connection,
  options: { readonly each: number; readonly seed: number },
): Promise<readonly Principal[]> {
  const rows = await owner.run<PrincipalRow>({
    text: FIND,
    values: [CASELOAD_SIZE, options.each, String(options.seed)],
  });
  return rows.map(({ account_id, agency_id, ...row }) => ({
    ...row,
    accountId: account_id,
    agencyId: agency_id,
  }));
}

const FIND = `
WITH held AS (
  SELECT a.id, a.subject, a.agency_id, g.episode_id,
    row_number() OVER (PARTITION BY a.id ORDER BY e.opened_on DESC, e.id DESC) AS position
  FROM access.account a
  JOIN access.access_grant g ON g.account_id = a.id
  JOIN episodes.episode e ON e.id = g.episode_id
  WHERE a.subject LIKE 'bulk-%' AND e.status IN ('OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING')
    AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())
    AND (g.revoked_at IS NULL OR g.revoked_at > now()) AND (g.suspended_at IS NULL OR g.suspended_at > now())
    AND EXISTS (SELECT 1 FROM access.family_agreement f WHERE f.episode_id = e.id
      AND f.state IN ('SIGNED', 'SIGNED_WITH_EXCLUSIONS') AND f.signed_at <= now() AND f.withdrawn_at IS NULL)
),
subtracted AS MATERIALIZED (
  SELECT DISTINCT held.id FROM held JOIN access.exclusion x ON x.episode_id = held.episode_id
  WHERE x.agency_id = held.agency_id OR x.scope = 'WHOLE_AGENCY'
),
full_caseload AS MATERIALIZED (
  SELECT held.id, held.subject, held.agency_id, array_agg(held.episode_id ORDER BY held.position) AS episodes
  FROM held LEFT JOIN subtracted ON subtracted.id = held.id
  WHERE held.position <= $1 AND subtracted.id IS NULL
  GROUP BY 1, 2, 3
  HAVING count(*) = $1
),
candidates AS (
  SELECT c.*, EXISTS (SELECT 1 FROM access.justification j WHERE j.account_id = c.id AND j.state = 'LIVE'
      AND j.purpose = 'COORDINATE_SUPPORT' AND j.starts_at <= now() AND j.expires_at > now() AND j.episode_id = ANY (c.episodes)) AS justified,
    EXISTS (SELECT 1 FROM access.justification j WHERE j.account_id = c.id) AS ever_justified
  FROM full_caseload c
),
chosen AS (
  SELECT *, row_number() OVER (PARTITION BY justified ORDER BY md5(subject || $3)) AS turn
  FROM candidates WHERE justified OR NOT ever_justified
)
SELECT c.subject, c.id AS account_id, c.agency_id, c.justified, c.episodes,
  (SELECT array_agg(e.family_id ORDER BY k.position) FROM unnest(c.episodes) WITH ORDINALITY k (id, position) JOIN episodes.episode e ON e.id = k.id) AS families,
  (SELECT array_agg(ep.person_id ORDER BY ep.episode_id, ep.person_id) FROM access.episode_person ep WHERE ep.episode_id = ANY (c.episodes)) AS persons,
  (SELECT array_agg(ep.episode_id ORDER BY ep.episode_id, ep.person_id) FROM access.episode_person ep WHERE ep.episode_id = ANY (c.episodes)) AS concerning,
  (SELECT array_agg(DISTINCT g.account_id) FROM access.access_grant g WHERE g.episode_id = ANY (c.episodes)) AS colleagues
FROM chosen c WHERE c.turn <= $2
ORDER BY c.turn, c.justified`;
