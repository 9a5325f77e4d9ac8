import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf, idAmong } from '@postern/subgraph-kit';
import { eq, sql } from 'drizzle-orm';
import { household, householdAddress } from '../household/household.table.ts';

import { family, familyMember } from './family.table.ts';

export const familyResource: ResourceDefinition = {
  type: 'Family',
  table: family,
  link: { kind: 'FAMILY', family: 'id' },
  fields: {
    id: column('id'),
    reference: column('reference'),
    address: {
      kind: 'EXPRESSION',
      value: (
        row,
      ) => sql`(SELECT concat_ws(', ', ${householdAddress.line}, ${householdAddress.town}, ${householdAddress.postcode})
        FROM ${householdAddress} JOIN ${household} ON ${household.id} = ${householdAddress.householdId}
        WHERE ${householdAddress.familyId} = ${columnOf(row, 'id')} AND (${householdAddress.endedOn} IS NULL OR ${householdAddress.endedOn} > p.today)
          AND ${householdAddress.startedOn} <= p.today
        ORDER BY ${household.name}, ${household.id}, ${householdAddress.startedOn} DESC LIMIT 1)`,
    },
    households: {
      kind: 'MANY',
      type: 'Household',
      join: (parent, child) => eq(columnOf(child, 'familyId'), columnOf(parent, 'id')),
    },
    members: {
      kind: 'MANY',
      type: 'Person',
      join: (parent, child) =>
        idAmong(
          child,
          sql`SELECT ${familyMember.personId} FROM ${familyMember} WHERE ${familyMember.familyId} = ${columnOf(parent, 'id')}
            AND (${familyMember.endedOn} IS NULL OR ${familyMember.endedOn} > p.today)`,
        ),
      order: [ascending('dateOfBirth')],
    },
    agreement: {
      kind: 'ONE',
      type: 'FamilyAgreement',
      join: (parent, child) => eq(columnOf(child, 'familyId'), columnOf(parent, 'id')),
    },
  },
};
