import type { Expression, Literal, Operand } from './expression.ts';

/** Writes an expression as the protocol has it; parsed again it is the same. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'COMPARE': {
      const { operator, left, right } = expression;
      return `${printOperand(left)} ${operator} ${printOperand(right)}`;
    }
    case 'IN':
      return `${expression.property} in (${expression.among.map(printLiteral).join(',')})`;
    case 'CALL':
      return `${expression.name}(${printOperand(expression.subject)},${printOperand(expression.part)})`;
    case 'IS':
      return printOperand(expression.operand);
    case 'NOT':
      return `not (${printExpression(expression.operand)})`;
    case 'AND':
    case 'OR': {
      const { left, right } = expression;
      return `(${printExpression(left)}) ${expression.kind.toLowerCase()} (${printExpression(right)})`;
    }
  }
}

function printOperand(operand: Operand): string {
  return operand.kind === 'PROPERTY' ? operand.name : printLiteral(operand);
}

function printLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'NULL':
      return 'null';
    case 'TEXT':
      return `'${literal.value.replaceAll("'", "''")}'`;
    default:
      return String(literal.value);
  }
}
