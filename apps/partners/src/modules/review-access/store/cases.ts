import type { Statements } from '@postern/subgraph-kit';
import type { ReviewAccess } from './reviews.ts';

/** One case that is looked at. */
export interface ReviewCase {
  readonly episodeId: string;
  readonly proceedingId: string;
  readonly grantId: string;
}

/** The episodes of some audits and reviews, by their ids. */
export async function episodesOf(
  statements: Statements,
  reviews: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await statements.run<{ review: string; episodes: readonly string[] }>({
    text: `SELECT review_id AS review, array_agg(episode_id::text ORDER BY episode_id) AS episodes
      FROM partners.review_case WHERE review_id = ANY ($1::uuid[]) GROUP BY review_id`,
    values: [reviews],
  });
  return new Map(rows.map(({ review, episodes }) => [review, episodes]));
}

/** Opens a proceeding about an episode; answers with its id. */
export async function openProceeding(
  transaction: Statements,
  { kind, endsAt }: ReviewAccess,
  opening: { readonly episode: string; readonly state: string; readonly at: Date },
): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO access.proceeding (id, kind, episode_id, state, opened_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [
      id,
      kind,
      opening.episode,
      opening.state,
      opening.at.toISOString(),
      endsAt.toISOString(),
    ],
  });
  return id;
}

export async function addCase(
  transaction: Statements,
  review: string,
  { episodeId, proceedingId, grantId }: ReviewCase,
): Promise<void> {
  await transaction.run({
    text: 'INSERT INTO partners.review_case (review_id, episode_id, proceeding_id, grant_id) VALUES ($1, $2, $3, $4)',
    values: [review, episodeId, proceedingId, grantId],
  });
}

export async function casesOf(
  transaction: Statements,
  review: string,
): Promise<readonly ReviewCase[]> {
  return transaction.run<ReviewCase>({
    text: `SELECT episode_id AS "episodeId", proceeding_id AS "proceedingId", grant_id AS "grantId"
      FROM partners.review_case WHERE review_id = $1 ORDER BY episode_id`,
    values: [review],
  });
}

/** The grants that other audits and reviews gave on an episode, which are still open. */
export async function grantsOfOthers(
  transaction: Statements,
  review: string,
  episode: string,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT other.grant_id AS id FROM partners.review_case other JOIN partners.review_access review ON review.id = other.review_id
      WHERE other.episode_id = $2 AND other.review_id <> $1 AND review.state = 'OPEN'`,
    values: [review, episode],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Moves every proceeding of a review to a state; closed ones stay closed. */
export async function moveProceedings(
  transaction: Statements,
  review: string,
  { state, closedAt }: { readonly state: string; readonly closedAt: Date | null },
): Promise<void> {
  await transaction.run({
    text: `UPDATE access.proceeding SET state = $2, closed_at = coalesce(closed_at, $3::timestamptz)
      WHERE id IN (SELECT proceeding_id FROM partners.review_case WHERE review_id = $1) AND closed_at IS NULL`,
    values: [review, state, closedAt?.toISOString() ?? null],
  });
}
