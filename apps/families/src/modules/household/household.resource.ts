import { revisionOf } from '@postern/recording';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf, descending, idAmong } from '@postern/subgraph-kit';
import { eq, sql } from 'drizzle-orm';
import { household, householdAddress, householdMember } from './household.table.ts';

export const householdResource: ResourceDefinition = {
  type: 'Household',
  table: household,
  link: { kind: 'FAMILY', family: 'familyId' },
  household: 'id',
  order: [ascending('name')],
  recorded: ['name', 'members'],
  fields: {
    id: column('id'),
    revision: revisionOf(['name', 'members']),
    name: column('name'),
    addresses: {
      kind: 'MANY',
      type: 'Address',
      join: (parent, child) => eq(columnOf(child, 'householdId'), columnOf(parent, 'id')),
    },
    members: {
      kind: 'MANY',
      type: 'Person',
      join: (parent, child) =>
        idAmong(
          child,
          sql`SELECT ${householdMember.personId} FROM ${householdMember} WHERE ${householdMember.householdId} = ${columnOf(parent, 'id')}
            AND (${householdMember.endedOn} IS NULL OR ${householdMember.endedOn} > p.today)`,
        ),
      order: [ascending('dateOfBirth')],
    },
  },
};

const ADDRESS_DETAILS = ['line', 'town', 'postcode', 'uprn', 'startedOn', 'endedOn'] as const;

export const addressResource: ResourceDefinition = {
  type: 'Address',
  table: householdAddress,
  link: { kind: 'FAMILY', family: 'familyId' },
  household: 'householdId',
  order: [descending('startedOn')],
  recorded: ADDRESS_DETAILS,
  fields: {
    id: column('id'),
    revision: revisionOf(ADDRESS_DETAILS),
    line: column('line'),
    town: column('town'),
    postcode: column('postcode'),
    uprn: column('uprn'),
    startedOn: column('startedOn'),
    endedOn: column('endedOn'),
  },
};
