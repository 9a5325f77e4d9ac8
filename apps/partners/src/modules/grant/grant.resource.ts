import { accessGrant } from '@postern/access-facts';
import { ROLES } from '@postern/agreements';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending, oneOfColumn, reference } from '@postern/subgraph-kit';

export const grantResource: ResourceDefinition = {
  type: 'AccessGrant',
  table: accessGrant,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  account: 'accountId',
  order: [descending('startsAt')],
  fields: {
    id: column('id'),
    episode: reference('Episode', 'episodeId'),
    practitioner: reference('Practitioner', 'accountId'),
    role: oneOfColumn('role', Object.keys(ROLES)),
    workingRelationship: column('workingRelationship'),
    grantedBy: reference('Practitioner', 'grantedBy'),
    startsAt: column('startsAt'),
    endsAt: column('endsAt'),
    suspendedAt: column('suspendedAt'),
    revokedAt: column('revokedAt'),
    revokedCause: column('revokedCause'),
  },
};
