import type { ResourceDefinition } from '@postern/subgraph-kit';
import { getTableColumns } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';

/** The name of a resource's table, with its schema. */
export function tableOf({ table }: ResourceDefinition): string {
  const { schema, name } = getTableConfig(table);
  return `${schema}.${name}`;
}

/** The schema that a resource's table is in. */
export function schemaOf({ table }: ResourceDefinition): string {
  const { schema } = getTableConfig(table);
  if (schema === undefined) throw new TypeError('A record has a schema of its own subgraph.');
  return schema;
}

/** What is given of fields, by the names of their columns in the database. */
export function inColumns(
  resource: ResourceDefinition,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given).map(([field, value]) => [columnName(resource, field), value]),
  );
}

/** The column of a field in the database. */
export function columnName({ type, table, fields }: ResourceDefinition, field: string): string {
  const definition = fields[field];
  const key =
    definition?.kind === 'COLUMN' || definition?.kind === 'REFERENCES' ? definition.column : null;
  const column = key === null ? undefined : getTableColumns(table)[key];
  if (column === undefined) throw new TypeError(`"${type}.${field}" is not a column.`);
  return column.name;
}

/** The column of a key of a resource's table in the database. */
export function columnKeyName({ type, table }: ResourceDefinition, key: string): string {
  const column = getTableColumns(table)[key];
  if (column === undefined) throw new TypeError(`"${type}" has no column "${key}".`);
  return column.name;
}
