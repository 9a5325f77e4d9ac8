import type { Row, Value } from '../model/entity-set.ts';
import { comparableOf } from '../model/order.ts';
import type { Comparison, Expression, Literal, Operand, TextFunction } from './expression.ts';

/** True, false, or null where a value that is null leaves it open (OData URL Conventions 4.01 section 5.1.1.1). */
type Truth = boolean | null;

/** Chooses the rows for which an expression is true; it has been checked against their set. */
export function chooser(
  expression: Expression,
  isMoment: (property: string) => boolean,
): (row: Row) => boolean {
  const test = compiled(expression, isMoment);
  return (row) => test(row) === true;
}

type Test = (row: Row) => Truth;
type Reading = (row: Row) => Value;

function compiled(expression: Expression, isMoment: (property: string) => boolean): Test {
  const reading = (operand: Operand): Reading => readingOf(operand, isMoment);
  switch (expression.kind) {
    case 'COMPARE': {
      const { operator } = expression;
      const [left, right] = [reading(expression.left), reading(expression.right)];
      return (row) => compared(left(row), operator, right(row));
    }
    case 'IN': {
      const left = reading({ kind: 'PROPERTY', name: expression.property });
      const among = new Set(expression.among.map(literalValue));
      return (row) => among.has(left(row));
    }
    case 'CALL': {
      const { name } = expression;
      const [subject, part] = [reading(expression.subject), reading(expression.part)];
      return (row) => called(name, subject(row), part(row));
    }
    case 'IS': {
      const read = reading(expression.operand);
      return (row) => read(row) as Truth;
    }
    case 'NOT': {
      const inner = compiled(expression.operand, isMoment);
      return (row) => negated(inner(row));
    }
    default: {
      const decisive = expression.kind === 'OR';
      const [left, right] = [
        compiled(expression.left, isMoment),
        compiled(expression.right, isMoment),
      ];
      return (row) => joined(left(row), right(row), decisive);
    }
  }
}

function negated(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

/** `decisive` is what one side alone settles: false for and, true for or. */
function joined(left: Truth, right: Truth, decisive: boolean): Truth {
  if (left === decisive || right === decisive) return decisive;
  return left === null || right === null ? null : !decisive;
}

function readingOf(operand: Operand, isMoment: (property: string) => boolean): Reading {
  if (operand.kind !== 'PROPERTY') {
    const value = literalValue(operand);
    return () => value;
  }
  const { name } = operand;
  const asMoment = isMoment(name);
  return (row) => comparableOf(row[name] ?? null, asMoment);
}

function literalValue(literal: Literal): Value {
  if (literal.kind === 'NULL') return null;
  return comparableOf(literal.value, literal.kind === 'MOMENT');
}

function compared(left: Value, operator: Comparison, right: Value): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null) return false;
  switch (operator) {
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}

function called(name: TextFunction, subject: Value, part: Value): Truth {
  if (typeof subject !== 'string' || typeof part !== 'string') return null;
  switch (name) {
    case 'contains':
      return subject.includes(part);
    case 'startswith':
      return subject.startsWith(part);
    case 'endswith':
      return subject.endsWith(part);
  }
}
