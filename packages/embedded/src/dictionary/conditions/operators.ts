import type { Comparison } from '@postern/policy';
import { conditionInWords } from '@postern/policy';

type Operator = Comparison['operator'];

/** Of each operator, what it is given and an example; one that is missing does not compile. */
const OPERATORS: Readonly<
  Record<Operator, readonly [takes: string, attribute: string, value: unknown]>
> = {
  $eq: ['a value or null', 'status', 'OPEN'],
  $ne: ['a value or null', 'endReason', null],
  $in: ['a list of values, null among them or not', 'status', ['OPEN', 'OPEN_TAF']],
  $nin: ['a list of values, null among them or not', 'status', ['CLOSING', 'CLOSED']],
  $lt: ['a number', 'levelOfNeed', 3],
  $lte: ['a number', 'levelOfNeed', 2],
  $gt: ['a number', 'levelOfNeed', 2],
  $gte: ['a number', 'levelOfNeed', 3],
};

/** Every operator of `where`, each with an example and what that says. */
export function operatorRows(): readonly (readonly string[])[] {
  return Object.entries(OPERATORS).map(([operator, [takes, attribute, value]]) => {
    const where = { [attribute]: { [operator]: value } };
    return [
      `\`${operator}\``,
      takes,
      `\`${JSON.stringify({ where })}\``,
      conditionInWords({ where }, '*'),
    ];
  });
}
