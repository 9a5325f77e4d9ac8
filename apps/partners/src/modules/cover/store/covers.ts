import { isLive } from '@postern/access-facts';
import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { relatedEpisodes } from '../../conflict/store/related-families.ts';
import { UNTIL } from '../../grant/store/stand-ins.ts';
import type { CoverState } from '../cover.machine.ts';

/** A request for cover, held until the transaction ends. */
export interface HeldCover extends Held<CoverState> {
  readonly askedBy: string;
  readonly agencyId: string;
  readonly colleagueId: string;
  readonly until: Date;
}

export const COVERS = {
  table: 'partners.cover_request',
  columns: 'asked_by AS "askedBy", agency_id AS "agencyId", colleague_id AS "colleagueId", until',
};

/** A worker of an agency; null where there is none of this id. */
export async function colleagueOf(
  transaction: Statements,
  { agency, colleague }: { readonly agency: string; readonly colleague: string },
): Promise<string | null> {
  const [found] = await transaction.run<{ id: string }>({
    text: `SELECT id FROM access.account WHERE id::text = $1 AND agency_id = $2 AND kind = 'PRACTITIONER'`,
    values: [colleague, agency],
  });
  return found?.id ?? null;
}

/** What a colleague works on: their live grants that are neither cover nor an override, by episode. */
export interface CoveredGrant {
  readonly id: string;
  readonly episodeId: string;
  readonly role: string;
  readonly persons: readonly string[] | null;
  /** When it ends at the latest; null: no end is set. */
  readonly until: Date | null;
}

/** SQL: the live grants of an account at a moment that others may take over, as `held`. */
function caseload(account: string, at: string): string {
  return `FROM access.access_grant held WHERE held.account_id = ${account} AND held.basis IN ('WORK', 'DEPUTY') AND ${isLive('held', at)}`;
}

/** SQL: whether the colleague of the row `cover` works with a family that an account has a relationship with (SHR-1.2g). */
function touchesRelated(account: string, at: string): string {
  return `EXISTS (SELECT ${caseload('cover.colleague_id', at)} AND held.episode_id IN (${relatedEpisodes(account, at)}))`;
}

/** SQL: whether an account decides nothing about the row `cover`: it is theirs or for them, or about a family of theirs. */
export function isBarred(account: string, at: string): string {
  return `(${account} IN (cover.asked_by, cover.colleague_id) OR ${touchesRelated(account, at)})`;
}

/** In the order of their episodes, which is the order in which they are held. */
export function caseloadOf(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<readonly CoveredGrant[]> {
  return transaction.run<CoveredGrant & Record<string, unknown>>({
    text: `SELECT held.id, held.episode_id AS "episodeId", held.role, held.persons, ${UNTIL} AS until ${caseload('$1', '$2')}
      ORDER BY held.episode_id, held.role, held.id`,
    values: [account, now.toISOString()],
  });
}

/** Those of some officers who may decide about a request for cover. */
export async function whoMayDecide(
  transaction: Statements,
  { cover, officers }: { readonly cover: string; readonly officers: readonly string[] },
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT officer.id FROM partners.cover_request cover CROSS JOIN unnest($2::uuid[]) officer (id)
      WHERE cover.id = $1 AND NOT ${isBarred('officer.id', '$3')}`,
    values: [cover, [...officers], now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
