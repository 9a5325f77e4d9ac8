import type { Statements } from '@postern/subgraph-kit';

/** Somebody who is there: of a partner by their account, or a visitor by name. */
export type Present =
  | { readonly account: string; readonly agency: string }
  | {
      readonly visitor: string;
      readonly agency: string | null;
      readonly organisation: string | null;
      readonly signedConfidentiality: boolean;
    };

/** What was read to them, and when. */
export interface Told {
  readonly statementVersion: string;
  readonly toldAt: Date;
}

/** Notes who is there and what they were told. */
export async function addAttendance(
  transaction: Statements,
  meeting: string,
  present: readonly Present[],
  { statementVersion, toldAt }: Told,
): Promise<void> {
  for (const one of present)
    await transaction.run({
      text: `INSERT INTO partners.meeting_attendance (id, meeting_id, account_id, agency_id, visitor, organisation,
          signed_confidentiality, statement_version, told_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        crypto.randomUUID(),
        meeting,
        'account' in one ? one.account : null,
        one.agency,
        'account' in one ? null : one.visitor,
        'account' in one ? null : one.organisation,
        'account' in one ? false : one.signedConfidentiality,
        statementVersion,
        toldAt.toISOString(),
      ],
    });
}

/** Those of a partner who are there already. */
export async function presentAt(
  statements: Statements,
  meeting: string,
): Promise<ReadonlySet<string>> {
  const rows = await statements.run<{ id: string }>({
    text: 'SELECT account_id AS id FROM partners.meeting_attendance WHERE meeting_id = $1 AND account_id IS NOT NULL',
    values: [meeting],
  });
  return new Set(rows.map(({ id }) => id));
}
