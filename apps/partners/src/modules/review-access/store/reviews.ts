import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { relatedEpisodes } from '../../conflict/store/related-families.ts';
import { holdsOffice } from '../../role-holding/store/office-holders.ts';
import type { ReviewAccessState, ReviewKind, ReviewStage } from '../review-access.table.ts';

/** An audit or a review as commands read it. */
export interface ReviewAccess extends Held<ReviewAccessState> {
  readonly kind: ReviewKind;
  readonly accountId: string;
  readonly about: string;
  readonly stage: ReviewStage | null;
  readonly proposedBy: string;
  /** Null before somebody did. */
  readonly acceptedBy: string | null;
  readonly endsAt: Date;
  readonly learning: string | null;
}

const COLUMNS = `kind, account_id AS "accountId", about, stage, proposed_by AS "proposedBy", accepted_by AS "acceptedBy", ends_at AS "endsAt", learning`;

/** @throws CommandRefused RECORD_UNKNOWN */
export async function holdReview(transaction: Statements, id: string): Promise<ReviewAccess> {
  const held = await hold<ReviewAccess>(
    transaction,
    { table: 'partners.review_access', columns: COLUMNS },
    id,
  );
  return { ...held, endsAt: new Date(held.endsAt) };
}

/** One of a list, and whether it is theirs who ask, to look in or to manage; otherwise they read what was learned alone. */
export interface ListedReview extends ReviewAccess {
  readonly isOwn: boolean;
  readonly isManaged: boolean;
}

/**
 * Those in which an account looks and all of some kinds, but of a family that it has a relationship with, and whatever was
 * learned from others, the newest first.
 */
export async function reviewsFor(
  statements: Statements,
  account: string,
  kinds: readonly ReviewKind[],
  now: Date,
): Promise<readonly ListedReview[]> {
  const rows = await statements.run<ListedReview>({
    text: `SELECT * FROM (SELECT id, state, revision, ${COLUMNS}, proposed_at, online_until, account_id = $1 AND is_free AS "isOwn",
          kind = ANY ($2::text[]) AND is_free AS "isManaged"
        FROM partners.review_access review CROSS JOIN LATERAL (SELECT NOT EXISTS (SELECT FROM partners.review_case looked
          WHERE looked.review_id = review.id AND looked.episode_id IN (${relatedEpisodes('$1', '$3')})) AS is_free) asked) listed
      WHERE "isOwn" OR "isManaged"
        OR state = 'LEARNING_PUBLISHED' AND (online_until IS NULL OR online_until > $3) ORDER BY proposed_at DESC, id LIMIT 500`,
    values: [account, kinds, now.toISOString()],
  });
  return rows.map((row) => ({ ...row, endsAt: new Date(row.endsAt) }));
}

/** What a new one is made of. */
export interface NewReview
  extends Pick<ReviewAccess, 'about' | 'accountId' | 'endsAt' | 'kind' | 'proposedBy' | 'state'> {
  readonly proposedAt: Date;
}

/** Makes one; answers with its id. */
export async function addReview(transaction: Statements, review: NewReview): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.review_access (id, kind, account_id, about, state, proposed_by, proposed_at, ends_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      id,
      review.kind,
      review.accountId,
      review.about,
      review.state,
      review.proposedBy,
      review.proposedAt.toISOString(),
      review.endsAt.toISOString(),
    ],
  });
  return id;
}

/** What a step changes beside the state; what is left out stays as it is. */
export interface ReviewChange {
  readonly acceptedBy?: string;
  readonly stage?: ReviewStage;
  readonly learning?: string;
  readonly onlineUntil?: Date;
}

export async function stepReview(
  transaction: Statements,
  id: string,
  state: ReviewAccessState,
  { acceptedBy, stage, learning, onlineUntil }: ReviewChange = {},
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.review_access SET revision = revision + 1, state = $2, accepted_by = coalesce($3::uuid, accepted_by),
        stage = coalesce($4::text, stage), learning = coalesce($5::text, learning),
        online_until = coalesce($6::timestamptz, online_until) WHERE id = $1`,
    values: [
      id,
      state,
      acceptedBy ?? null,
      stage ?? null,
      learning ?? null,
      onlineUntil?.toISOString() ?? null,
    ],
  });
}

/** Whether somebody who works here holds a role now, with an account in use. @throws CommandRefused RECORD_UNKNOWN where nobody does of this id */
export async function holdsRole(
  transaction: Statements,
  { account, role }: { readonly account: string; readonly role: string },
  now: Date,
): Promise<boolean> {
  const [found] = isUuid(account)
    ? await transaction.run<{ holds: boolean }>({
        text: `SELECT ${holdsOffice('account', { roles: 'ARRAY[$2::text]', at: '$3::timestamptz' })} AS holds
          FROM access.account WHERE account.id = $1 AND account.kind = 'PRACTITIONER'`,
        values: [account, role, now.toISOString()],
      })
    : [];
  if (found === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return found.holds;
}
