import type { Connection } from '@postern/database';

/** Makes the visibility maps, so that index-only scans pay at once; PostgreSQL refuses to inside a transaction. */
export async function vacuumLoadedTables(owner: Connection): Promise<void> {
  const [tables] = await owner.run<{ names: string | null }>({
    text: `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS names
      FROM pg_tables WHERE schemaname IN ('access', 'families', 'episodes', 'partners')`,
    values: [],
  });
  if (tables?.names) await owner.script(`VACUUM ${tables.names}`);
}
