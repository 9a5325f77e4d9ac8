import { accessGrant, account, episode, exclusion } from '@postern/access-facts';
import type { Columns, FieldDefinition, ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { eq, inArray, sql } from 'drizzle-orm';

/** The practitioners who hold a live grant on an episode, in one role or in any; nobody of an agency that the family excluded. */
function grantedOn(row: Columns, role?: SQL): SQL {
  return sql`(SELECT ${accessGrant.accountId} FROM ${accessGrant} WHERE ${accessGrant.episodeId} = ${columnOf(row, 'id')}
    AND ${accessGrant.startsAt} <= p.now AND (${accessGrant.endsAt} IS NULL OR ${accessGrant.endsAt} > p.now)
    AND (${accessGrant.suspendedAt} IS NULL OR ${accessGrant.suspendedAt} > p.now)
    AND (${accessGrant.revokedAt} IS NULL OR ${accessGrant.revokedAt} > p.now)
    AND NOT EXISTS (SELECT 1 FROM ${exclusion} JOIN ${account} ON ${account.agencyId} = ${exclusion.agencyId}
      WHERE ${exclusion.episodeId} = ${accessGrant.episodeId} AND ${account.id} = ${accessGrant.accountId} AND ${exclusion.scope} = 'WHOLE_AGENCY'
        AND ${exclusion.startsAt} <= p.now AND (${exclusion.endsAt} IS NULL OR ${exclusion.endsAt} > p.now))
    ${role === undefined ? sql`` : sql`AND ${accessGrant.role} = ${role}`})`;
}

const leadProfessional: FieldDefinition = {
  kind: 'ONE',
  type: 'Practitioner',
  join: (parent, child) =>
    inArray(columnOf(child, 'id'), grantedOn(parent, sql.raw("'LEAD_PROFESSIONAL'"))),
};

const team: FieldDefinition = {
  kind: 'MANY',
  type: 'Practitioner',
  join: (parent, child) => inArray(columnOf(child, 'id'), grantedOn(parent)),
};

export const episodeTeamResource: ResourceDefinition = {
  type: 'Episode',
  table: episode,
  link: { kind: 'EPISODE', episode: 'id' },
  fields: {
    id: column('id'),
    leadProfessional,
    team,
    grants: {
      kind: 'MANY',
      type: 'AccessGrant',
      join: (parent, child) => eq(columnOf(child, 'episodeId'), columnOf(parent, 'id')),
    },
  },
};
