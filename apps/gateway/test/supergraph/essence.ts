import type { GraphQLAnswer } from './served-supergraph.ts';

/** What of an answer does not depend on who gave it: its data, and what failed where, whatever came first. */
export function essence({ data = null, errors = [] }: GraphQLAnswer): unknown {
  return {
    data,
    errors: errors.map(({ path, message }) => `${path?.join('.')}: ${message}`).toSorted(),
  };
}
