import type { DataDictionary } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { Column, getTableColumns, getTableUniqueName, is, SQL as Sql, sql } from 'drizzle-orm';
import { bindRow } from '../statements/bind-row.ts';
import { comparableAttributes } from './attribute-of.ts';
import { columnOf } from './column-of.ts';
import type { ResourceDefinition } from './resource.ts';

/** Columns of one table, which is named with its schema: `families.person`. */
export interface DecidingColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * The database columns by which rows of a resource are decided on: keys and links, whose entry it is, what the law makes of it,
 * and what rules may compare. None of them is a value that rules protect, so whoever tries a policy out reads these and no others.
 */
export function decidingColumns(
  resource: ResourceDefinition,
  dictionary: DataDictionary,
): DecidingColumns {
  const columns = getTableColumns(resource.table);
  const { link, attribute, ...bound } = bindRow(resource, columns);
  const classes = dictionary.get(resource.type);
  const compared = [...comparableAttributes(resource, classes).keys()].flatMap(
    (field) => attribute(field) ?? [],
  );
  const picked = resource.where === undefined ? [] : [resource.where(columns)];
  const id = sql`${columnOf(columns, 'id')}`;
  const leading = (resource.leadsTo ?? []).map((key) => sql`${columnOf(columns, key)}`);
  const parts = [
    id,
    ...Object.values(link),
    ...Object.values(bound),
    ...compared,
    ...picked,
    ...leading,
  ];
  return {
    table: getTableUniqueName(resource.table),
    columns: [...new Set(parts.filter((part) => is(part, Sql)).flatMap(namesIn))].sort(),
  };
}

function namesIn(part: SQL): readonly string[] {
  return columnsIn(part).map(({ name }) => name);
}

function columnsIn(part: SQL): readonly Column[] {
  return part.queryChunks.flatMap((chunk): readonly Column[] => {
    if (is(chunk, Column)) return [chunk];
    return is(chunk, Sql) ? columnsIn(chunk) : [];
  });
}
