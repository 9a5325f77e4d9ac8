import { policyRule } from '@postern/access-facts';
import type { FieldDefinition, ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';

/** The rules of the live version, as they are stored. */
export const policyRuleResource: ResourceDefinition = {
  type: 'PolicyRule',
  table: policyRule,
  link: { kind: 'NONE' },
  where: (row) => sql`${columnOf(row, 'version')} = p.policy_version`,
  order: [ascending('name')],
  fields: {
    id: column('id'),
    name: column('name'),
    role: text('role'),
    resource: text('resource'),
    fields: list('fields'),
    classes: list('classes'),
    purposes: list('purposes'),
    effect: text('effect'),
    condition: text('when'),
    clause: text('clause'),
    version: column('version'),
  },
};

/** A part of the stored rule as text; what is more than text, as its JSON. */
function text(key: string): FieldDefinition {
  return {
    kind: 'EXPRESSION',
    value: (row) => sql`${columnOf(row, 'body')} ->> ${sql.raw(`'${key}'`)}`,
  };
}

function list(key: string): FieldDefinition {
  return {
    kind: 'EXPRESSION',
    value: (row) => sql`${columnOf(row, 'body')} -> ${sql.raw(`'${key}'`)}`,
  };
}
