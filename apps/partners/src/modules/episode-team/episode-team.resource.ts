import {
  accessGrant,
  account,
  episode,
  exclusion,
  isHeld,
  isLive,
  roleHolding,
} from '@postern/access-facts';
import type { Columns, FieldDefinition, ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf, idAmong } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { eq, sql } from 'drizzle-orm';

/** The practitioners who hold a live grant on an episode, in one role or in any, and still hold the role; nobody of an agency that the family excluded. */
function grantedOn(episodeRow: Columns, practitionerRow: Columns, role?: SQL): SQL {
  const episodeId = columnOf(episodeRow, 'id');
  const granted = sql`SELECT ${accessGrant.accountId} FROM ${accessGrant} WHERE ${accessGrant.episodeId} = ${episodeId}
    AND ${sql.raw(isLive('access_grant', 'p.now'))}
    AND EXISTS (SELECT 1 FROM ${roleHolding} WHERE ${roleHolding.accountId} = ${accessGrant.accountId} AND ${roleHolding.role} = ${accessGrant.role}
      AND ${sql.raw(isHeld('role_holding', 'p.now'))})
    ${role === undefined ? sql`` : sql`AND ${accessGrant.role} = ${role} AND ${accessGrant.basis} = 'WORK'`}`;
  // Once for the episode, its exclusions first (OFFSET keeps that order): few episodes have any, and otherwise each
  // grant would be asked for its account and that account's agency.
  const excluded = sql`SELECT ${account.id} FROM (
      SELECT ${exclusion.agencyId} AS agency_id FROM ${exclusion} WHERE ${exclusion.episodeId} = ${episodeId} AND ${exclusion.scope} = 'WHOLE_AGENCY'
        AND ${exclusion.startsAt} <= p.now AND (${exclusion.endsAt} IS NULL OR ${exclusion.endsAt} > p.now) OFFSET 0
    ) excluded_agency JOIN ${account} ON ${account.agencyId} = excluded_agency.agency_id`;
  return sql`${idAmong(practitionerRow, granted)} AND ${columnOf(practitionerRow, 'id')} <> ALL (ARRAY(${excluded}))`;
}

const leadProfessional: FieldDefinition = {
  kind: 'ONE',
  type: 'Practitioner',
  join: (parent, child) => grantedOn(parent, child, sql.raw("'LEAD_PROFESSIONAL'")),
};

const team: FieldDefinition = {
  kind: 'MANY',
  type: 'Practitioner',
  join: (parent, child) => grantedOn(parent, child),
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
    informationRequests: {
      kind: 'MANY',
      type: 'InformationRequest',
      join: (parent, child) => eq(columnOf(child, 'episodeId'), columnOf(parent, 'id')),
    },
  },
};
