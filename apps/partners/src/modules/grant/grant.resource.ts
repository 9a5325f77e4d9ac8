import { accessGrant, GRANT_BASES, REVOCATION_CAUSES } from '@postern/access-facts';
import { ROLES } from '@postern/agreements';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf, descending, oneOfColumn, reference } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';

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
    state: {
      kind: 'EXPRESSION',
      value: (row) =>
        sql`access.grant_state(${columnOf(row, 'endsAt')}, ${columnOf(row, 'confirmBy')}, ${columnOf(row, 'suspendedAt')}, ${columnOf(row, 'revokedAt')}, p.now)`,
    },
    basis: oneOfColumn('basis', GRANT_BASES),
    role: oneOfColumn('role', Object.keys(ROLES)),
    workingRelationship: column('workingRelationship'),
    grantedBy: reference('Practitioner', 'grantedBy'),
    startsAt: column('startsAt'),
    endsAt: column('endsAt'),
    suspendedAt: column('suspendedAt'),
    revokedAt: column('revokedAt'),
    revokedCause: oneOfColumn('revokedCause', REVOCATION_CAUSES),
    confirmBy: column('confirmBy'),
    revision: column('revision'),
  },
};
