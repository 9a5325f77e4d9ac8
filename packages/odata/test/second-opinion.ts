import type { Expression, Operand } from '../src/expression/expression.ts';
import type { Row } from '../src/index.ts';

/** How far it is from true: 0 it is, 1 it is not, and a half where nobody knows. */
export function doubt(expression: Expression, row: Row): number {
  switch (expression.kind) {
    case 'AND':
      return Math.max(doubt(expression.left, row), doubt(expression.right, row));
    case 'OR':
      return Math.min(doubt(expression.left, row), doubt(expression.right, row));
    case 'NOT':
      return 1 - doubt(expression.operand, row);
    case 'IN':
      return Math.min(
        ...expression.among.map((right) =>
          doubt(
            {
              kind: 'COMPARE',
              operator: 'eq',
              left: { kind: 'PROPERTY', name: expression.property },
              right,
            },
            row,
          ),
        ),
      );
    case 'IS':
      return valueIn(expression.operand, row) === true ? 0 : 1;
    case 'CALL': {
      const [subject, part] = [valueIn(expression.subject, row), valueIn(expression.part, row)];
      if (subject === null || part === null) return 0.5;
      const at = String(subject).split(String(part));
      const found = {
        contains: at.length > 1,
        startswith: at[0] === '',
        endswith: at.at(-1) === '',
      };
      return String(part) === '' || found[expression.name] ? 0 : 1;
    }
    case 'COMPARE': {
      const { operator } = expression;
      const sides = [valueIn(expression.left, row), valueIn(expression.right, row)] as const;
      return compare(sides, operator) ? 0 : 1;
    }
  }
}

type Plain = string | number | boolean | null;

function compare([left, right]: readonly [Plain, Plain], operator: string): boolean {
  if (operator === 'eq' || operator === 'ne') return Object.is(left, right) === (operator === 'eq');
  if (left === null || right === null) return false;
  const signs: Readonly<Record<string, readonly number[]>> = {
    gt: [1],
    ge: [1, 0],
    lt: [-1],
    le: [-1, 0],
  };
  const sign = left > right ? 1 : left < right ? -1 : 0;
  return signs[operator]?.includes(sign) ?? false;
}

function valueIn(operand: Operand, row: Row): Plain {
  if (operand.kind === 'NULL') return null;
  if (operand.kind === 'MOMENT') return new Date(operand.value).getTime();
  if (operand.kind !== 'PROPERTY') return operand.value;
  const value = row[operand.name] ?? null;
  return operand.name === 'periodStart' ? new Date(String(value)).getTime() : value;
}
