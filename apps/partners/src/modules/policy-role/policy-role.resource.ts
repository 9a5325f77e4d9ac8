import { isHeld, policyRule, roleHolding } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';
import { policyRole } from './policy-role.table.ts';

export const policyRoleResource: ResourceDefinition = {
  type: 'PolicyRole',
  table: policyRole,
  link: { kind: 'NONE' },
  order: [ascending('title')],
  fields: {
    id: column('id'),
    code: column('code'),
    title: column('title'),
    does: column('does'),
    rules: {
      kind: 'EXPRESSION',
      value: (row) =>
        sql`(SELECT count(*)::integer FROM ${policyRule} WHERE ${policyRule.version} = p.policy_version
          AND ${policyRule.body} ->> 'role' = ${columnOf(row, 'code')})`,
    },
    holders: {
      kind: 'EXPRESSION',
      value: (row) =>
        sql`(SELECT count(DISTINCT ${roleHolding.accountId})::integer FROM ${roleHolding} WHERE ${roleHolding.role} = ${columnOf(row, 'code')}
          AND ${sql.raw(isHeld('role_holding', 'p.now'))})`,
    },
  },
};
