import type { Held } from '@postern/steps';
import { hold, keptText } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { InformationRequestState, RefusalCode } from '../information-request.table.ts';

/** A request as commands read it. */
export interface InformationRequest extends Held<InformationRequestState> {
  readonly episodeId: string;
  readonly askedBy: string;
  readonly askingAgencyId: string;
  readonly holdingAgencyId: string;
  readonly answeredBy: string | null;
  readonly statutoryDuty: boolean;
  readonly dueAt: Date | null;
}

const REQUESTS = {
  table: 'partners.information_request',
  columns: `episode_id AS "episodeId", asked_by AS "askedBy", asking_agency_id AS "askingAgencyId",
    holding_agency_id AS "holdingAgencyId", answered_by AS "answeredBy", statutory_duty AS "statutoryDuty", due_at AS "dueAt"`,
};

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdRequest(transaction: Statements, id: string): Promise<InformationRequest> {
  return hold<InformationRequest>(transaction, REQUESTS, id);
}

/** What a new request is made of. */
export interface NewRequest
  extends Pick<
    InformationRequest,
    'askedBy' | 'askingAgencyId' | 'episodeId' | 'holdingAgencyId' | 'statutoryDuty'
  > {
  readonly asked: string;
  readonly state: InformationRequestState;
  readonly askedAt: Date;
  readonly dueAt: Date;
}

/** Makes a request; answers with its id. */
export async function addRequest(transaction: Statements, request: NewRequest): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.information_request (id, episode_id, asked_by, asking_agency_id, holding_agency_id, asked,
        state, statutory_duty, asked_at, due_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      id,
      request.episodeId,
      request.askedBy,
      request.askingAgencyId,
      request.holdingAgencyId,
      request.asked,
      request.state,
      request.statutoryDuty,
      request.askedAt.toISOString(),
      request.dueAt.toISOString(),
    ],
  });
  return id;
}

/** What an agency answered. */
export interface RequestAnswer {
  readonly by: string;
  readonly at: Date;
  /** Null where everything was shared. */
  readonly code: RefusalCode | null;
  readonly reasons: string | null;
  readonly riskAssessment: string | null;
}

/** Writes the state that a step led to, and with an answer what was answered; what was written before is kept (SHR-3.3.8). */
export async function stepRequest(
  transaction: Statements,
  id: string,
  state: InformationRequestState,
  answer: RequestAnswer | null = null,
): Promise<void> {
  await transaction.run({
    text:
      answer === null
        ? 'UPDATE partners.information_request SET revision = revision + 1, state = $2 WHERE id = $1'
        : `UPDATE partners.information_request SET revision = revision + 1, state = $2, answered_by = $3, answered_at = $4,
            refusal_code = coalesce($5, refusal_code), reasons = ${keptText('reasons', '$6::text')},
            risk_assessment = ${keptText('risk_assessment', '$7::text')} WHERE id = $1`,
    values:
      answer === null
        ? [id, state]
        : [
            id,
            state,
            answer.by,
            answer.at.toISOString(),
            answer.code,
            answer.reasons,
            answer.riskAssessment,
          ],
  });
}
