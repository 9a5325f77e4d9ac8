import type { RootField } from '@postern/subgraph-kit';

/** A caseload: newest first, paged by the date opened and the id. */
export const episodeQueries: Readonly<Record<string, RootField>> = {
  episodes: {
    kind: 'PAGE',
    type: 'Episode',
    newestBy: 'openedOn',
    filters: {
      status: { field: 'status', operator: 'IN', as: 'text[]' },
      levelOfNeed: { field: 'levelOfNeed', operator: 'IN', as: 'integer[]' },
      openedFrom: { field: 'openedOn', operator: 'FROM', as: 'date' },
      openedTo: { field: 'openedOn', operator: 'TO', as: 'date' },
    },
  },
  episode: { kind: 'BY_FIELD', type: 'Episode', field: 'reference' },
};
