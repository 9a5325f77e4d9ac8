import type { EdmType, EntitySet } from '../model/entity-set.ts';
import { propertyOf } from '../model/entity-set.ts';
import { malformed } from '../refusing.ts';
import type { Comparison, Expression, Operand } from './expression.ts';

/** What values compare with each other: a day is none of the moments within it. */
type Family = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'MOMENT' | 'DAY' | 'NULL';

const FAMILY_OF: Readonly<Record<EdmType, Family>> = {
  'Edm.String': 'TEXT',
  'Edm.Boolean': 'BOOLEAN',
  'Edm.Int32': 'NUMBER',
  'Edm.Decimal': 'NUMBER',
  'Edm.Date': 'DAY',
  'Edm.DateTimeOffset': 'MOMENT',
};

type Set = Pick<EntitySet, 'properties'>;

/** Refuses an expression over what the set does not have, or that compares what does not compare. @throws Refusal QUERY_OPTION_INVALID */
export function checkExpression(expression: Expression, set: Set, option: string): void {
  const family = (operand: Operand): Family => familyOf(operand, set, option);
  switch (expression.kind) {
    case 'COMPARE':
      checkComparison(expression, family, option);
      return;
    case 'IN':
      for (const literal of expression.among)
        checkComparison(
          {
            operator: 'eq',
            left: { kind: 'PROPERTY', name: expression.property },
            right: literal,
          },
          family,
          option,
        );
      return;
    case 'CALL':
      for (const operand of [expression.subject, expression.part])
        if (!['TEXT', 'NULL'].includes(family(operand)))
          throw malformed(option, `text in ${expression.name}`);
      return;
    case 'IS':
      if (family(expression.operand) !== 'BOOLEAN') throw malformed(option, 'a comparison');
      return;
    case 'NOT':
      checkExpression(expression.operand, set, option);
      return;
    default:
      checkExpression(expression.left, set, option);
      checkExpression(expression.right, set, option);
  }
}

function checkComparison(
  {
    operator,
    left,
    right,
  }: { readonly operator: Comparison; readonly left: Operand; readonly right: Operand },
  family: (operand: Operand) => Family,
  option: string,
): void {
  const [one, other] = [family(left), family(right)];
  if (one !== other && one !== 'NULL' && other !== 'NULL')
    throw malformed(option, `values of one type on both sides of ${operator}`);
}

function familyOf(operand: Operand, set: Set, option: string): Family {
  if (operand.kind !== 'PROPERTY') return operand.kind;
  const property = propertyOf(set, operand.name);
  if (property === undefined) throw malformed(option, namesOf(set));
  return FAMILY_OF[property.type];
}

/** What a caller is told who names a property that there is none of. */
export function namesOf({ properties }: Set): string {
  return `one of ${properties.map(({ name }) => name).join(', ')}`;
}
