import { policyRule, policyVersion } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf, descending } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';

export const policyVersionResource: ResourceDefinition = {
  type: 'PolicyVersion',
  table: policyVersion,
  link: { kind: 'NONE' },
  order: [descending('version')],
  fields: {
    id: column('id'),
    version: column('version'),
    agreement: column('agreement'),
    proposedBy: column('proposedBy'),
    approvedBy: column('approvedBy'),
    reason: column('reason'),
    activatedAt: column('activatedAt'),
    live: {
      kind: 'EXPRESSION',
      value: (row) => sql`${columnOf(row, 'version')} = p.policy_version`,
    },
    rules: {
      kind: 'EXPRESSION',
      value: (row) =>
        sql`(SELECT count(*)::integer FROM ${policyRule} WHERE ${policyRule.version} = ${columnOf(row, 'version')})`,
    },
    draft: column('draftId'),
  },
};
