import type { Held } from '@postern/steps';
import { hold, keptText } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { relatedEpisodes } from '../../conflict/store/related-families.ts';
import type { AccuracyIssueState, AccuracyKind } from '../accuracy-issue.table.ts';

/** An issue as commands read it. */
export interface AccuracyIssue extends Held<AccuracyIssueState> {
  readonly episodeId: string;
  readonly personId: string | null;
  readonly coordinate: string;
  readonly raisedBy: string;
  readonly recordedBy: string | null;
  readonly correctedBy: string | null;
  readonly dueAt: Date;
}

const ISSUES = {
  table: 'partners.accuracy_issue',
  columns: `episode_id AS "episodeId", person_id AS "personId", coordinate, raised_by AS "raisedBy",
    recorded_by AS "recordedBy", corrected_by AS "correctedBy", due_at AS "dueAt"`,
};

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdIssue(transaction: Statements, id: string): Promise<AccuracyIssue> {
  return hold<AccuracyIssue>(transaction, ISSUES, id);
}

/** What a new issue is made of. */
export interface NewIssue
  extends Pick<
    AccuracyIssue,
    'coordinate' | 'episodeId' | 'id' | 'personId' | 'raisedBy' | 'state'
  > {
  readonly itemId: string | null;
  readonly kind: AccuracyKind;
  readonly wrong: string;
  readonly foundOn: string;
  readonly raisedByAgencyId: string | null;
  readonly raisedAt: Date;
  readonly recorder: Recorder | null;
  readonly remindAt: Date;
  readonly dueAt: Date;
}

/** Who recorded what is wrong, and whether they can still put it right. */
export interface Recorder {
  readonly id: string;
  readonly agencyId: string;
  readonly isHere: boolean;
}

export async function addIssue(transaction: Statements, issue: NewIssue): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.accuracy_issue (id, episode_id, coordinate, person_id, item_id, kind, wrong, found_on, state,
        raised_by, raised_by_agency_id, raised_at, recorded_by, recorded_by_agency_id, remind_at, due_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    values: [
      issue.id,
      issue.episodeId,
      issue.coordinate,
      issue.personId,
      issue.itemId,
      issue.kind,
      issue.wrong,
      issue.foundOn,
      issue.state,
      issue.raisedBy,
      issue.raisedByAgencyId,
      issue.raisedAt.toISOString(),
      issue.recorder?.id ?? null,
      issue.recorder?.agencyId ?? null,
      issue.remindAt.toISOString(),
      issue.dueAt.toISOString(),
    ],
  });
}

/** Null where nobody of this id works here. Whoever is related to the family can put nothing right for it (SHR-1.2g). */
export async function recorderOf(
  transaction: Statements,
  { recordedBy, episodeId }: Pick<AccuracyIssue, 'episodeId' | 'recordedBy'>,
  now: Date,
): Promise<Recorder | null> {
  const [recorder] = await transaction.run<Recorder>({
    text: `SELECT id, agency_id AS "agencyId", state IN ('ACTIVE', 'DORMANT_WARNING')
        AND $2::uuid NOT IN (${relatedEpisodes('account.id', '$3')}) AS "isHere"
      FROM access.account WHERE id = $1 AND kind = 'PRACTITIONER'`,
    values: [recordedBy, episodeId, now.toISOString()],
  });
  return recorder ?? null;
}

/** What is said of an issue when it is corrected or disputed. */
export interface IssueAnswer {
  readonly text: string;
  /** Null of a dispute, which corrects nothing. */
  readonly correctedBy: string | null;
  readonly at: Date;
}

/** Writes the state that a step led to, and with an answer what was answered, after what was before (DEV-A3-acc2). */
export async function stepIssue(
  transaction: Statements,
  id: string,
  state: AccuracyIssueState,
  answer: IssueAnswer | null = null,
): Promise<void> {
  await transaction.run(
    answer === null
      ? {
          text: 'UPDATE partners.accuracy_issue SET revision = revision + 1, state = $2 WHERE id = $1',
          values: [id, state],
        }
      : {
          text: `UPDATE partners.accuracy_issue SET revision = revision + 1, state = $2, answer = ${keptText('answer', '$3::text')}, corrected_by = $4,
              corrected_at = CASE WHEN $4::uuid IS NOT NULL THEN $5::timestamptz END WHERE id = $1`,
          values: [id, state, answer.text, answer.correctedBy, answer.at.toISOString()],
        },
  );
}
