import { Refusal } from '@postern/errors';
import type { Weight } from './weight.ts';

/** The most that one operation may ask for; counts are after fragments are written out. */
export interface Limits {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly introspectionDepth: number;
  readonly introspectionFields: number;
  /** The most rows that one `first` may ask for. */
  readonly pageSize: number;
}

/** Limits under which every screen of a casework frontend fits in one operation, several times over. */
export const DEFAULT_LIMITS: Limits = {
  depth: 12,
  cost: 20_000,
  aliases: 50,
  rootFields: 10,
  introspectionDepth: 16,
  introspectionFields: 500,
  pageSize: 100,
};

/** Throws Refusal QUERY_TOO_DEEP or QUERY_TOO_COSTLY, naming the limit and its maximum. */
export function refuseBeyond(limits: Limits, weight: Weight): void {
  if (weight.depth > limits.depth) {
    throw new Refusal('QUERY_TOO_DEEP', { limit: 'depth', maximum: limits.depth });
  }
  if (weight.introspectionDepth > limits.introspectionDepth) {
    const maximum = limits.introspectionDepth;
    throw new Refusal('QUERY_TOO_DEEP', { limit: 'introspectionDepth', maximum });
  }
  for (const limit of ['cost', 'aliases', 'rootFields', 'introspectionFields'] as const) {
    if (weight[limit] > limits[limit]) {
      throw new Refusal('QUERY_TOO_COSTLY', { limit, maximum: limits[limit] });
    }
  }
}
