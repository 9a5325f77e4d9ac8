import { Fault } from '@postern/errors';
import type { Comparison, Scalar } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { ComparedColumn } from './compared-column.ts';
import { comparedColumn } from './compared-column.ts';
import type { RowBinding } from './row-binding.ts';

/**
 * A comparison with CASL's meaning, also for null: null equals only null, differs from every value, and is ordered as JavaScript orders it;
 * what differs in type is not equal. Never null itself, so that a denial built on it always fires.
 * @throws Fault POLICY_CORRUPT for an attribute outside the allow-list, or one that SQL would compare otherwise
 */
export function comparisonSql(comparison: Comparison, row: RowBinding): SQL {
  const { attribute, operator, value } = comparison;
  const bound = row.attribute(attribute);
  const column = bound === undefined ? undefined : comparedColumn(bound);
  if (column === undefined) throw new Fault('POLICY_CORRUPT', { logged: { attribute } });
  switch (operator) {
    case '$eq':
      return equals(column, scalar(value));
    case '$ne':
      return sql`NOT ${equals(column, scalar(value))}`;
    case '$in':
      return anyOf(column, list(value));
    case '$nin':
      return sql`NOT ${anyOf(column, list(value))}`;
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
      return ordered(column, operator, scalar(value));
  }
}

const ORDERS = { $lt: sql`<`, $lte: sql`<=`, $gt: sql`>`, $gte: sql`>=` };

// CASL compares null as JavaScript does: above every negative number, below every other.
function ordered(column: ComparedColumn, operator: keyof typeof ORDERS, value: Scalar): SQL {
  if (typeof value !== 'number' || column.holds !== 'number')
    throw new Fault('POLICY_CORRUPT', { logged: { operand: operator } });
  const above = operator === '$gt' || operator === '$gte';
  const whenNull = above === value < 0;
  return sql`coalesce(${column.asHeld} ${ORDERS[operator]} ${column.bind(value)}, ${sql.raw(String(whenNull))})`;
}

function equals(column: ComparedColumn, value: Scalar): SQL {
  if (value === null) return sql`(${column.asStored} IS NULL)`;
  if (typeof value !== column.holds) return sql`false`;
  return sql`coalesce(${column.asHeld} = ${column.bind(value)}, false)`;
}

/** Equal to one of them. However many there are, they are one value of the statement and one test of the row. */
function anyOf(column: ComparedColumn, values: readonly Scalar[]): SQL {
  const alike = values.filter((value) => typeof value === column.holds);
  const tests = [
    ...(alike.length === 0
      ? []
      : [sql`coalesce(${column.asHeld} = ANY (${column.bindAll(alike)}), false)`]),
    ...(values.includes(null) ? [equals(column, null)] : []),
  ];
  const [first, second] = tests;
  if (first === undefined) return sql`false`;
  return second === undefined ? first : sql`(${first} OR ${second})`;
}

function scalar(value: Comparison['value']): Scalar {
  if (Array.isArray(value)) throw new Fault('POLICY_CORRUPT', { logged: { operand: 'list' } });
  return value as Scalar;
}

function list(value: Comparison['value']): readonly Scalar[] {
  if (!Array.isArray(value)) throw new Fault('POLICY_CORRUPT', { logged: { operand: 'scalar' } });
  return value as readonly Scalar[];
}
