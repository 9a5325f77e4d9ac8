import type { Connection } from '@postern/database';

/** One column of one row. */
export async function value<T>(
  connection: Connection,
  text: string,
  values: readonly unknown[] = [],
): Promise<T> {
  const rows = await connection.run<Record<string, T>>({ text, values });
  const [first] = Object.values(rows[0] ?? {});
  return first as T;
}

/** The number of rows that a query finds. */
export async function countOf(
  connection: Connection,
  query: string,
  values: readonly unknown[] = [],
): Promise<number> {
  return Number(
    await value<string>(connection, `SELECT count(*) AS found FROM (${query}) q`, values),
  );
}

/** Every table of the county's schemas, with a digest of all its rows. */
export async function digests(connection: Connection): Promise<Readonly<Record<string, string>>> {
  const tables = await connection.run<{ name: string }>({
    text: `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('access', 'families', 'episodes', 'partners') ORDER BY 1`,
    values: [],
  });
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    found[name] = await value<string>(
      connection,
      `SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text)), '') AS digest FROM ${name} t`,
    );
  }
  return found;
}
