import type { Connection } from '@postern/database';

/** An account that reads an episode through a grant, and a person of that episode's family. */
export interface Victim {
  readonly accountId: string;
  readonly subject: string;
  readonly episodeId: string;
  readonly reference: string;
  readonly personId: string;
}

/** Accounts of the development issuer with one grant on an episode, in one role that reads it; one victim for each episode and account. */
export function candidates(owner: Connection): Promise<readonly Victim[]> {
  return owner.run<Victim & Record<string, unknown>>({
    text: `SELECT DISTINCT ON (g.episode_id, a.subject) a.id AS "accountId", a.subject, g.episode_id AS "episodeId",
        e.reference, m.person_id AS "personId"
      FROM access.access_grant g
      JOIN access.account a ON a.id = g.account_id AND a.issuer_id = 'development' AND a.state = 'ACTIVE'
      JOIN episodes.episode e ON e.id = g.episode_id
      JOIN access.episode_person m ON m.episode_id = g.episode_id
      WHERE g.revoked_at IS NULL AND g.suspended_at IS NULL AND g.ends_at IS NULL AND g.role IN ('TAF_MEMBER', 'LEAD_PROFESSIONAL')
      ORDER BY g.episode_id, a.subject, m.person_id`,
    values: [],
  });
}

/** What a victim asks: the episode, and in it the name that is written anew. */
export function questionOf({ reference }: Victim): string {
  return `{ episode(reference: ${JSON.stringify(reference)}) { reference family { reference members { id givenName } } } }`;
}
