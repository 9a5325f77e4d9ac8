import type { Value } from '../model/entity-set.ts';
import { comparableOf } from '../model/order.ts';
import type { Expression, Literal } from './expression.ts';

/** The parts that every chosen row fulfils. */
function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === 'AND'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [expression];
}

/** The values one of which every chosen row has in a property; null where the expression leaves that open. */
export function heldTo(expression: Expression | null, property: string): ReadonlySet<Value> | null {
  let held: ReadonlySet<Value> | null = null;
  for (const part of expression === null ? [] : conjuncts(expression)) {
    const values = valuesOf(part, property);
    if (values === null) continue;
    held = held === null ? values : shared(held, values);
  }
  return held;
}

function shared(one: ReadonlySet<Value>, other: ReadonlySet<Value>): ReadonlySet<Value> {
  return new Set([...one].filter((value) => other.has(value)));
}

function valuesOf(part: Expression, property: string): ReadonlySet<Value> | null {
  if (part.kind === 'IN' && part.property === property)
    return new Set(part.among.map(literalValue));
  if (part.kind !== 'COMPARE' || part.operator !== 'eq') return null;
  const { left, right } = part;
  if (left.kind === 'PROPERTY' && left.name === property && right.kind !== 'PROPERTY')
    return new Set([literalValue(right)]);
  if (right.kind === 'PROPERTY' && right.name === property && left.kind !== 'PROPERTY')
    return new Set([literalValue(left)]);
  return null;
}

/** Between which instants a moment of every chosen row lies, both included; infinite where the expression leaves it open. */
export function heldBetween(
  expression: Expression | null,
  property: string,
): { readonly from: number; readonly to: number } {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const part of expression === null ? [] : conjuncts(expression)) {
    const bound = boundOf(part, property);
    if (bound === null) continue;
    if (bound.operator !== 'lt' && bound.operator !== 'le') from = Math.max(from, bound.at);
    if (bound.operator !== 'gt' && bound.operator !== 'ge') to = Math.min(to, bound.at);
  }
  return { from, to };
}

const MIRRORED = { eq: 'eq', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' } as const;

function boundOf(
  part: Expression,
  property: string,
): { readonly operator: keyof typeof MIRRORED; readonly at: number } | null {
  if (part.kind !== 'COMPARE' || part.operator === 'ne') return null;
  const { left, operator, right } = part;
  if (left.kind === 'PROPERTY' && left.name === property && right.kind === 'MOMENT')
    return { operator, at: Date.parse(right.value) };
  if (right.kind === 'PROPERTY' && right.name === property && left.kind === 'MOMENT')
    return { operator: MIRRORED[operator], at: Date.parse(left.value) };
  return null;
}

function literalValue(literal: Literal): Value {
  return literal.kind === 'NULL' ? null : comparableOf(literal.value, literal.kind === 'MOMENT');
}
