import type { GraphQLSchema } from 'graphql';
import { isScalarType, valueFromASTUntyped } from 'graphql';

/**
 * Makes a schema's scalar `Date` take calendar dates (ISO 8601, `YYYY-MM-DD`) only. Built from SDL it would take
 * any value, which only the database would then refuse.
 */
export function checkCalendarDates(schema: GraphQLSchema): void {
  const type = schema.getType('Date');
  if (!isScalarType(type)) return;
  type.parseValue = calendarDate;
  type.parseLiteral = (node, variables) => calendarDate(valueFromASTUntyped(node, variables));
}

/** Tells a calendar day of the years 1 to 9999, written `YYYY-MM-DD`. */
export function isCalendarDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  // The parser takes 30 February for 1 or 2 March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function calendarDate(value: unknown): string {
  if (isCalendarDay(value)) return value;
  throw new TypeError('A date is a calendar day, written YYYY-MM-DD.');
}
