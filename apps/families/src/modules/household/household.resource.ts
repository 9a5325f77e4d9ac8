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
  fields: {
    id: column('id'),
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

export const addressResource: ResourceDefinition = {
  type: 'Address',
  table: householdAddress,
  link: { kind: 'FAMILY', family: 'familyId' },
  household: 'householdId',
  order: [descending('startedOn')],
  fields: {
    id: column('id'),
    line: column('line'),
    town: column('town'),
    postcode: column('postcode'),
    uprn: column('uprn'),
    startedOn: column('startedOn'),
    endedOn: column('endedOn'),
  },
};
