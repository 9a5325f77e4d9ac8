import type { Held } from '@postern/steps';
import { hold, holdEpisode } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { PanelCaseState } from '../panel-case.machine.ts';
import type { FeedbackWay, PanelBasis } from '../panel-case.table.ts';

/** On what a family’s case goes to the panel: its agreement, or the law and what the family was told (SHR-3.7.2a, SHR-3.7.2b). */
export interface ReferredOn {
  readonly discussedOn: string | null;
  readonly agreedOn: string | null;
  readonly basis: PanelBasis | null;
  readonly because: string | null;
  readonly explainedOn: string | null;
  readonly notExplainedBecause: string | null;
}

/** A case as commands read it. */
export interface PanelCase extends Held<PanelCaseState> {
  readonly episodeId: string;
  readonly referredBy: string;
  readonly agencyId: string;
  readonly basis: PanelBasis | null;
  readonly meetingId: string | null;
  readonly proceedingId: string | null;
  readonly presentedAt: Date | null;
  readonly feedbackDueAt: Date | null;
}

const COLUMNS = `episode_id AS "episodeId", referred_by AS "referredBy", agency_id AS "agencyId", basis, meeting_id AS "meetingId",
  proceeding_id AS "proceedingId", presented_at AS "presentedAt", feedback_due_at AS "feedbackDueAt"`;

/**
 * Holds one, after its episode: that order is the same for everybody who gives or ends access, and for what closes an episode.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function holdCase(transaction: Statements, id: string): Promise<PanelCase> {
  const [of] = isUuid(id)
    ? await transaction.run<{ episode: string }>({
        text: 'SELECT episode_id AS episode FROM partners.panel_case WHERE id = $1',
        values: [id],
      })
    : [];
  if (of === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  await holdEpisode(transaction, of.episode);
  const held = await hold<PanelCase>(
    transaction,
    { table: 'partners.panel_case', columns: COLUMNS },
    id,
  );
  const moment = (at: Date | null): Date | null => (at === null ? null : new Date(at));
  return {
    ...held,
    presentedAt: moment(held.presentedAt),
    feedbackDueAt: moment(held.feedbackDueAt),
  };
}

/** The meeting that a case is listed for; asked first, because a meeting is held before its cases. */
export async function meetingOf(statements: Statements, id: string): Promise<string | null> {
  const [row] = isUuid(id)
    ? await statements.run<{ meeting: string | null }>({
        text: 'SELECT meeting_id AS meeting FROM partners.panel_case WHERE id = $1',
        values: [id],
      })
    : [];
  return row?.meeting ?? null;
}

/** The cases that a meeting did not come to, in the order of their episodes: whoever holds several holds them in that. */
export async function listedFor(
  transaction: Statements,
  meeting: string,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT id FROM partners.panel_case WHERE meeting_id = $1 AND state = 'LISTED' ORDER BY episode_id, id`,
    values: [meeting],
  });
  return rows.map(({ id }) => id);
}

/** Whether a case of an episode is with the panel. The episode has to be held. */
export async function isWithPanel(transaction: Statements, episode: string): Promise<boolean> {
  const [found] = await transaction.run({
    text: `SELECT 1 AS found FROM partners.panel_case WHERE episode_id = $1 AND state NOT IN ('CLOSED', 'WITHDRAWN')`,
    values: [episode],
  });
  return found !== undefined;
}

/** What a new one is made of. */
export interface NewCase
  extends Pick<PanelCase, 'agencyId' | 'episodeId' | 'referredBy' | 'state'> {
  readonly referredAt: Date;
  readonly on: ReferredOn;
}

/** Makes one, by the reference of its episode; answers with its id. */
export async function addCase(transaction: Statements, referred: NewCase): Promise<string> {
  const id = crypto.randomUUID();
  const { on } = referred;
  await transaction.run({
    text: `INSERT INTO partners.panel_case (id, episode_id, reference, state, referred_by, agency_id, referred_at,
        discussed_on, agreed_on, basis, because, explained_on, not_explained_because)
      VALUES ($1, $2, access.episode_reference($2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      id,
      referred.episodeId,
      referred.state,
      referred.referredBy,
      referred.agencyId,
      referred.referredAt.toISOString(),
      on.discussedOn,
      on.agreedOn,
      on.basis,
      on.because,
      on.explainedOn,
      on.notExplainedBecause,
    ],
  });
  return id;
}

/** What a step changes beside the state; what is left out stays as it is. */
export interface CaseChange {
  readonly listed?: { readonly meeting: string; readonly at: Date; readonly proceeding: string };
  readonly presentedAt?: Date;
  readonly feedback?: { readonly remindAt: Date; readonly dueAt: Date };
  readonly given?: { readonly on: string; readonly way: FeedbackWay };
}

/** By when the family of a case is to hear: no step, where nobody asked for it because its episode closed. */
export async function setFeedback(
  transaction: Statements,
  id: string,
  { remindAt, dueAt }: NonNullable<CaseChange['feedback']>,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE partners.panel_case SET feedback_remind_at = $2, feedback_due_at = $3 WHERE id = $1',
    values: [id, remindAt.toISOString(), dueAt.toISOString()],
  });
}

export async function stepCase(
  transaction: Statements,
  id: string,
  state: PanelCaseState,
  { listed, presentedAt, feedback, given }: CaseChange = {},
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.panel_case SET revision = revision + 1, state = $2, meeting_id = coalesce($3::uuid, meeting_id),
        item_at = coalesce($4::timestamptz, item_at), proceeding_id = coalesce($5::uuid, proceeding_id),
        presented_at = coalesce($6::timestamptz, presented_at), feedback_remind_at = coalesce($7::timestamptz, feedback_remind_at),
        feedback_due_at = coalesce($8::timestamptz, feedback_due_at), feedback_on = coalesce($9::date, feedback_on),
        feedback_way = coalesce($10::text, feedback_way) WHERE id = $1`,
    values: [
      id,
      state,
      listed?.meeting ?? null,
      listed?.at.toISOString() ?? null,
      listed?.proceeding ?? null,
      presentedAt?.toISOString() ?? null,
      feedback?.remindAt.toISOString() ?? null,
      feedback?.dueAt.toISOString() ?? null,
      given?.on ?? null,
      given?.way ?? null,
    ],
  });
}
