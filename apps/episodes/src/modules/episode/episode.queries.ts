import type { RootField } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import { desc, sql } from 'drizzle-orm';

/** A caseload: newest first, paged by the date opened and the id. */
export const episodeQueries: Readonly<Record<string, RootField>> = {
  episodes: {
    kind: 'PAGE',
    type: 'Episode',
    order: (row) => [desc(columnOf(row, 'openedOn')), desc(columnOf(row, 'id'))],
    keyset: (row) => [sql`${columnOf(row, 'openedOn')}`, sql`${columnOf(row, 'id')}`],
    filters: {
      status: { field: 'status', operator: 'IN', as: 'text[]' },
      levelOfNeed: { field: 'levelOfNeed', operator: 'IN', as: 'integer[]' },
      openedFrom: { field: 'openedOn', operator: 'FROM', as: 'date' },
      openedTo: { field: 'openedOn', operator: 'TO', as: 'date' },
    },
  },
  episode: { kind: 'BY_FIELD', type: 'Episode', field: 'reference' },
};
