import type { Connection } from '@postern/database';
import type { DataDictionary, FactTables, Rule } from '@postern/policy';
import { civilDay, parseRule } from '@postern/policy';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { getTableConfig } from 'drizzle-orm/pg-core';
import type { Catalog, CatalogScope } from './catalog.ts';
import { readCatalog } from './catalog.ts';

/** A row as plain SQL reads it, its columns in camel case; dates and moments are text. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Everything that decisions and answers rest on, read by the owner in one snapshot and past every mask. */
export interface RawCounty {
  readonly facts: FactTables;
  readonly rules: readonly Rule[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  rows(table: string): readonly RawRow[];
  /** The rows of a table whose column has this value. */
  rowsBy(table: string, column: string, value: unknown): readonly RawRow[];
}

/** What is read, and how rules are to be understood. */
export interface CountyScope {
  readonly resources: readonly ResourceDefinition[];
  readonly dictionary: DataDictionary;
}

/** Facts of access, whichever subgraph they are about. */
export const FACTS_SCHEMA = 'access';

const LIVE_RULES = `SELECT coalesce(json_agg(body ORDER BY name), '[]') FROM access.policy_rule WHERE version =
  (SELECT max(version) FROM access.policy_version WHERE activated_at <= $1::timestamptz)`;

/** Reads every table of the schemas that the resources and the facts are in: in one statement, so in one snapshot. */
export async function readCounty(
  owner: Connection,
  now: Date,
  scope: CountyScope,
): Promise<RawCounty> {
  const catalog = await readCatalog(owner, catalogScope(scope.resources));
  const names = [...catalog.keys()];
  const [snapshot] = await owner.run<Record<string, readonly RawRow[]>>({
    text: `SELECT (${LIVE_RULES}) AS "rules", ${names
      .map((table) => `(SELECT coalesce(json_agg(t), '[]') FROM ${table} t) AS "${table}"`)
      .join(', ')}`,
    values: [now.toISOString()],
  });
  if (snapshot === undefined) throw new Error('The county cannot be read.');
  const tables = new Map(names.map((table) => [table, (snapshot[table] ?? []).map(camelCased)]));
  const indexes = new Map<string, Map<unknown, RawRow[]>>();
  const rows = (table: string): readonly RawRow[] => {
    const found = tables.get(table);
    if (found === undefined) throw new Error(`Table ${table} is not read.`);
    return found;
  };
  return {
    facts: factsOf(catalog, rows),
    rules: (snapshot['rules'] ?? []).map((rule) => parseRule(rule, scope.dictionary)),
    today: civilDay(now),
    rows,
    rowsBy: (table, column, value) => {
      const key = `${table} ${column}`;
      const index = indexes.get(key) ?? Map.groupBy(rows(table), (row) => row[column]);
      indexes.set(key, index);
      return index.get(value) ?? [];
    },
  };
}

/** A column's name as rows have it. */
export function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The `schema.table` name of a resource's table. */
export function tableOf({ table }: Pick<ResourceDefinition, 'table'>): string {
  const { schema, name } = getTableConfig(table);
  return `${schema ?? 'public'}.${name}`;
}

/** Where the records and the facts are. */
export function catalogScope(resources: readonly ResourceDefinition[]): CatalogScope {
  const schemas = resources.map((each) => getTableConfig(each.table).schema ?? 'public');
  return { schemas: [...new Set([FACTS_SCHEMA, ...schemas])], resources: resources.map(tableOf) };
}

/** The oracle names a table of facts as its rows are named here; those it does not know do no harm. */
function factsOf(catalog: Catalog, rows: (table: string) => readonly RawRow[]): FactTables {
  const facts = [...catalog.values()].filter(({ schema }) => schema === FACTS_SCHEMA);
  return Object.fromEntries(
    facts.map(({ schema, name, columns }) => {
      const moments = new Set(
        [...columns].filter(([, type]) => type === 'timestamptz').map(([each]) => camelCase(each)),
      );
      return [camelCase(name), rows(`${schema}.${name}`).map((row) => withDates(row, moments))];
    }),
  ) as unknown as FactTables;
}

function camelCased(row: RawRow): RawRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camelCase(name), value]));
}

function withDates(row: RawRow, moments: ReadonlySet<string>): RawRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && moments.has(name) ? new Date(value) : value,
    ]),
  );
}
