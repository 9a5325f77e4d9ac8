import type { Connection } from '@postern/database';

/** A row by column name, as JSON; timestamps as ISO 8601 text. */
export type Columns = Readonly<Record<string, unknown>>;

/** Where the home of a fact is projected from, so that what is added there can be taken away again. */
const PROJECTIONS: Readonly<Record<string, string>> = {
  'families.exclusion': 'access.exclusion',
};

/** Facts that a scenario changes as the owner, each undone when the scenario ends. */
export class Facts {
  readonly #owner: () => Connection;
  readonly #undo: (() => Promise<void>)[] = [];

  constructor(owner: () => Connection) {
    this.#owner = owner;
  }

  /** Sets columns of every row that has these others; fails where no row has them, or where several do that no `id` tells apart. */
  async changed(table: string, which: Columns, columns: Columns): Promise<void> {
    const before = await this.#rows(table, which);
    const [first, ...more] = before;
    const isKnownById = first?.['id'] !== undefined;
    if (!isKnownById && more.length > 0) throw new Error(`name one row of ${table}`);
    this.#undo.push(async () => {
      for (const row of before)
        await this.#set(table, isKnownById ? { id: row['id'] } : which, pick(row, columns));
    });
    await this.#set(table, which, columns);
  }

  /** Takes away every row that has these columns; fails where no row has them. */
  async removed(table: string, which: Columns): Promise<void> {
    const before = await this.#rows(table, which);
    this.#undo.push(async () => {
      for (const row of before) await this.#insert(table, row);
    });
    await this.#delete(table, which);
  }

  /** Adds a row. */
  async added(table: string, row: Columns): Promise<void> {
    await this.#insert(table, row);
    this.#undo.push(async () => {
      await this.#delete(table, { id: row['id'] });
      const projection = PROJECTIONS[table];
      if (projection !== undefined) await this.#delete(projection, { id: row['id'] });
    });
  }

  /** Takes every change back, the latest first. */
  async restore(): Promise<void> {
    for (const undo of this.#undo.splice(0).reverse()) await undo();
  }

  /** What a table holds of the rows that have these columns. */
  async #rows(table: string, which: Columns): Promise<readonly Columns[]> {
    const found = await this.#owner().run<{ row: Columns }>({
      text: `SELECT to_jsonb(t) AS row FROM ${table} t WHERE to_jsonb(t) @> $1::text::jsonb`,
      values: [JSON.stringify(which)],
    });
    if (found.length === 0) throw new Error(`no row of ${table} to change`);
    return found.map(({ row }) => row);
  }

  async #set(table: string, which: Columns, columns: Columns): Promise<void> {
    const names = Object.keys(columns);
    await this.#owner().run({
      text: `UPDATE ${table} t SET ${names.map((name) => `${name} = given.${name}`).join(', ')}
        FROM jsonb_populate_record(NULL::${table}, $1::text::jsonb) given WHERE to_jsonb(t) @> $2::text::jsonb`,
      values: [JSON.stringify(columns), JSON.stringify(which)],
    });
  }

  async #insert(table: string, row: Columns): Promise<void> {
    const names = Object.keys(row).join(', ');
    await this.#owner().run({
      text: `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, $1::text::jsonb)`,
      values: [JSON.stringify(row)],
    });
  }

  async #delete(table: string, which: Columns): Promise<void> {
    await this.#owner().run({
      text: `DELETE FROM ${table} t WHERE to_jsonb(t) @> $1::text::jsonb`,
      values: [JSON.stringify(which)],
    });
  }
}

function pick(row: Columns, columns: Columns): Columns {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, row[name]]));
}
