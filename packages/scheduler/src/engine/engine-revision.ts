import type { Connection } from '@postern/database';

/** The latest migration of the library version that is pinned; a test holds the two together. */
export const ENGINE_REVISION = 20;

/** The schema that the library keeps for itself. */
export const ENGINE_SCHEMA = 'graphile_worker';

/** Up to which migration the library's schema is; 0 where there is none. */
export async function engineRevision(connection: Pick<Connection, 'run'>): Promise<number> {
  const [found] = await connection.run<{ present: boolean }>({
    text: `select to_regclass('${ENGINE_SCHEMA}.migrations') is not null as present`,
    values: [],
  });
  if (found?.present !== true) return 0;
  const [row] = await connection.run<{ revision: number }>({
    text: `select coalesce(max(id), 0) as revision from ${ENGINE_SCHEMA}.migrations`,
    values: [],
  });
  return row?.revision ?? 0;
}
