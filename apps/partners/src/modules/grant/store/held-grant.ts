import type { GrantBasis } from '@postern/access-facts';
import type { Held } from '@postern/steps';
import { holdEpisode } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { GrantState } from '../grant.machine.ts';
import { LOOKING_AT_OTHERS } from '../grantable-roles.ts';

/** A grant as it stands, held until the transaction ends. */
export interface HeldGrant extends Held<GrantState> {
  readonly accountId: string;
  readonly agencyId: string;
  readonly episodeId: string;
  readonly role: string;
  readonly basis: GrantBasis;
  readonly workingRelationship: string;
  readonly grantedBy: string;
  readonly endsAt: Date | null;
  readonly confirmBy: Date | null;
  readonly persons: readonly string[] | null;
}

/** Which state a grant is in at `$2`. */
export const STATE =
  'access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, $2)';

/** Of the grant `held` and the account `worker`, as {@link HeldGrant} has them. */
export const COLUMNS = `held.id, held.revision, held.role, held.basis, held.persons, held.account_id AS "accountId", worker.agency_id AS "agencyId",
  held.episode_id AS "episodeId", held.working_relationship AS "workingRelationship", held.granted_by AS "grantedBy",
  held.ends_at AS "endsAt", held.confirm_by AS "confirmBy",
  ${STATE} AS state`;

/**
 * Reads one grant and holds it, after its episode: that order is the same for everybody who gives or ends access.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function holdGrant(
  transaction: Statements,
  id: string,
  now: Date,
): Promise<HeldGrant> {
  const [on] = isUuid(id)
    ? await transaction.run<{ episode: string }>({
        text: 'SELECT episode_id AS episode FROM access.access_grant WHERE id = $1',
        values: [id],
      })
    : [];
  if (on === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  await holdEpisode(transaction, on.episode);
  const [held] = await transaction.run<HeldGrant>({
    text: `SELECT ${COLUMNS} FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE held.id = $1::uuid FOR UPDATE OF held`,
    values: [id, now.toISOString()],
  });
  if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return held;
}

/** One account, as far as it works in one role where one is named; or everybody of an agency. */
export type Holder =
  | { readonly account: string; readonly role?: string }
  | { readonly agency: string };

/** The grants of a holder that could still open something, on any episode; every episode has to be held already. */
export function grantsOf(
  transaction: Statements,
  of: Holder,
  now: Date,
): Promise<readonly HeldGrant[]> {
  const [column, id] =
    'account' in of ? ['held.account_id', of.account] : ['worker.agency_id', of.agency];
  return transaction.run<HeldGrant>({
    text: `SELECT ${COLUMNS} FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE ${column} = $1::uuid AND ($3::text IS NULL OR held.role = $3) AND ${STATE} IN ('GRANTED', 'EXPIRING', 'SUSPENDED')
      ORDER BY held.id FOR UPDATE OF held`,
    values: [id, now.toISOString(), 'account' in of ? (of.role ?? null) : null],
  });
}

/** Which of these grants were suspended last for a cause. */
export async function suspendedFor(
  transaction: Statements,
  cause: string,
  grants: readonly HeldGrant[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT last.subject_id AS id FROM (SELECT DISTINCT ON (subject_id) subject_id, details FROM partners.access_event
        WHERE subject_id = ANY ($1::uuid[]) AND machine = 'GRANT' AND move = 'SUSPEND' ORDER BY subject_id, position DESC) last
      WHERE last.details ->> 'cause' = $2`,
    values: [grants.map(({ id }) => id), cause],
  });
  return new Set(rows.map(({ id }) => id));
}

/** The grants on an episode that could still open something, whoever's they are; the episode has to be held already. */
export async function grantsHeldOn(
  transaction: Statements,
  { episode, now }: { readonly episode: string; readonly now: Date },
): Promise<readonly HeldGrant[]> {
  return transaction.run<HeldGrant>({
    text: `SELECT ${COLUMNS} FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE held.episode_id = $1::uuid AND ${STATE} IN ('GRANTED', 'EXPIRING', 'SUSPENDED') ORDER BY held.id FOR UPDATE OF held`,
    values: [episode, now.toISOString()],
  });
}

/**
 * The grants of an agency's workers on an episode that were given before a moment and could still open something, but for
 * overrides, which reach behind an exclusion, and for what looks at others; the episode has to be held already.
 */
export function grantsOfExcluded(
  transaction: Statements,
  {
    episode,
    agency,
    before,
  }: { readonly episode: string; readonly agency: string; readonly before: Date },
  now: Date,
): Promise<readonly HeldGrant[]> {
  return transaction.run<HeldGrant>({
    text: `SELECT ${COLUMNS} FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
      WHERE held.episode_id = $1::uuid AND worker.agency_id = $3::uuid AND held.starts_at < $4 AND held.basis <> 'OVERRIDE'
        AND held.role <> ALL ($5::text[]) AND ${STATE} IN ('GRANTED', 'EXPIRING', 'SUSPENDED') ORDER BY held.id FOR UPDATE OF held`,
    values: [episode, now.toISOString(), agency, before.toISOString(), [...LOOKING_AT_OTHERS]],
  });
}
