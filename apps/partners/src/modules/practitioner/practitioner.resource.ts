import { account } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf, identifier, reference } from '@postern/subgraph-kit';
import { eq, sql } from 'drizzle-orm';
import { practitioner } from './practitioner.table.ts';

export const practitionerResource: ResourceDefinition = {
  type: 'Practitioner',
  table: practitioner,
  link: { kind: 'COLLEAGUE', account: 'id' },
  account: 'id',
  agency: 'agencyId',
  order: [ascending('name')],
  fields: {
    id: column('id'),
    name: column('name'),
    jobTitle: column('jobTitle'),
    email: identifier('email'),
    phone: column('phone'),
    agency: reference('Agency', 'agencyId'),
    accountState: {
      kind: 'EXPRESSION',
      value: (row) =>
        sql`(SELECT ${account.state} FROM ${account} WHERE ${account.id} = ${columnOf(row, 'id')})`,
    },
    grants: {
      kind: 'MANY',
      type: 'AccessGrant',
      join: (parent, child) => eq(columnOf(child, 'accountId'), columnOf(parent, 'id')),
    },
    justifications: {
      kind: 'MANY',
      type: 'Justification',
      join: (parent, child) => eq(columnOf(child, 'accountId'), columnOf(parent, 'id')),
    },
  },
};
