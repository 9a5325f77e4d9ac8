import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf, descending, reference } from '@postern/subgraph-kit';
import { eq, sql } from 'drizzle-orm';
import { policyDraft } from './policy-draft.table.ts';

export const policyDraftResource: ResourceDefinition = {
  type: 'PolicyDraft',
  table: policyDraft,
  link: { kind: 'NONE' },
  order: [descending('createdAt')],
  fields: {
    id: column('id'),
    kind: column('kind'),
    title: column('title'),
    reason: column('reason'),
    state: column('state'),
    baseVersion: column('baseVersion'),
    onLiveVersion: {
      kind: 'EXPRESSION',
      value: (row) => sql`${columnOf(row, 'baseVersion')} = p.policy_version`,
    },
    rollsBackTo: column('rollsBackTo'),
    revision: column('revision'),
    createdBy: reference('Practitioner', 'createdBy'),
    createdAt: column('createdAt'),
    decidedBy: reference('Practitioner', 'decidedBy'),
    decidedAt: column('decidedAt'),
    publishedVersion: column('publishedVersion'),
    activatesAt: column('activatesAt'),
    changes: {
      kind: 'MANY',
      type: 'PolicyChange',
      join: (parent, child) => eq(columnOf(child, 'draftId'), columnOf(parent, 'id')),
    },
    events: {
      kind: 'MANY',
      type: 'PolicyEvent',
      join: (parent, child) => eq(columnOf(child, 'draftId'), columnOf(parent, 'id')),
    },
  },
};
