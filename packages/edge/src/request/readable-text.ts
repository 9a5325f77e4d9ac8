import { Refusal } from '@postern/errors';
import { visit } from 'graphql';
import type { Operation } from '../operation/operation.ts';

/** Throws Refusal ARGUMENT_INVALID on a NUL in a text of the operation: no store of text can hold, or look for, one. */
export function refuseNulInText({ node, fragments }: Operation): void {
  for (const definition of [node, ...fragments.values()]) {
    visit(definition, { StringValue: ({ value }) => refuseNul(value) });
  }
}

/** Throws Refusal ARGUMENT_INVALID on a NUL in a text among the variables, however deeply it lies. */
export function refuseNulInVariables(variables: Readonly<Record<string, unknown>>): void {
  const waiting: unknown[] = [variables];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') refuseNul(value);
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) waiting.push(inner);
    }
  }
}

function refuseNul(text: string): void {
  if (text.includes('\0')) {
    throw new Refusal('ARGUMENT_INVALID', { expected: 'text without NUL characters' });
  }
}
