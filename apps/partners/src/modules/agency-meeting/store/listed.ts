import type { Statements } from '@postern/subgraph-kit';
import { relatedEpisodes } from '../../conflict/store/related-families.ts';
import type { AgencyMeeting } from './meetings.ts';
import { COLUMNS } from './meetings.ts';

/** Whose list it is. */
export interface Listing {
  readonly account: string;
  /** Whether they coordinate panels. */
  readonly isHub: boolean;
  /** Whether they are of the host's team, which reads what professionals agreed. */
  readonly isHost: boolean;
  readonly now: Date;
}

/** A meeting as a list has it. */
export interface ListedMeeting extends AgencyMeeting {
  readonly invited: readonly string[];
  /** Whether it is theirs to lead who ask. */
  readonly leads: boolean;
  /** Whether they were there, lead it, or are of the host where professionals met: they read the minutes (SHR-3.4.8b). */
  readonly readsMinutes: boolean;
}

/** The meetings that somebody was asked to, leads or attended, and of professionals all to the host; the last one first. */
export async function meetingsFor(
  statements: Statements,
  { account, isHub, isHost }: Listing,
): Promise<readonly ListedMeeting[]> {
  return statements.run<ListedMeeting & Record<string, unknown>>({
    text: `SELECT listed.*, leads OR attended OR kind = 'PROFESSIONALS' AND $3 AS "readsMinutes" FROM (
        SELECT id, state, revision, ${COLUMNS},
          ARRAY(SELECT asked.account_id::text FROM partners.meeting_invitation asked WHERE asked.meeting_id = meeting.id ORDER BY 1) AS invited,
          chair_id = $1 OR CASE kind WHEN 'PANEL' THEN $2 ELSE coordinated_by = $1 END AS leads,
          EXISTS (SELECT FROM partners.meeting_attendance there WHERE there.meeting_id = meeting.id AND there.account_id = $1) AS attended
        FROM partners.agency_meeting meeting) listed
      WHERE leads OR attended OR $1::text = ANY (invited) OR kind = 'PROFESSIONALS' AND $3
      ORDER BY "heldAt" DESC, id LIMIT 200`,
    values: [account, isHub, isHost],
  });
}

/** One line of an agenda: which record, when, and who brings it. There is nothing else in it (SHR-3.7.6b). */
export interface AgendaItem {
  readonly meeting: string;
  readonly panelCase: string;
  readonly episode: string;
  readonly reference: string;
  readonly at: Date;
  readonly referringAgency: string;
}

/** The agendas of some meetings, without what is of families that the reader has a relationship with (SHR-1.2g). */
export async function agendasOf(
  statements: Statements,
  meetings: readonly string[],
  { account, now }: Listing,
): Promise<readonly AgendaItem[]> {
  return statements.run<AgendaItem & Record<string, unknown>>({
    text: `SELECT meeting_id AS meeting, id AS "panelCase", episode_id AS episode, reference, item_at AS at, agency_id AS "referringAgency"
      FROM partners.panel_case WHERE meeting_id = ANY ($1::uuid[]) AND state NOT IN ('REFERRED', 'WITHDRAWN')
        AND episode_id NOT IN (${relatedEpisodes('$2', '$3')}) ORDER BY item_at, reference`,
    values: [meetings, account, now.toISOString()],
  });
}

/** Somebody who was there, as the minutes have them. */
export interface Attended {
  readonly meeting: string;
  readonly practitioner: string | null;
  readonly agency: string | null;
  readonly visitor: string | null;
  readonly organisation: string | null;
  readonly statementVersion: string;
  readonly toldAt: Date;
}

export async function attendanceAt(
  statements: Statements,
  meetings: readonly string[],
): Promise<readonly Attended[]> {
  return statements.run<Attended & Record<string, unknown>>({
    text: `SELECT meeting_id AS meeting, account_id AS practitioner, agency_id AS agency, visitor, organisation,
        statement_version AS "statementVersion", told_at AS "toldAt"
      FROM partners.meeting_attendance WHERE meeting_id = ANY ($1::uuid[]) ORDER BY told_at, id`,
    values: [meetings],
  });
}
