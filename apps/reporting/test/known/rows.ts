import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import type { KnownFamily } from './known-families.ts';

/** A row by its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Inserts rows as they are. */
export class Rows {
  readonly #owner: Connection;

  constructor(owner: Connection) {
    this.#owner = owner;
  }

  async add(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join();
    await this.#owner.run({
      text: `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      values: [JSON.stringify(rows)],
    });
  }
}

/** Who recorded an entry, and when. */
export const entry = ({ agency }: KnownFamily, day: string): Row => ({
  recorded_by: randomUUID(),
  agency_id: agency,
  recorded_at: `${day}T12:00:00Z`,
  nature: 'FACT',
});
