import { isLive, relatedFamilies } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';
import { overriddenOnly } from '../../grant/store/overridden-only.ts';
import { holdsRoleOf } from '../../role-holding/store/office-holders.ts';

/** What an episode is to somebody who writes a justification. */
export interface EpisodeOf {
  readonly familyId: string;
  /** Whether it concerns the person, and no grant of the account on it leaves the person out. */
  readonly concerns: boolean;
  /** Whether the account reaches it by an override alone. */
  readonly overridden: boolean;
}

const AT = '$4::timestamptz';

/** Whether a grant `g` opens something: in a role that is still held; the role of an override comes with it. */
const OPENS = `${isLive('g', AT)} AND (g.basis = 'OVERRIDE' OR ${holdsRoleOf('g', AT)})`;

/** The episode's family, and whether it concerns a person; the account sees the episode. */
export async function episodeOf(
  statements: Statements,
  about: { readonly episode: string; readonly person: string; readonly account: string },
  now: Date,
): Promise<EpisodeOf | null> {
  const [row] = await statements.run<EpisodeOf>({
    text: `SELECT e.family_id AS "familyId", EXISTS (SELECT 1 FROM access.episode_person p
        WHERE p.episode_id = e.id AND p.person_id::text = $2)
        AND coalesce((SELECT bool_or(g.persons IS NULL OR $2 = ANY (g.persons::text[])) FROM access.access_grant g
          WHERE g.episode_id = e.id AND g.account_id = $3::uuid AND ${OPENS}), true) AS concerns,
        ${overriddenOnly({ account: '$3::uuid', episode: 'e.id' }, AT)} AS overridden
      FROM access.episode e WHERE e.id = $1`,
    values: [about.episode, about.person, about.account, now.toISOString()],
  });
  return row ?? null;
}

/** Who of these has a live grant on the episode, no override, in a role that they still hold, and no declared conflict with its family. */
export async function onTheTeam(
  statements: Statements,
  { episode, familyId }: { readonly episode: string; readonly familyId: string },
  accounts: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await statements.run<{ id: string }>({
    text: `SELECT DISTINCT g.account_id AS id FROM access.access_grant g
      WHERE g.episode_id = $1 AND g.account_id::text = ANY ($3::text[]) AND g.basis <> 'OVERRIDE' AND ${OPENS}
        AND $2 NOT IN (${relatedFamilies('g.account_id', AT)})`,
    values: [episode, familyId, accounts, now.toISOString()],
  });
  return new Set(rows.map(({ id }) => id));
}
