import type { Statements } from '@postern/subgraph-kit';
import type { EventKind } from '../../policy-event/policy-event.table.ts';

/** One step, as it goes on the record. */
export interface Step {
  readonly kind: EventKind;
  readonly draftId: string;
  readonly version?: number;
  /** What it changed, as it was and as it became. */
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
}

/** Who takes a step, and when. */
export interface Actor {
  readonly accountId: string;
  readonly agencyId: string;
  readonly at: Date;
}

/** Puts a step on the record, in the transaction that takes it. */
export async function recordStep(
  transaction: Statements,
  step: Step,
  { accountId, agencyId, at }: Actor,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.policy_event (kind, draft_id, version, actor_id, agency_id, at, before, after, reason)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8::text::jsonb, $9)`,
    values: [
      step.kind,
      step.draftId,
      step.version ?? null,
      accountId,
      agencyId,
      at.toISOString(),
      jsonOf(step.before),
      jsonOf(step.after),
      step.reason,
    ],
  });
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Everybody who took a step in a draft but for deciding on it, be it one that was taken back since. */
export async function takingPart(
  transaction: Statements,
  draftId: string,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.run<{ actor: string }>({
    text: `SELECT DISTINCT actor_id AS actor FROM partners.policy_event
      WHERE draft_id = $1 AND kind <> ALL (ARRAY['APPROVED', 'CONFIRMED', 'REFUSED'])`,
    values: [draftId],
  });
  return new Set(rows.map(({ actor }) => actor));
}
