import { Fault, isFault, isRefusal, Refusal } from '@postern/errors';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { InProcessSubgraph } from './in-process-subgraph.ts';

/** Characters of documents that are kept compiled. */
const TEXT_KEPT = 16 * 1024 * 1024;

/** Executes documents on a schema, each compiled once. */
export function executeCompiled(schema: GraphQLSchema): InProcessSubgraph['execute'] {
  const compiled = new LRUCache<string, CompiledQuery>({
    max: 500,
    maxSize: TEXT_KEPT,
    sizeCalculation: (_, document) => document.length,
  });
  return async ({ document, variables, context }) => {
    let query = compiled.get(document);
    if (query === undefined) {
      query = compile(schema, document);
      compiled.set(document, query);
    }
    const result = await query.query({}, context, { ...variables });
    for (const error of result.errors ?? []) rethrow(error);
    return { data: result.data ?? null };
  };
}

function compile(schema: GraphQLSchema, document: string): CompiledQuery {
  const parsed = parse(document);
  const [problem] = validate(schema, parsed);
  if (problem !== undefined) throw new Fault('PLAN_FAILED', { logged: { stage: 'validate' } });
  const query = compileQuery(schema, parsed);
  if (!isCompiledQuery(query)) throw new Fault('PLAN_FAILED', { logged: { stage: 'compile' } });
  return query;
}

// What a rule refused, or what failed below, ends the request as itself.
function rethrow(error: GraphQLError): void {
  const cause = error.originalError;
  if (isRefusal(cause) || isFault(cause)) throw cause;
  // Without a place in the answer, the executor itself found a variable that is not of its type.
  if (error.path === undefined)
    throw new Refusal('ARGUMENT_INVALID', { expected: 'variables of the types declared' });
  throw new Fault('INTERNAL', { cause });
}
