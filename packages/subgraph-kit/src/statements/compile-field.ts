import type { ClassKey, Condition, FieldDecision } from '@postern/policy';
import type { Verdict } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { columnOf } from '../resources/column-of.ts';
import type { Columns, FieldDefinition, ResourceDefinition, Shows } from '../resources/resource.ts';
import type { Selection } from '../selection/look-ahead.ts';
import { withoutOwnEntries } from './own-entries.ts';
import type { FieldDecoder } from './row-decoder.ts';
import type { StatementContext } from './statement-context.ts';
import { visibleReference, visibleReferences } from './visible-reference.ts';

/** One field of one row, as its row is being compiled. */
export interface FieldRequest {
  readonly resource: ResourceDefinition;
  readonly definition: FieldDefinition;
  readonly inner: Selection | null;
  readonly columns: Columns;
  readonly verdict: Verdict;
  readonly decision: FieldDecision;
  /** The condition under which the row itself is visible. */
  readonly row: Condition;
  readonly dataClass: ClassKey;
  readonly traced: boolean;
}

export interface CompiledField {
  readonly value: SQL;
  readonly decode: FieldDecoder['value'];
}

/** The SQL that reads a field where it is released and is null where it is not; a field no rule allows is not read at all. */
export function compileField(field: FieldRequest, context: StatementContext): CompiledField {
  const { definition } = field;
  switch (definition.kind) {
    case 'COLUMN':
      return {
        value: mask(field, sql`${columnOf(field.columns, definition.column)}`),
        decode: { kind: 'VALUE' },
      };
    case 'EXPRESSION':
      return {
        value: mask(field, definition.value(field.columns, shows(field, context))),
        decode: { kind: 'VALUE' },
      };
    case 'REFERENCE':
    case 'REFERENCES':
      return compileReference(field, definition, context);
    case 'ONE':
    case 'MANY':
      return compileChildren(field, definition, context);
    case 'ENTRIES':
      return compileEntries(field, definition, context);
    case 'LATEST_ENTRY':
      return compileLatestEntry(field, definition, context);
  }
}

function shows({ resource, verdict }: FieldRequest, context: StatementContext): Shows {
  return (name) => verdict.holds(context.decide(resource.type, name).released);
}

/**
 * A reference to a record of another subgraph is its id alone; one of this subgraph is read here, because a planner
 * that finds the type where it already is does not ask for it again.
 */
function compileReference(
  field: FieldRequest,
  definition: Extract<FieldDefinition, { kind: 'REFERENCE' | 'REFERENCES' }>,
  context: StatementContext,
): CompiledField {
  const { type } = definition;
  const pointer = columnOf(field.columns, definition.column);
  const many = definition.kind === 'REFERENCES';
  if (context.resources.has(type))
    return compileChildren(
      field,
      {
        kind: many ? 'MANY' : 'ONE',
        type,
        join: (_, child) =>
          many
            ? sql`${columnOf(child, 'id')} = ANY (${pointer})`
            : sql`${columnOf(child, 'id')} = ${pointer}`,
      },
      context,
      { unique: !many },
    );
  if (!many) {
    const id = visibleReference(type, sql`${pointer}`, context);
    return { value: mask(field, id), decode: { kind: 'REFERENCE', type } };
  }
  const ids = visibleReferences(type, sql`${pointer}`, context);
  return { value: maskList(field, sql`to_json(${ids})`), decode: { kind: 'REFERENCES', type } };
}

/** `CASE` around a value whose release depends on the row. */
function mask(field: FieldRequest, value: SQL): SQL {
  const { released } = field.decision;
  if (released.kind === 'NEVER') return sql`NULL`;
  if (field.verdict.isCertain(released)) return value;
  return sql`CASE WHEN ${field.verdict.holds(released)} THEN ${value} END`;
}

/** A masked list. */
function maskList(field: FieldRequest, list: SQL): SQL {
  if (field.decision.released.kind === 'NEVER') return sql`NULL`;
  return emptyWhereDisclosed(field, mask(field, list));
}

/** A list that only a protected reason hides is empty, as if nothing had been recorded; one that its class hides is null. */
function emptyWhereDisclosed(
  field: FieldRequest,
  list: SQL,
  disclosed: Condition = field.decision.disclosed,
): SQL {
  if (field.verdict.isCertain(disclosed)) return sql`coalesce(${list}, '[]')`;
  if (disclosed.kind === 'NEVER') return list;
  return sql`coalesce(${list}, CASE WHEN ${field.verdict.holds(disclosed)} THEN '[]'::json END)`;
}

function compileChildren(
  field: FieldRequest,
  definition: Extract<FieldDefinition, { kind: 'ONE' | 'MANY' }>,
  context: StatementContext,
  /** Whether the join can find no second row, so that none has to be chosen. */
  { unique }: { readonly unique: boolean } = { unique: false },
): CompiledField {
  const rows = context.compileRows({
    resource: resourceOf(definition.type, context),
    selection: field.inner ?? { type: definition.type, fields: new Map() },
    restrict: (child) => definition.join(field.columns, child),
    order: definition.order,
    choosesOne: definition.kind === 'ONE',
    ...(definition.kind === 'MANY' && definition.ofOtherEpisodes === true
      ? {}
      : { parent: { resource: field.resource, columns: field.columns, visibleWhere: field.row } }),
    traced: tracesOwn(field, definition.type, context),
  });
  const order = sql.join([...rows.order], sql`, `);
  const choice = unique ? sql`` : sql` ORDER BY ${order} LIMIT 1`;
  return definition.kind === 'ONE'
    ? {
        value: mask(
          field,
          sql`(SELECT ${rows.row} FROM ${rows.from} WHERE ${rows.where}${choice})`,
        ),
        decode: { kind: 'ONE', row: rows.decoder },
      }
    : {
        value: maskList(
          field,
          sql`(SELECT json_agg(${rows.row} ORDER BY ${order}) FROM ${rows.from} WHERE ${rows.where})`,
        ),
        decode: { kind: 'MANY', row: rows.decoder },
      };
}

/** Entries meet the parent field's rules one by one, so that a reader's own agency's entries show where others need a justification. */
function compileEntries(
  field: FieldRequest,
  definition: Extract<FieldDefinition, { kind: 'ENTRIES' }>,
  context: StatementContext,
): CompiledField {
  const { released } = field.decision;
  if (released.kind === 'NEVER') return { value: sql`NULL`, decode: { kind: 'VALUE' } };
  const rows = context.compileRows({
    resource: resourceOf(definition.type, context),
    selection: field.inner ?? { type: definition.type, fields: new Map() },
    restrict: (child) => definition.join(field.columns, child),
    order: definition.order,
    alsoWhere: [released],
    traced: false,
  });
  const order = sql.join([...rows.order], sql`, `);
  const list = sql`(SELECT json_agg(${rows.row} ORDER BY ${order}) FROM ${rows.from} WHERE ${rows.where})`;
  return {
    // A reader's own agency's entries do not decide whether the list is told as empty.
    value: emptyWhereDisclosed(field, list, withoutOwnEntries(field.decision.disclosed)),
    decode: { kind: 'MANY', row: rows.decoder },
  };
}

function compileLatestEntry(
  field: FieldRequest,
  definition: Extract<FieldDefinition, { kind: 'LATEST_ENTRY' }>,
  context: StatementContext,
): CompiledField {
  const { released } = field.decision;
  if (released.kind === 'NEVER') return { value: sql`NULL`, decode: { kind: 'VALUE' } };
  const resource = resourceOf(definition.type, context);
  const rows = context.compileRows({
    resource,
    selection: { type: resource.type, fields: new Map() },
    restrict: (child) => definition.join(field.columns, child),
    visibleWhere: released,
    traced: false,
  });
  const value = columnOf(rows.columns, definition.column);
  return {
    value: sql`(SELECT ${value} FROM ${rows.from} WHERE ${rows.where} ORDER BY ${sql.join([...rows.order], sql`, `)} LIMIT 1)`,
    decode: { kind: 'VALUE' },
  };
}

// A child reached by the same episode as its parent rests on the same grants; a person may rest on others.
function tracesOwn(field: FieldRequest, type: string, context: StatementContext): boolean {
  return field.traced && resourceOf(type, context).link.kind === 'PERSON';
}

function resourceOf(type: string, context: StatementContext): ResourceDefinition {
  const found = context.resources.get(type);
  if (found === undefined) throw new TypeError(`This subgraph has no resource "${type}".`);
  return found;
}
