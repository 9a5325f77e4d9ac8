import type { Limits } from '@postern/edge';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphQLRequest } from '../request/graphql-request.ts';
import type { Recorder } from '../request/recorder.ts';
import { PreparedOperation } from './prepared-operation.ts';
import { readOperation } from './read-operation.ts';

const OPERATIONS_KEPT = 500;
/** Characters of text: a few callers' longest operations are not to fill the memory. */
const TEXT_KEPT = 16 * 1024 * 1024;

/** Validation compares fields of one name with each other: its time grows with the square of this. */
const MOST_TOKENS = 2_000;
/** A plan writes fragments out and adds ids and type names to what the gateway has weighed. */
const PLANNED = { tokens: 60_000, cost: 3 };

/** What preparing depends on. */
export interface StoreScope {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly production: boolean;
}

/** Keeps the operations most recently used, prepared. */
export class OperationStore {
  readonly #prepared = new LRUCache<string, PreparedOperation>({
    max: OPERATIONS_KEPT,
    maxSize: TEXT_KEPT,
    sizeCalculation: (_, key) => key.length,
  });
  readonly #scope: StoreScope;

  constructor(scope: StoreScope) {
    this.#scope = scope;
  }

  /** Throws GraphQLError with a code of the protocol, or Refusal NAME_RESERVED or ARGUMENT_INVALID. */
  prepared(request: GraphQLRequest, recorder: Recorder): PreparedOperation {
    const { query, operationName } = request;
    const key = `${recorder} ${operationName ?? ''}\n${query}`;
    const known = this.#prepared.get(key);
    if (known !== undefined) return known;
    const { schema, production } = this.#scope;
    const mostTokens = recorder === 'GATEWAY' ? PLANNED.tokens : MOST_TOKENS;
    const read = readOperation(request, { schema, production, mostTokens });
    const prepared = new PreparedOperation(query, read, { schema, limits: this.#limits(recorder) });
    this.#prepared.set(key, prepared);
    return prepared;
  }

  /** An operation that a gateway planned has been weighed as the client wrote it. */
  #limits(recorder: Recorder): Limits {
    const { limits } = this.#scope;
    if (recorder === 'HERE') return limits;
    const cost = PLANNED.cost * limits.cost;
    return { ...limits, cost, aliases: cost, rootFields: cost };
  }
}
