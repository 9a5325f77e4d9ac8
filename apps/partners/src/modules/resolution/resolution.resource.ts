import { resolution } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column } from '@postern/subgraph-kit';

export const resolutionResource: ResourceDefinition = {
  type: 'Resolution',
  table: resolution,
  link: { kind: 'NONE' },
  order: [ascending('name')],
  fields: {
    id: column('id'),
    name: column('name'),
    issue: column('issue'),
    clauses: column('clauses'),
    choices: column('choices'),
    choice: column('choice'),
    says: column('says'),
    fixedBecause: column('fixedBecause'),
    effect: column('effect'),
  },
};
