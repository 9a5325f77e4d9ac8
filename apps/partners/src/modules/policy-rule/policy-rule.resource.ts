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
    condition: json('when'),
    clause: text('clause'),
    version: column('version'),
  },
};

/** A part of the stored rule as JSON, as it is written in a rule. */
function json(key: string): FieldDefinition {
  return {
    kind: 'EXPRESSION',
    value: (row) => sql`(${columnOf(row, 'body')} -> ${sql.raw(`'${key}'`)})::text`,
  };
}

/** A part of the stored rule that is text. */
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
