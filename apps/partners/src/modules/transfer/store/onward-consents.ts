import type { Statements } from '@postern/subgraph-kit';

/** The council's word that what was sent may be passed on. */
export interface OnwardConsent {
  readonly id: string;
  /** When the agreement with whoever passes it on was changed for it; null where it was not. */
  readonly amendedOn: string | null;
}

export interface NewConsent {
  readonly transfer: string;
  readonly recipient: string;
  readonly letter: string;
  readonly amendedOn: string | null;
  readonly by: string;
  readonly at: Date;
}

export async function addConsent(
  transaction: Statements,
  { transfer, recipient, letter, amendedOn, by, at }: NewConsent,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.onward_consent (id, transfer_id, recipient, letter, amended_on, consented_by, consented_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [crypto.randomUUID(), transfer, recipient, letter, amendedOn, by, at.toISOString()],
  });
}

/** What the council said of one recipient and was not used yet, that with a changed agreement first; null where it said nothing. */
export async function consentTo(
  transaction: Statements,
  { transfer, recipient }: Pick<NewConsent, 'recipient' | 'transfer'>,
): Promise<OnwardConsent | null> {
  const [found] = await transaction.run<OnwardConsent & Record<string, unknown>>({
    text: `SELECT id, amended_on::text AS "amendedOn" FROM partners.onward_consent
      WHERE transfer_id = $1 AND recipient = $2 AND disclosed_at IS NULL ORDER BY amended_on NULLS LAST, consented_at LIMIT 1 FOR UPDATE`,
    values: [transfer, recipient],
  });
  return found ?? null;
}

export async function useConsent(
  transaction: Statements,
  consent: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await transaction.run({
    text: 'UPDATE partners.onward_consent SET disclosed_by = $2, disclosed_at = $3 WHERE id = $1',
    values: [consent, by, at.toISOString()],
  });
}
