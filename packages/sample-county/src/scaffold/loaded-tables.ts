import type { Connection } from '@postern/database';

/** Every table that the county fills, the largest first. */
export async function loadedTables(owner: Connection): Promise<readonly string[]> {
  const tables = await owner.run<{ name: string }>({
    text: 'SELECT name::text AS name FROM county.loaded_table ORDER BY pg_relation_size(name) DESC, 1',
    values: [],
  });
  return tables.map(({ name }) => name);
}
