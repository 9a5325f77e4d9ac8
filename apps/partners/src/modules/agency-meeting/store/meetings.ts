import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { AgencyMeetingState } from '../agency-meeting.machine.ts';
import type { MeetingKind, MeetingTopic } from '../agency-meeting.table.ts';

/** A meeting as commands read it. */
export interface AgencyMeeting extends Held<AgencyMeetingState> {
  readonly kind: MeetingKind;
  readonly heldAt: Date;
  readonly coordinatedBy: string;
  readonly chairId: string;
  readonly topics: readonly MeetingTopic[];
  readonly agendaDueAt: Date;
  readonly agendaSentAt: Date | null;
  readonly statementVersion: string | null;
  readonly statementReadAt: Date | null;
  readonly note: string | null;
}

export const COLUMNS = `kind, held_at AS "heldAt", coordinated_by AS "coordinatedBy", chair_id AS "chairId", topics, agenda_due_at AS "agendaDueAt",
  agenda_sent_at AS "agendaSentAt", statement_version AS "statementVersion", statement_read_at AS "statementReadAt", note`;

/** @throws CommandRefused RECORD_UNKNOWN */
export async function holdMeeting(transaction: Statements, id: string): Promise<AgencyMeeting> {
  const held = await hold<AgencyMeeting>(
    transaction,
    { table: 'partners.agency_meeting', columns: COLUMNS },
    id,
  );
  return { ...held, heldAt: new Date(held.heldAt), agendaDueAt: new Date(held.agendaDueAt) };
}

/** What a new one is made of. */
export interface NewMeeting
  extends Pick<
    AgencyMeeting,
    'agendaDueAt' | 'chairId' | 'coordinatedBy' | 'heldAt' | 'kind' | 'state' | 'topics'
  > {
  readonly invited: readonly string[];
}

/** Makes one and asks people to it; answers with its id. */
export async function addMeeting(
  transaction: Statements,
  { invited, ...meeting }: NewMeeting,
): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.agency_meeting (id, kind, state, held_at, coordinated_by, chair_id, topics, agenda_due_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8)`,
    values: [
      id,
      meeting.kind,
      meeting.state,
      meeting.heldAt.toISOString(),
      meeting.coordinatedBy,
      meeting.chairId,
      [...meeting.topics],
      meeting.agendaDueAt.toISOString(),
    ],
  });
  await transaction.run({
    text: 'INSERT INTO partners.meeting_invitation (meeting_id, account_id) SELECT $1, unnest($2::uuid[])',
    values: [id, [...invited]],
  });
  return id;
}

/** What a step changes beside the state; what is left out stays as it is. */
export interface MeetingChange {
  readonly agendaSentAt?: Date;
  readonly statement?: { readonly version: string; readonly readAt: Date };
  readonly note?: string;
}

export async function stepMeeting(
  transaction: Statements,
  id: string,
  state: AgencyMeetingState,
  { agendaSentAt, statement, note }: MeetingChange = {},
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.agency_meeting SET revision = revision + 1, state = $2, agenda_sent_at = coalesce($3::timestamptz, agenda_sent_at),
        statement_version = coalesce($4::text, statement_version), statement_read_at = coalesce($5::timestamptz, statement_read_at),
        note = coalesce($6::text, note) WHERE id = $1`,
    values: [
      id,
      state,
      agendaSentAt?.toISOString() ?? null,
      statement?.version ?? null,
      statement?.readAt.toISOString() ?? null,
      note ?? null,
    ],
  });
}

/** Who was asked to a meeting. */
export async function invitedTo(
  statements: Statements,
  meeting: string,
): Promise<readonly string[]> {
  const rows = await statements.run<{ id: string }>({
    text: 'SELECT account_id AS id FROM partners.meeting_invitation WHERE meeting_id = $1 ORDER BY account_id',
    values: [meeting],
  });
  return rows.map(({ id }) => id);
}
