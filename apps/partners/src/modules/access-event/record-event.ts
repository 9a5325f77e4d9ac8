import type { Statements } from '@postern/subgraph-kit';
import type { OnBehalfOf } from './access-event.table.ts';

/** Who takes a step and when; the service itself where there is no account. */
export interface Actor {
  readonly accountId: string | null;
  readonly agencyId: string | null;
  readonly at: Date;
}

/** What a step is about, as far as it is about an account, an agency or an episode. */
export interface About {
  readonly account?: string | null;
  readonly agency?: string | null;
  readonly episode?: string | null;
}

/** A step as it goes on the record. */
export interface AccessEvent {
  readonly machine: string;
  readonly subject: string;
  readonly move: string;
  readonly before: string | null;
  readonly after: string;
  readonly onBehalfOf: OnBehalfOf;
  readonly reason: string;
  readonly about: About;
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Puts a step on the record, in the transaction that takes it. */
export async function recordEvent(
  transaction: Statements,
  event: AccessEvent,
  { accountId, agencyId, at }: Actor,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, reason, details,
        account_id, agency_id, episode_id, actor_id, actor_agency_id, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10, $11, $12, $13, $14)`,
    values: [
      event.machine,
      event.subject,
      event.move,
      event.before,
      event.after,
      event.onBehalfOf,
      event.reason,
      JSON.stringify(event.details ?? {}),
      event.about.account ?? null,
      event.about.agency ?? null,
      event.about.episode ?? null,
      accountId,
      agencyId,
      at.toISOString(),
    ],
  });
}
