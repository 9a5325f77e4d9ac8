import { policyRule } from '@postern/access-facts';
import { ACTIONS } from '@postern/policy';
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
    action: inCapitals('action', ACTIONS),
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

/** A part of the stored rule that is one of these, as the schema spells it; a rule that says anything else is corrupt. */
function inCapitals(key: string, known: readonly string[]): FieldDefinition {
  return {
    kind: 'EXPRESSION',
    value: (row) => {
      const part = sql`${columnOf(row, 'body')} ->> ${sql.raw(`'${key}'`)}`;
      const list = sql.raw(known.map((each) => `'${each}'`).join(', '));
      return sql`CASE WHEN ${part} IN (${list}) THEN upper(${part}) END`;
    },
  };
}

function list(key: string): FieldDefinition {
  return {
    kind: 'EXPRESSION',
    value: (row) => sql`${columnOf(row, 'body')} -> ${sql.raw(`'${key}'`)}`,
  };
}
