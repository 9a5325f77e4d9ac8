/** What asks the database; as its owner, so that nothing is left out. */
interface Asking {
  run<Row extends object>(statement: {
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<readonly Row[]>;
}

/** Every table of the database, as a backup of it holds them, in one of whose rows a text stands. */
export async function tablesHolding(owner: Asking, text: string): Promise<readonly string[]> {
  const tables = await owner.run<{ table: string }>({
    text: `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    values: [],
  });
  const found: string[] = [];
  for (const { table } of tables) {
    const [row] = await owner.run<{ holds: boolean }>({
      text: `SELECT EXISTS (SELECT FROM ${table} held WHERE strpos(held::text, $1) > 0) AS holds`,
      values: [text],
    });
    if (row?.holds === true) found.push(table);
  }
  return found;
}
