import * as fc from 'fast-check';
import type { Expression, Literal } from '../src/expression/expression.ts';
import { COMPARISONS, TEXT_FUNCTIONS } from '../src/expression/expression.ts';
import { ROWS } from './cells.ts';

const TEXTS = [...new Set(ROWS.flatMap(({ measure, ward, symbol }) => [measure, ward, symbol]))]
  .filter((each) => typeof each === 'string')
  .concat(['', 'S', "'", 'ry', 'and']);

const textLiteral = fc
  .constantFrom(...TEXTS)
  .map((value): Literal => ({ kind: 'TEXT', value: value as string }));
const numberLiteral = fc
  .constantFrom(-5, 0, 5, 10, 15, 25, 30, 12.5)
  .map((value): Literal => ({ kind: 'NUMBER', value }));
const momentLiteral = fc
  .constantFrom('2026-04-01T00:00:00Z', '2026-05-01T01:00:00+01:00', '2026-05-01T00:00:00.000Z')
  .map((value): Literal => ({ kind: 'MOMENT', value }));
const nothing = fc.constant<Literal>({ kind: 'NULL' });

/** A property, and the values that it compares with. */
const COLUMNS = [
  { name: 'measure', literal: textLiteral },
  { name: 'ward', literal: textLiteral },
  { name: 'symbol', literal: textLiteral },
  { name: 'value', literal: numberLiteral },
  { name: 'periodStart', literal: momentLiteral },
] as const;

const test: fc.Arbitrary<Expression> = fc.constantFrom(...COLUMNS).chain(({ name, literal }) => {
  const left = { kind: 'PROPERTY', name } as const;
  const value = fc.oneof({ weight: 5, arbitrary: literal }, { weight: 1, arbitrary: nothing });
  return fc.oneof(
    fc
      .record({ operator: fc.constantFrom(...COMPARISONS), right: value, turned: fc.boolean() })
      .map(
        ({ operator, right, turned }): Expression =>
          turned
            ? { kind: 'COMPARE', operator, left: right, right: left }
            : { kind: 'COMPARE', operator, left, right },
      ),
    fc
      .array(value, { minLength: 1, maxLength: 4 })
      .map((among): Expression => ({ kind: 'IN', property: name, among })),
  );
});

const call: fc.Arbitrary<Expression> = fc
  .record({
    name: fc.constantFrom(...TEXT_FUNCTIONS),
    subject: fc.constantFrom('measure', 'ward', 'symbol'),
    part: fc.oneof(textLiteral, nothing),
  })
  .map(({ name, subject, part }) => ({
    kind: 'CALL',
    name,
    subject: { kind: 'PROPERTY', name: subject },
    part,
  }));

const isTotal = fc.constant<Expression>({
  kind: 'IS',
  operand: { kind: 'PROPERTY', name: 'isTotal' },
});

/** An expression over the cells that fits their types. */
export const randomExpression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: test },
    { weight: 1, arbitrary: call },
    { weight: 1, arbitrary: isTotal },
    { weight: 1, arbitrary: tie('any').map((operand) => ({ kind: 'NOT', operand }) as const) },
    {
      weight: 3,
      arbitrary: fc
        .record({
          kind: fc.constantFrom('AND' as const, 'OR' as const),
          left: tie('any'),
          right: tie('any'),
        })
        .map((both): Expression => both),
    },
  ),
})).any;
