import { operationOf } from '@postern/edge';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PreparationScope } from './prepared-operation.ts';
import { PreparedOperation } from './prepared-operation.ts';

const OPERATIONS_KEPT = 500;

/** A validated operation as the GraphQL server hands it over; `hash` is of the whole document's text. */
export interface SentOperation {
  readonly hash: string;
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
}

/** Keeps the operations most recently used, prepared. */
export class OperationStore {
  readonly #prepared = new LRUCache<string, PreparedOperation>({ max: OPERATIONS_KEPT });
  readonly #scope: PreparationScope;

  constructor(scope: PreparationScope) {
    this.#scope = scope;
  }

  prepared({ hash, document, node }: SentOperation): PreparedOperation {
    const key = `${hash} ${node.name?.value ?? ''}`;
    const known = this.#prepared.get(key);
    if (known !== undefined) return known;
    const prepared = new PreparedOperation(operationOf(document, node), this.#scope);
    this.#prepared.set(key, prepared);
    return prepared;
  }
}
