import type { Connection } from '@postern/database';

/** A table as the database itself describes it: column → type, e.g. `text`, `_text` for a list of texts. */
export interface CatalogTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** `schema.table` → the table. */
export type Catalog = ReadonlyMap<string, CatalogTable>;

interface CatalogRow {
  readonly schema: string;
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** What a catalog is of: all tables of some schemas, and views where records are read from one. */
export interface CatalogScope {
  readonly schemas: readonly string[];
  /** `schema.table` of each resource. */
  readonly resources: readonly string[];
}

/** Reads the tables; other views show what tables hold and are left out. */
export async function readCatalog(
  owner: Connection,
  { schemas, resources }: CatalogScope,
): Promise<Catalog> {
  const rows = await owner.run<CatalogRow>({
    text: `SELECT c.table_schema AS schema, c.table_name AS name, json_object_agg(c.column_name, c.udt_name) AS columns
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE (t.table_type = 'BASE TABLE' OR concat_ws('.', c.table_schema, c.table_name) = ANY ($2::text[]))
        AND c.table_schema = ANY ($1::text[]) GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [schemas, resources],
  });
  return new Map(
    rows.map(({ schema, name, columns }) => [
      `${schema}.${name}`,
      { schema, name, columns: new Map(Object.entries(columns)) },
    ]),
  );
}
