import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { coercedVariables } from '@postern/edge';
import { graphQLErrorOf } from '../contract/graphql-error.ts';
import { operationProblem } from '../contract/operation-problem.ts';
import { CollectedFailures } from '../execution/collected-failures.ts';
import { executePlan } from '../execution/execute-plan.ts';
import type { SubgraphExecutor } from '../execution/subgraph.ts';
import { OperationStore } from '../operation/operation-store.ts';
import type { PreparationScope } from '../operation/prepared-operation.ts';
import { CollectedProblems } from '../projection/problems.ts';
import { project } from '../projection/project.ts';
import { answerErrors } from './answer-errors.ts';

type ExecutorRequest = Parameters<GatewayExecutor>[0];
type Answer = Awaited<ReturnType<GatewayExecutor>>;

/** What executing under a foreign supergraph needs. */
export interface SupergraphExecutorScope extends Pick<PreparationScope, 'schema' | 'planner'> {
  readonly subgraphs: ReadonlyMap<string, SubgraphExecutor<unknown>>;
}

/** The way of a validated operation where anyone may read all: plan, fetches, projection, what could be had and errors. */
export function createSupergraphExecutor(scope: SupergraphExecutorScope): GatewayExecutor {
  const { schema, planner, subgraphs } = scope;
  const operations = new OperationStore({ schema, planner, limits: null });

  async function answer(request: ExecutorRequest): Promise<Answer> {
    const { queryHash: hash, document, operation: node } = request;
    const variables = coercedVariables(node, request.request.variables, schema);
    const operation = operations.prepared({ hash, document, node });
    const plan = await operation.plan();
    const failures = new CollectedFailures();
    const fetched = await executePlan(plan, { subgraphs, variables, context: null, failures });
    const { root } = operation.selection(variables);
    const problems = new CollectedProblems();
    const introspection = operation.introspect(variables);
    const data = project(root, fetched, { introspection, problems });
    const errors = answerErrors(root, failures.all, problems.found);
    return errors.length === 0 ? { data } : { data, errors };
  }

  return async (request) => {
    const problem = operationProblem(request, schema);
    if (problem !== null) return { errors: [problem] };
    try {
      return await answer(request);
    } catch (failure) {
      return { errors: [graphQLErrorOf(failure)] };
    }
  };
}
