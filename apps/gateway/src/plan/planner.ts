import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { Operation } from '@postern/edge';
import { Fault } from '@postern/errors';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, parse } from 'graphql';
import { possibleTypesOf } from '../execution/possible-types.ts';
import type { Step } from '../execution/step.ts';
import { compilePlan } from './compile-plan.ts';
import type { JoinedCondition } from './conditions.ts';
import { joinedTypesOf } from './joined-types.ts';
import { plannedDocument } from './planned-document.ts';

const LONGEST_PLANNING_MS = 5_000;

/** Plans an operation across the subgraphs; null when no subgraph is needed. Throws Fault PLAN_FAILED. */
export type Planner = (operation: Operation) => Promise<Plan | null>;

/** The steps of an operation, and the conditions that its variables beyond the client's stand for. */
export interface Plan {
  readonly step: Step;
  readonly joined: readonly JoinedCondition[];
}

/** Creates the planner of a supergraph; `schema` is its public schema. */
export function createPlanner(supergraphSdl: string, schema: GraphQLSchema): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const scope = {
    schema: buildASTSchema(supergraph, { assumeValidSDL: true }),
    joined: joinedTypesOf(supergraph),
    possible: possibleTypesOf(supergraph),
  };
  return async (operation) => {
    const document = plannedDocument(operation, { schema, joined: scope.joined });
    if (document === null) return null;
    const { node } = await planned(planner, document.text);
    if (node === undefined || node === null) return null;
    return { step: compilePlan(node, scope), joined: document.joined };
  };
}

/** Planning runs off the main thread, so that a hard operation holds up nobody else. */
async function planned(
  planner: QueryPlanner,
  document: string,
): ReturnType<QueryPlanner['planAsync']> {
  const signal = AbortSignal.timeout(LONGEST_PLANNING_MS);
  try {
    return await planner.planAsync(document, null, new Set(), 0, signal);
  } catch (cause) {
    throw new Fault('PLAN_FAILED', { cause });
  }
}
