import type { Statements } from '@postern/subgraph-kit';

/** For whom somebody acts: themselves, a family, an agency, a colleague who asked; or the service, where a timer came due. */
export const ON_BEHALF_OF = ['SELF', 'FAMILY', 'AGENCY', 'COLLEAGUE', 'SERVICE'] as const;
export type OnBehalfOf = (typeof ON_BEHALF_OF)[number];

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

/** What a step was taken of: that by which the same step of several things differs. */
export type StepOf = Pick<AccessEvent, 'about' | 'before' | 'subject'>;

/** The same step of several things. */
export type SharedEvent = Omit<AccessEvent, keyof StepOf> & { readonly of: readonly StepOf[] };

/** Puts a step on the record, in the transaction that takes it. */
export function recordEvent(
  transaction: Statements,
  { subject, before, about, ...event }: AccessEvent,
  actor: Actor,
): Promise<void> {
  return recordEvents(transaction, { ...event, of: [{ subject, before, about }] }, actor);
}

/** Puts the same step of several things on the record, in their order. */
export async function recordEvents(
  transaction: Statements,
  { of, ...event }: SharedEvent,
  { accountId, agencyId, at }: Actor,
): Promise<void> {
  await transaction.run({
    text: `SELECT access.record_steps($1, $2::uuid[], $3, $4::text[], $5, $6, $7, $8::text::jsonb, $9::uuid[], $10::uuid[], $11::uuid[],
      $12::uuid, $13::uuid, $14::timestamptz)`,
    values: [
      event.machine,
      of.map(({ subject }) => subject),
      event.move,
      of.map(({ before }) => before),
      event.after,
      event.onBehalfOf,
      event.reason,
      JSON.stringify(event.details ?? {}),
      of.map(({ about }) => about.account ?? null),
      of.map(({ about }) => about.agency ?? null),
      of.map(({ about }) => about.episode ?? null),
      accountId,
      agencyId,
      at.toISOString(),
    ],
  });
}
