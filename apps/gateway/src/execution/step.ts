import type { EntityPath } from './entity-path.ts';
import type { OutputRewrite } from './output-rewrite.ts';
import type { Representer } from './representation.ts';

/** A variable of the client as a subgraph operation names it. */
export interface PassedVariable {
  readonly name: string;
  readonly from: string;
}

/** Fetches fields of the operation's root type. */
export interface RootFetch {
  readonly kind: 'ROOT_FETCH';
  readonly subgraph: string;
  readonly document: string;
  readonly variables: readonly PassedVariable[];
  readonly mutates: boolean;
  readonly rewrites: readonly OutputRewrite[];
}

/** The entities that one `_entities` field of a fetch completes, wherever they are in the answer so far. */
export interface EntityTarget {
  readonly field: string;
  readonly variable: string;
  readonly paths: readonly EntityPath[];
  readonly represent: Representer;
  readonly rewrites: readonly OutputRewrite[];
}

/** Fetches more fields of entities already found: one call, however many entities there are. */
export interface EntityFetch {
  readonly kind: 'ENTITY_FETCH';
  readonly subgraph: string;
  readonly document: string;
  readonly variables: readonly PassedVariable[];
  readonly targets: readonly EntityTarget[];
}

/** A step of a plan that is ready to run. */
export type Step =
  | RootFetch
  | EntityFetch
  | { readonly kind: 'SEQUENCE'; readonly steps: readonly Step[] }
  | { readonly kind: 'PARALLEL'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'CONDITION';
      readonly variable: string;
      readonly whenTrue: Step | null;
      readonly whenFalse: Step | null;
    };
