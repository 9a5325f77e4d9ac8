import { createHash } from 'node:crypto';
import type { Limits, Operation } from '@postern/edge';
import { refuseBeyond, refuseNulInText, refuseNulInVariables, weigh } from '@postern/edge';
import type { GraphQLSchema } from 'graphql';
import { coordinatesOf } from './coordinates.ts';
import type { ReadOperation } from './read-operation.ts';
import { refuseReservedAliases } from './reserved-aliases.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What a prepared operation is held to. */
export interface PreparationScope {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
}

/** An operation that was read once and is executed for every request that sends it. */
export class PreparedOperation {
  /** SHA-256 of the text that was sent, 64 lower-case hexadecimal digits. */
  readonly hash: string;
  readonly name: string | null;
  readonly operation: Operation;
  readonly document: string;
  readonly #scope: PreparationScope;

  constructor(query: string, { operation, document }: ReadOperation, scope: PreparationScope) {
    this.hash = createHash('sha256').update(query).digest('hex');
    this.name = operation.node.name?.value ?? null;
    this.operation = operation;
    this.document = document;
    this.#scope = scope;
    refuseReservedAliases(operation);
    refuseNulInText(operation);
  }

  /** Throws Refusal QUERY_TOO_DEEP, QUERY_TOO_COSTLY or ARGUMENT_INVALID. */
  refuseUnlessPermitted(variables: Variables): void {
    refuseNulInVariables(variables);
    const { schema, limits } = this.#scope;
    refuseBeyond(limits, weigh(this.operation, { schema, variables, pageSize: limits.pageSize }));
  }

  /** What it selects under these variables, as `Type.field`. */
  coordinates(variables: Variables): ReadonlySet<string> {
    return coordinatesOf(this.operation, variables, this.#scope.schema);
  }
}
