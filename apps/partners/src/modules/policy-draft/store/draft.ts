import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { DraftKind, DraftState } from '../policy-draft.table.ts';

/** A draft as it stands, without its changes. */
export interface Draft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly reason: string;
  readonly state: DraftState;
  readonly revision: number;
  readonly baseVersion: number;
  readonly rollsBackTo: number | null;
  readonly createdBy: string;
  readonly publishedVersion: number | null;
}

const COLUMNS = `id, kind, reason, state, revision, base_version AS "baseVersion", rolls_back_to AS "rollsBackTo",
  created_by AS "createdBy", published_version AS "publishedVersion"`;

/**
 * Reads a draft and holds it until the transaction ends, so that of two who change it the later one sees what the
 * earlier one did. What is no id is no draft.
 * @throws CommandRefused POLICY_DRAFT_UNKNOWN
 */
export async function holdDraft(transaction: Statements, id: string): Promise<Draft> {
  const [draft] = isUuid(id)
    ? await transaction.run<Draft>({
        text: `SELECT ${COLUMNS} FROM partners.policy_draft WHERE id = $1 FOR UPDATE`,
        values: [id],
      })
    : [];
  if (draft === undefined) throw new CommandRefused('POLICY_DRAFT_UNKNOWN');
  return draft;
}

/** What a new draft is made of. */
export interface NewDraft extends Pick<Draft, 'kind' | 'reason' | 'state' | 'baseVersion'> {
  readonly title: string;
  readonly rollsBackTo: number | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Makes a draft; answers with its id. */
export async function makeDraft(transaction: Statements, draft: NewDraft): Promise<string> {
  const [made] = await transaction.run<{ id: string }>({
    text: `INSERT INTO partners.policy_draft
        (kind, title, reason, state, base_version, rolls_back_to, created_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    values: [
      draft.kind,
      draft.title,
      draft.reason,
      draft.state,
      draft.baseVersion,
      draft.rollsBackTo,
      draft.createdBy,
      draft.createdAt.toISOString(),
    ],
  });
  if (made === undefined) throw new TypeError('An INSERT returns the row it made.');
  return made.id;
}

/** What a step makes of a draft; absent parts stay. */
export interface DraftStep {
  readonly state?: DraftState;
  readonly baseVersion?: number;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly publishedVersion?: number;
  readonly activatesAt?: Date;
}

/** Writes a step to a held draft and counts its revision up. */
export async function stepDraft(
  transaction: Statements,
  id: string,
  step: DraftStep = {},
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.policy_draft SET revision = revision + 1, state = coalesce($2::text, state),
        base_version = coalesce($3::integer, base_version), decided_by = coalesce($4::uuid, decided_by),
        decided_at = coalesce($5::timestamptz, decided_at), published_version = coalesce($6::integer, published_version),
        activates_at = coalesce($7::timestamptz, activates_at) WHERE id = $1`,
    values: [
      id,
      step.state ?? null,
      step.baseVersion ?? null,
      step.decidedBy ?? null,
      step.decidedAt?.toISOString() ?? null,
      step.publishedVersion ?? null,
      step.activatesAt?.toISOString() ?? null,
    ],
  });
}
