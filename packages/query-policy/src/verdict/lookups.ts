import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** What a row looks up in the caller's reach: where it is asked for once, there; where more often, beside the row. */
export class Lookups {
  readonly #asked = new Map<string, { readonly name: string; readonly answer: SQL }>();
  readonly #shared = new Set<string>();

  /** The answer to the question of this key. */
  once(key: string, ask: () => SQL): SQL {
    const known = this.#asked.get(key);
    if (known !== undefined) {
      this.#shared.add(key);
      return sql.raw(`x.${known.name}`);
    }
    const asked = { name: `a${this.#asked.size}`, answer: ask() };
    this.#asked.set(key, asked);
    const name = sql.raw(`x.${asked.name}`);
    return writtenLast(() => (this.#shared.has(key) ? name : asked.answer));
  }

  /** The answers to write beside the row, as `x`; read when everything has been asked. */
  shared(): readonly SQL[] {
    return [...this.#asked]
      .filter(([key]) => this.#shared.has(key))
      .map(([, { name, answer }]) => sql`${answer} AS ${sql.raw(name)}`);
  }
}

/** SQL that is decided on when the whole statement is written. */
export function writtenLast(write: () => SQL): SQL {
  return sql`${{ getSQL: write, shouldOmitSQLParens: () => true }}`;
}
