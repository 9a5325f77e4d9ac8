import type { Limits, Operation } from '@postern/edge';
import {
  refuseBeyond,
  refuseNulInText,
  refuseNulInVariables,
  refuseReservedNames,
  weigh,
} from '@postern/edge';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { AnswerObject } from '../execution/answer-object.ts';
import type { Plan, Planner } from '../plan/planner.ts';
import { compileSelection } from '../projection/compile-selection.ts';
import type { IntrospectionAnswer } from '../projection/introspection.ts';
import { introspectionOf } from '../projection/introspection.ts';
import type { Selection } from '../projection/shape.ts';
import type { UsedVariables } from './used-variables.ts';
import { usedVariables } from './used-variables.ts';

/** Conditions and page sizes can be combined in many ways; a client uses few. */
const VARIANTS_KEPT = 16;

type Variables = Readonly<Record<string, unknown>>;

/** What preparing needs of a contract. */
export interface PreparationScope {
  readonly schema: GraphQLSchema;
  readonly planner: Planner;
  /** Null where everything is permitted. */
  readonly limits: Limits | null;
}

/** An operation with everything that can be worked out once and used for every request that sends it. */
export class PreparedOperation {
  readonly operation: Operation;
  readonly #scope: PreparationScope;
  readonly #used: UsedVariables;
  readonly #permitted = new LRUCache<string, true>({ max: VARIANTS_KEPT });
  readonly #selections = new LRUCache<string, Selection>({ max: VARIANTS_KEPT });
  #plan: Promise<Plan | null> | null = null;
  #introspection: IntrospectionAnswer | null = null;

  constructor(operation: Operation, scope: PreparationScope) {
    this.operation = operation;
    this.#scope = scope;
    this.#used = usedVariables(operation);
  }

  /** Throws Refusal QUERY_TOO_DEEP, QUERY_TOO_COSTLY, ARGUMENT_INVALID or NAME_RESERVED. */
  refuseUnlessPermitted(variables: Variables): void {
    const { schema, limits } = this.#scope;
    if (limits === null) return;
    refuseNulInVariables(variables);
    const sizes = this.#used.pageSizes.map((name) => String(variables[name])).join(' ');
    if (this.#permitted.has(sizes)) return;
    const { pageSize } = limits;
    refuseBeyond(limits, weigh(this.operation, { schema, variables, pageSize }));
    refuseReservedNames(this.operation);
    refuseNulInText(this.operation);
    this.#permitted.set(sizes, true);
  }

  /** The plan, worked out by the first request that asks; a failure is not kept. */
  plan(): Promise<Plan | null> {
    this.#plan ??= this.#scope.planner(this.operation).catch((failure: unknown) => {
      this.#plan = null;
      throw failure;
    });
    return this.#plan;
  }

  /** Answers what the operation asks about the schema. */
  introspect(variables: Variables): AnswerObject {
    this.#introspection ??= introspectionOf(this.operation, this.#scope.schema);
    return this.#introspection(variables);
  }

  /** What is selected under these variables. */
  selection(variables: Variables): Selection {
    const key = this.#used.conditions
      .map((name) => (variables[name] === true ? '1' : '0'))
      .join('');
    const known = this.#selections.get(key);
    if (known !== undefined) return known;
    const { fragments } = this.operation;
    const { schema } = this.#scope;
    const selection = compileSelection(this.operation, { schema, fragments, variables });
    this.#selections.set(key, selection);
    return selection;
  }
}
