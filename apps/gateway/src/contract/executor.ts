import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { ReleaseServices } from '@postern/edge';
import { settleRelease, variablesOf } from '@postern/edge';
import { Fault } from '@postern/errors';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import { executePlan } from '../execution/execute-plan.ts';
import { FIRST_FAILURE_ENDS } from '../execution/failures.ts';
import { OperationStore } from '../operation/operation-store.ts';
import type { PreparationScope } from '../operation/prepared-operation.ts';
import type { Contract, ContractName } from '../options.ts';
import { UNFIT_VALUE_ENDS } from '../projection/problems.ts';
import { project } from '../projection/project.ts';
import type { RequestContext } from '../request/context.ts';
import { graphQLErrorOf } from './graphql-error.ts';
import { operationProblem } from './operation-problem.ts';

type ExecutorRequest = Parameters<GatewayExecutor>[0];

/** What executing under a contract needs. */
export interface ExecutorScope extends PreparationScope {
  readonly name: ContractName;
  readonly contract: Contract;
  readonly releases: ReleaseServices;
}

/** The way of a validated operation: limits, plan, fetches, projection, ledger, answer. */
export function createExecutor(scope: ExecutorScope): GatewayExecutor {
  const operations = new OperationStore(scope);

  async function answer(request: ExecutorRequest, variables: Readonly<Record<string, unknown>>) {
    const { subgraphs: context } = request.context as RequestContext;
    const { queryHash: hash, document, operation: node } = request;
    const operation = operations.prepared({ hash, document, node });
    operation.refuseUnlessPermitted(variables);

    const plan = await operation.plan();
    const { subgraphs } = scope.contract;
    const failures = FIRST_FAILURE_ENDS;
    const fetched = await executePlan(plan, { subgraphs, variables, context, failures });
    const { root, coordinates } = operation.selection(variables);
    const introspection = operation.introspect(variables);
    const data = project(root, fetched, { introspection, problems: UNFIT_VALUE_ENDS });
    if (data === null) throw new Fault('SUBGRAPH_ANSWER_INVALID');

    const operationName = node.name?.value ?? null;
    const release = {
      contract: scope.name,
      operationHash: hash,
      operationName,
      coordinates,
      context,
    };
    const access = await settleRelease(release, scope.releases);
    return access.length === 0 ? { data } : { data, extensions: { access } };
  }

  return async (request) => {
    const problem = operationProblem(request, scope.schema);
    if (problem !== null) return { errors: [problem] };
    const variables = variablesOrError(request, scope.schema);
    if (variables instanceof GraphQLError) return { errors: [variables] };
    try {
      return await answer(request, variables);
    } catch (failure) {
      return { data: null, errors: [graphQLErrorOf(failure)] };
    }
  };
}

function variablesOrError(
  { operation, request }: ExecutorRequest,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> | GraphQLError {
  try {
    return variablesOf(operation, request.variables, schema);
  } catch (failure) {
    return failure instanceof GraphQLError ? failure : graphQLErrorOf(failure);
  }
}
