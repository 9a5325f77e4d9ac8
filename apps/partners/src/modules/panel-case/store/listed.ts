import type { Statements } from '@postern/subgraph-kit';
import { relatedEpisodes } from '../../conflict/store/related-families.ts';

/** Whose list it is. */
export interface Listing {
  readonly accountId: string;
  readonly agencyId: string;
  /** Whether they coordinate panels. */
  readonly isHub: boolean;
  readonly now: Date;
}

/** A case as a list has it. */
export interface ListedCase {
  readonly id: string;
  readonly episode: string;
  readonly reference: string;
  readonly state: string;
  readonly revision: number;
  readonly referredBy: string;
  readonly referringAgency: string;
  readonly meeting: string | null;
  readonly at: Date | null;
  readonly discussedOn: string | null;
  readonly agreedOn: string | null;
  readonly basis: string | null;
  readonly because: string | null;
  readonly explainedOn: string | null;
  readonly notExplainedBecause: string | null;
  readonly feedbackDueAt: Date | null;
  readonly feedbackOn: string | null;
  readonly feedbackWay: string | null;
}

/**
 * All cases to the hubs, those of their own agency to whoever refers, and those of a meeting to whoever was asked to it; none
 * of a family that they have a relationship with (SHR-1.2g). Those that go on come first, then the last to have been referred.
 */
export async function casesFor(
  statements: Statements,
  { accountId, agencyId, isHub, now }: Listing,
): Promise<readonly ListedCase[]> {
  return statements.run<ListedCase & Record<string, unknown>>({
    text: `SELECT id, episode_id AS episode, reference, state, revision, referred_by AS "referredBy", agency_id AS "referringAgency",
        meeting_id AS meeting, item_at AS at, discussed_on::text AS "discussedOn", agreed_on::text AS "agreedOn", basis, because,
        explained_on::text AS "explainedOn", not_explained_because AS "notExplainedBecause", feedback_due_at AS "feedbackDueAt",
        feedback_on::text AS "feedbackOn", feedback_way AS "feedbackWay"
      FROM partners.panel_case referred
      WHERE episode_id NOT IN (${relatedEpisodes('$1', '$4')}) AND ($3 OR referred_by = $1 OR agency_id = $2
        OR EXISTS (SELECT FROM partners.meeting_invitation asked WHERE asked.meeting_id = referred.meeting_id AND asked.account_id = $1))
      ORDER BY state IN ('CLOSED', 'WITHDRAWN'), referred_at DESC, id LIMIT 200`,
    values: [accountId, agencyId, isHub, now.toISOString()],
  });
}
