import type { Action, Condition } from '@postern/policy';
import { conditionKey, NEVER } from '@postern/policy';
import type { CompiledStatement, Opening } from '@postern/query-policy';
import { compileStatement, fitsStanding } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { aliasedTable, getTableColumns, sql } from 'drizzle-orm';
import { columnOf } from '../resources/column-of.ts';
import type { Columns, ResourceDefinition } from '../resources/resource.ts';
import type { Selection } from '../selection/look-ahead.ts';
import { compileRows } from './compile-rows.ts';
import { principalColumn } from './principal-column.ts';
import type { Filter, RowQuery } from './query.ts';
import type { RowDecoder } from './row-decoder.ts';
import type { CompiledRows, RowsRequest } from './rows.ts';
import type { StatementContext } from './statement-context.ts';

/** A query compiled for one ability: one statement that decides, reads and tells who asked. */
export interface CompiledQuery {
  readonly statement: CompiledStatement;
  readonly decoder: RowDecoder;
}

/**
 * Compiles a query and what is asked below it into one statement with the columns
 * `principal` (the caller's facts), `traces` (the grants by which rows are reached), `rows` (compact arrays) and, for a counted page, `total`.
 */
export function compileQuery(
  query: RowQuery,
  selection: Selection,
  requestFacts: Opening,
  context: StatementContext,
): CompiledQuery {
  const resource = context.resources.get(query.type);
  if (resource === undefined) throw new TypeError(`This subgraph has no resource "${query.type}".`);
  const rows = compileRows(
    {
      resource,
      selection,
      restrict: (row, leadsThroughReach) => restriction(query, resource, row, leadsThroughReach),
      keyed: true,
      // Who works on an episode is not the family's data; a colleague is reached by many grants and relies on none.
      traced: resource.link.kind !== 'COLLEAGUE',
      ...(query.kind === 'BY_IDS' ? asRecorded(query, context) : {}),
    },
    context,
  );
  const read = query.kind === 'PAGE' ? pageOf(query, resource, rows) : allOf(query, rows);
  const traces = sql`json_build_array(${sql.join([...context.traces()], sql`, `)})`;
  return {
    statement: compileStatement(
      sql`${context.answers.facts()}\nSELECT ${principalColumn} AS principal, ${traces} AS traces, ${read}`,
      requestFacts,
    ),
    decoder: rows.decoder,
  };
}

/** Nobody changes what they may not read; what was just added, its author need not be able to read. */
function asRecorded(
  { type, recording }: Extract<RowQuery, { kind: 'BY_IDS' }>,
  context: StatementContext,
): Pick<RowsRequest, 'alsoWhere' | 'visibleWhere'> {
  if (recording === undefined) return {};
  const { fields, readable } = recording;
  const decided = (action: Action): readonly Condition[] => [
    ...new Map(
      fields
        .map((field) => context.decide(type, field, action).released)
        .map((condition) => [conditionKey(condition), condition]),
    ).values(),
  ];
  const [first = NEVER, ...others] = decided('record');
  if (!readable) return { visibleWhere: first, alsoWhere: others };
  return { alsoWhere: [...decided('read'), first, ...others] };
}

function restriction(
  query: RowQuery,
  resource: ResourceDefinition,
  row: Columns,
  leadsThroughReach: boolean,
): SQL {
  switch (query.kind) {
    case 'BY_IDS':
      return sql`${columnOf(row, 'id')} = ANY (${sql.placeholder('ids')}::uuid[])`;
    case 'BY_FIELD': {
      const definition = resource.fields[query.field];
      if (definition?.kind !== 'COLUMN') throw new TypeError(`"${query.field}" is not a column.`);
      return sql`${columnOf(row, definition.column)} = ${sql.placeholder('value')}::text`;
    }
    case 'OWN_ACCOUNT':
      return sql`${columnOf(row, 'id')} = p.id`;
    case 'ALL':
      return query.where?.(row) ?? sql`true`;
    case 'PAGE':
      if (query.within !== undefined)
        return sql`${columnOf(row, query.within.column)} = ${sql.placeholder('within')}::uuid`;
      return leadsThroughReach ? drivenByReach(resource, row) : sql`true`;
  }
}

/** A list starts from the caller's reach, so that its cost follows the caseload and not the county. */
function drivenByReach(resource: ResourceDefinition, row: Columns): SQL {
  if (resource.link.kind !== 'EPISODE') return sql`true`;
  return sql`${columnOf(row, resource.link.episode)} IN (SELECT reach.episode_id FROM reach)`;
}

function allOf(query: RowQuery, rows: CompiledRows): SQL {
  // The column finds the row by its index; the masked value decides whether it may be found by.
  const findable =
    query.kind === 'BY_FIELD' && !rows.isPlain(query.field)
      ? sql` AND ${rows.masked(query.field)} = ${sql.placeholder('value')}::text`
      : sql``;
  return sql`(SELECT json_agg(${rows.row} ORDER BY ${sql.join([...rows.order], sql`, `)}) FROM gate p CROSS JOIN ${rows.from} WHERE ${fitsStanding} AND ${rows.where}${findable}) AS rows`;
}

function pageOf(
  query: Extract<RowQuery, { kind: 'PAGE' }>,
  resource: ResourceDefinition,
  rows: CompiledRows,
): SQL {
  const filters = Object.entries(query.filters).map(([name, filter]) =>
    filterSql(name, filter, rows),
  );
  const where = sql.join([fitsStanding, rows.where, ...filters], sql` AND `);
  const keys = pageKeys(query, rows, resource);
  const keysOf = (row: Columns): SQL =>
    sql.join(
      keys.map((key) => sql`${columnOf(row, key)}`),
      sql`, `,
    );
  const order = sql.join(
    keys.map((key) => sql`${columnOf(rows.columns, key)} DESC`),
    sql`, `,
  );
  const cursorRow = getTableColumns(aliasedTable(resource.table, 'cursor_row'));
  const after = sql`(${sql.placeholder('after')}::uuid IS NULL OR (${keysOf(rows.columns)}) < (
    SELECT ${keysOf(cursorRow)} FROM ${resource.table} AS cursor_row
    WHERE ${columnOf(cursorRow, 'id')} = ${sql.placeholder('after')}::uuid))`;
  // An aggregate over one ordered subquery takes its rows in that order (PostgreSQL manual 9.21).
  const page = sql`(SELECT json_agg(page.row) FROM (
    SELECT ${rows.row} AS row FROM gate p CROSS JOIN ${rows.from} WHERE ${where} AND ${after}
    ORDER BY ${order} LIMIT ${sql.placeholder('limit')}::integer) page) AS rows`;
  if (!query.counted) return page;
  return sql`${page}, (SELECT count(*)::integer FROM gate p CROSS JOIN ${rows.from} WHERE ${where}) AS total`;
}

/** What one may not read one cannot sort or page by: where a family withholds the sorted field, only the id is left. */
function pageKeys(
  query: Extract<RowQuery, { kind: 'PAGE' }>,
  rows: CompiledRows,
  resource: ResourceDefinition,
): readonly string[] {
  const definition = resource.fields[query.newestBy];
  if (definition?.kind !== 'COLUMN') throw new TypeError(`"${query.newestBy}" is not a column.`);
  return rows.isPlain(query.newestBy) ? [definition.column, 'id'] : ['id'];
}

/** Compares the masked value: what one may not read one cannot filter by. */
function filterSql(name: string, filter: Filter, rows: CompiledRows): SQL {
  const masked = rows.masked(filter.field);
  const argument = sql`${sql.placeholder(`filter_${name}`)}::${sql.raw(filter.as)}`;
  const test = {
    IN: sql`${masked} = ANY (${argument})`,
    FROM: sql`${masked} >= ${argument}`,
    TO: sql`${masked} <= ${argument}`,
  }[filter.operator];
  return sql`(${argument} IS NULL OR coalesce(${test}, false))`;
}
