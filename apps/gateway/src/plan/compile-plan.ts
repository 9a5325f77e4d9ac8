import type {
  BatchFetchNode,
  FetchNode,
  FlattenNode,
  PlanNode,
  OutputRewrite as PlannedRewrite,
} from '@graphql-hive/router-query-planner';
import { Fault } from '@postern/errors';
import { entityPath } from '../execution/entity-path.ts';
import type { OutputRewrite } from '../execution/output-rewrite.ts';
import { outputRewrite } from '../execution/output-rewrite.ts';
import type { PossibleTypes } from '../execution/possible-types.ts';
import { representer } from '../execution/representation.ts';
import type { PassedVariable, Step } from '../execution/step.ts';
import { clientName } from '../operation/planned-name.ts';
import type { SupergraphTypes } from './open-selections.ts';
import { withTypenames } from './open-selections.ts';

/** What compiling a plan needs of its supergraph. */
export interface PlanScope extends SupergraphTypes {
  readonly possible: PossibleTypes;
}

/** Prepares a planner's node for many runs; throws Fault PLAN_FAILED on a kind this gateway does not serve. */
export function compilePlan(node: PlanNode, scope: PlanScope): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, scope);
    case 'Flatten':
      return compileFlatten(node, scope);
    case 'BatchFetch':
      return compileBatchFetch(node, scope);
    case 'Sequence':
      return { kind: 'SEQUENCE', steps: node.nodes.map((each) => compilePlan(each, scope)) };
    case 'Parallel':
      return { kind: 'PARALLEL', steps: node.nodes.map((each) => compilePlan(each, scope)) };
    case 'Condition':
      return {
        kind: 'CONDITION',
        variable: clientName(node.condition),
        whenTrue: compileBranch(node.ifClause, scope),
        whenFalse: compileBranch(node.elseClause, scope),
      };
    case 'Subscription':
    case 'Defer':
      throw new Fault('PLAN_FAILED', { logged: { node: node.kind } });
  }
}

/** The planner writes an absent branch as null. */
function compileBranch(node: PlanNode | null | undefined, scope: PlanScope): Step | null {
  return node === null || node === undefined ? null : compilePlan(node, scope);
}

function compileFetch(node: FetchNode, scope: PlanScope): Step {
  if (node.requires !== undefined) {
    throw new Fault('PLAN_FAILED', { logged: { node: 'Fetch of entities without a path' } });
  }
  return {
    kind: 'ROOT_FETCH',
    subgraph: node.serviceName,
    document: withTypenames(node.operation, node.serviceName, scope),
    variables: passedVariables(node.variableUsages),
    mutates: node.operationKind === 'mutation',
    rewrites: rewrites(node.outputRewrites, scope.possible),
  };
}

function compileFlatten({ path, node }: FlattenNode, scope: PlanScope): Step {
  const { possible } = scope;
  if (node.kind !== 'Fetch' || node.requires === undefined) {
    throw new Fault('PLAN_FAILED', { logged: { node: `Flatten of ${node.kind}` } });
  }
  const { requires, inputRewrites = [] } = node;
  return {
    kind: 'ENTITY_FETCH',
    subgraph: node.serviceName,
    document: withTypenames(node.operation, node.serviceName, scope),
    variables: passedVariables(node.variableUsages),
    targets: [
      {
        field: '_entities',
        variable: 'representations',
        paths: [entityPath(path, possible)],
        represent: representer({ requires, rewrites: inputRewrites, possible }),
        rewrites: rewrites(node.outputRewrites, possible),
      },
    ],
  };
}

function compileBatchFetch(node: BatchFetchNode, scope: PlanScope): Step {
  const { possible } = scope;
  return {
    kind: 'ENTITY_FETCH',
    subgraph: node.serviceName,
    document: withTypenames(node.operation, node.serviceName, scope),
    variables: passedVariables(node.variableUsages),
    targets: node.entityBatch.aliases.map(({ requires, inputRewrites = [], ...target }) => ({
      field: target.alias,
      variable: target.representationsVariableName,
      paths: target.paths.map((path) => entityPath(path, possible)),
      represent: representer({ requires, rewrites: inputRewrites, possible }),
      rewrites: rewrites(target.outputRewrites, possible),
    })),
  };
}

function passedVariables(usages: readonly string[] = []): PassedVariable[] {
  return usages.map((name) => ({ name, from: clientName(name) }));
}

function rewrites(
  planned: readonly PlannedRewrite[] = [],
  possible: PossibleTypes,
): OutputRewrite[] {
  return planned.map((rewrite) => outputRewrite(rewrite, possible));
}
