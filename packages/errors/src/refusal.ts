import type { RefusalCode } from './refusals.ts';
import { REFUSALS } from './refusals.ts';

/** What a client may read: names of fields, purposes, limits; never a value of a row. */
export type ClientFacts = Readonly<Record<string, string | number | readonly string[]>>;

/** A request that is refused by a rule; safe to show to the caller as it stands. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly status: number;
  readonly remedy: string;
  readonly facts: ClientFacts;

  constructor(code: RefusalCode, facts: ClientFacts = {}) {
    super(REFUSALS[code].message);
    this.code = code;
    this.status = REFUSALS[code].status;
    this.remedy = REFUSALS[code].remedy;
    this.facts = facts;
  }
}

/** Tells whether an unknown thrown value is a {@link Refusal}. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}
