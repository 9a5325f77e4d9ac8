import type { Statements } from '@postern/subgraph-kit';

/** Ends what was given because the family agreed; whose access it was. */
export async function endGrantsOfWithdrawn(
  transaction: Statements,
  episode: string,
  at: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ account: string }>({
    text: 'SELECT account FROM access.end_grants_of_withdrawn($1, $2) AS account ORDER BY account',
    values: [episode, at.toISOString()],
  });
  return rows.map(({ account }) => account);
}

/** An agency that the whole family keeps out. */
export interface Removed {
  readonly episode: string;
  readonly agency: string;
  readonly reason: string;
  readonly dueAt: Date;
  readonly by: { readonly accountId: string; readonly agencyId: string };
  readonly at: Date;
}

/** Ends the access of an agency and begins the time in which it has to be told; who is told now, nobody where nobody had any (SHR-8.2.1i). */
export async function removeAgency(
  transaction: Statements,
  { episode, agency, reason, dueAt, by, at }: Removed,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ account: string }>({
    text: 'SELECT account FROM access.remove_agency($1, $2, $3, $4, $5, $6, $7) AS account ORDER BY account',
    values: [
      episode,
      agency,
      reason,
      dueAt.toISOString(),
      by.accountId,
      by.agencyId,
      at.toISOString(),
    ],
  });
  return rows.map(({ account }) => account);
}

/** Whether the removal of a whole agency stands, which ends with the removal. */
export async function removalStands(
  transaction: Statements,
  { episode, agency }: Pick<Removed, 'agency' | 'episode'>,
): Promise<boolean> {
  const [found] = await transaction.run<{ stands: boolean }>({
    text: 'SELECT access.removal_stands($1, $2) AS stands',
    values: [episode, agency],
  });
  return found?.stands === true;
}
