import type { Clock, Connection } from '@postern/database';

/** Whom a reporting credential stands for, and for which purpose alone. */
export interface StandIn {
  readonly issuerId: string;
  readonly subject: string;
  readonly purpose: string;
  readonly endsAt: Date;
}

/** What a tool shows: a key by its hash, or a service as its provider calls it. */
export type Shown =
  | { readonly kind: 'KEY'; readonly hash: string }
  | { readonly kind: 'SERVICE'; readonly issuerId: string; readonly clientId: string };

/** Finds whom a credential stands for now; null where there is none, or none any more. */
export type FindStandIn = (shown: Shown) => Promise<StandIn | null>;

interface StandInRow {
  readonly issuer_id: string;
  readonly subject: string;
  readonly purpose: string;
  readonly ends_at: Date;
}

/** Asks the database, which tells of a credential only to whoever can show it; nothing of it is remembered. */
export function standIns(
  connection: Pick<Connection, 'run'>,
  clock: Pick<Clock, 'factsAt'>,
): FindStandIn {
  return async (shown) => {
    const [row] = await connection.run<StandInRow>({
      text: 'SELECT issuer_id, subject, purpose, ends_at FROM access.reporting_stand_in($1, $2, $3, $4)',
      values: [
        shown.kind === 'KEY' ? shown.hash : null,
        shown.kind === 'SERVICE' ? shown.issuerId : null,
        shown.kind === 'SERVICE' ? shown.clientId : null,
        clock.factsAt()?.toISOString() ?? null,
      ],
    });
    if (row === undefined) return null;
    const { issuer_id: issuerId, subject, purpose, ends_at: endsAt } = row;
    return { issuerId, subject, purpose, endsAt: new Date(endsAt) };
  };
}
