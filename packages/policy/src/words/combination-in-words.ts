import type { Combination, Literal } from '../analysis/solver/combinations.ts';
import { predicateInWords } from './predicate-words.ts';

/** What a combination asks of state, each test in English; nothing at all is an empty list. */
export function combinationInWords(combination: Combination): readonly string[] {
  const met = combination.filter((literal) => literal.met);
  return [...met, ...combination.filter((literal) => !literal.met)].map(literalInWords);
}

function literalInWords({ test, met }: Literal): string {
  if (test.kind === 'HOLDS') {
    const { atom } = test;
    const words = predicateInWords(atom.predicate, 'role' in atom ? atom.role : '*');
    return met ? words : `not (${words})`;
  }
  const { attribute, operator, value } = test;
  const [is, isNot] = operator === '$eq' ? ['is', 'is not'] : ['is more than', 'is at most'];
  return `its \`${attribute}\` ${met ? is : isNot} ${JSON.stringify(value)}`;
}
