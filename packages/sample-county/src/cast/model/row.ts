type Cell = string | number | boolean | null | readonly string[];

/** One row of a table, by column name; a column left out is null. */
export interface Row {
  readonly table: string;
  readonly columns: Readonly<Record<string, Cell>>;
}

/** Rows for a table and, under the same columns, for others that hold a part of them. */
export function row(table: string, columns: Row['columns']): Row {
  return { table, columns };
}

/** Copies some columns of a row into the table of `access` that subgraphs decide from. */
export function projection(from: Row, table: string, names: readonly string[]): Row {
  const columns = Object.fromEntries(names.map((name) => [name, from.columns[name] ?? null]));
  return { table, columns };
}
