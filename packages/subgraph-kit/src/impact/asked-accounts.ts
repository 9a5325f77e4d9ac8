import type { Connection } from '@postern/database';

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
    const rows = await this.#connection.run<{ roles: string[]; accounts: string[] }>({
      text: `SELECT held.roles, array_agg(held.account_id::text) AS accounts FROM (
          SELECT account_id, array_agg(DISTINCT role ORDER BY role) AS roles FROM (
            SELECT account_id, role FROM access.role_holding WHERE starts_at <= $1::timestamptz
              AND (ends_at IS NULL OR ends_at > $1::timestamptz) AND (confirmed_until IS NULL OR confirmed_until > $1::timestamptz)
            UNION ALL SELECT account_id, role FROM access.access_grant WHERE basis = 'OVERRIDE' AND starts_at <= $1::timestamptz
              AND (ends_at IS NULL OR ends_at > $1::timestamptz) AND (revoked_at IS NULL OR revoked_at > $1::timestamptz)) had
          GROUP BY account_id) held
        WHERE $2::boolean OR held.roles && $3::text[] GROUP BY held.roles ORDER BY held.roles`,
      values: [this.#now, roles.has('*'), [...roles]],
    });
    return rows;
  }

  /** Of the accounts those that have a grant in the role which is neither over nor to come. */
  async granted(accounts: readonly string[], role: string): Promise<readonly string[]> {
    const rows = await this.#connection.run<{ id: string }>({
      text: `SELECT asked.id::text AS id FROM unnest($1::uuid[]) AS asked (id) WHERE EXISTS (SELECT 1 FROM access.access_grant
        WHERE account_id = asked.id AND role = $2 AND starts_at <= $3::timestamptz
          AND (ends_at IS NULL OR ends_at > $3::timestamptz) AND (revoked_at IS NULL OR revoked_at > $3::timestamptz))`,
      values: [accounts, role, this.#now],
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
