import type { FieldDefinition, Order, ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf } from '@postern/subgraph-kit';
import { eq } from 'drizzle-orm';
import { entryFields } from './entry-fields.ts';

/** A record that belongs to one episode and is seen through it, with the fields of it that practitioners write. */
export function entryResource(
  type: string,
  table: ResourceDefinition['table'],
  fields: Readonly<Record<string, FieldDefinition>>,
  order: Order,
  recorded: readonly string[],
): ResourceDefinition {
  return {
    type,
    table,
    link: { kind: 'EPISODE', episode: 'episodeId' },
    agency: 'agencyId',
    concerns: 'concerns',
    rowClass: 'rowClass',
    purposeLock: 'purposeLock',
    order,
    recorded: [...recorded, 'nature', 'concerns'],
    fields: { id: column('id'), ...fields, ...entryFields },
  };
}

/** The rows of a type that point at their parent by one column. */
export function children(kind: 'ONE' | 'MANY', type: string, key: string): FieldDefinition {
  return {
    kind,
    type,
    join: (parent, child) => eq(columnOf(child, key), columnOf(parent, 'id')),
  };
}
