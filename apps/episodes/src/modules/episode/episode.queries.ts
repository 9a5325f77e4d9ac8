import type { RootField } from '@postern/subgraph-kit';

/** A list of one episode's records. */
const IN_EPISODE = { argument: 'episode', column: 'episodeId' } as const;

/** A caseload and its referrals: newest first, paged by the date opened or referred and the id. */
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
  activities: {
    kind: 'PAGE',
    type: 'Activity',
    newestBy: 'occursAt',
    filters: {},
    within: IN_EPISODE,
  },
  referrals: { kind: 'PAGE', type: 'Referral', newestBy: 'referredOn', filters: {} },
  episode: { kind: 'BY_FIELD', type: 'Episode', field: 'reference' },
};
