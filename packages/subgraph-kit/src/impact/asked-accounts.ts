import type { Connection } from '@postern/database';
import { accountsGranted, compileStatement, roleHolders } from '@postern/query-policy';

const HOLDERS = compileStatement(roleHolders);
const GRANTED = compileStatement(accountsGranted);

/** Accounts that hold the same roles now. */
export interface RoleHolders {
  readonly roles: readonly string[];
  readonly accounts: readonly string[];
}

/** Who has to be asked about a change of the rules of these roles; everything read from the access facts. */
export class AskedAccounts {
  readonly #connection: Connection;
  readonly #now: string;

  constructor(connection: Connection, now: Date) {
    this.#connection = connection;
    this.#now = now.toISOString();
  }

  /** Everybody who has one of the roles now, held or by an override (`*` is anybody with a role), grouped by the exact set of them. */
  async holders(roles: ReadonlySet<string>): Promise<readonly RoleHolders[]> {
    return this.#connection.run<{ roles: string[]; accounts: string[] }>({
      text: HOLDERS.text,
      values: HOLDERS.bind({ now: this.#now, any: roles.has('*'), roles: [...roles] }),
    });
  }

  /** Of the accounts those that have a grant in the role which runs. */
  async granted(accounts: readonly string[], role: string): Promise<readonly string[]> {
    const rows = await this.#connection.run<{ id: string }>({
      text: GRANTED.text,
      values: GRANTED.bind({ now: this.#now, accounts, role }),
    });
    return rows.map(({ id }) => id);
  }

  /** The purposes for which each account has a justification that runs. */
  async justified(): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.#connection.run<{ id: string; purposes: string[] }>({
      text: `SELECT account_id::text AS id, array_agg(DISTINCT purpose) AS purposes FROM access.justification
        WHERE state = 'LIVE' AND starts_at <= $1::timestamptz AND expires_at > $1::timestamptz GROUP BY account_id`,
      values: [this.#now],
    });
    return new Map(rows.map(({ id, purposes }) => [id, purposes]));
  }

  /** Every detail that is hidden from somebody now, by exclusion, restriction or a right exercised. */
  async hiddenSomewhere(): Promise<ReadonlySet<string>> {
    const rows = await this.#connection.run<{ coordinate: string }>({
      text: ['exclusion', 'restriction', 'processing_restriction']
        .map(
          (table) => `SELECT unnest(coordinates) AS coordinate FROM access.${table}
            WHERE starts_at <= $1::timestamptz AND (ends_at IS NULL OR ends_at > $1::timestamptz)`,
        )
        .join(' UNION '),
      values: [this.#now],
    });
    return new Set(rows.map(({ coordinate }) => coordinate));
  }
}
