import type { ApolloServer } from '@apollo/server';
import type { ErrorStyle, Limits, Log, PurposeRule, ReleaseServices } from '@postern/edge';
import type { Contract, ContractName } from '../options.ts';
import { createPlanner } from '../plan/planner.ts';
import type { RequestContext } from '../request/context.ts';
import { createExecutor } from './executor.ts';
import { startGraphQLServer } from './graphql-server.ts';
import { publicSchemaOf } from './public-schema.ts';

/** One contract, served. */
export interface ContractServer {
  readonly name: ContractName;
  readonly path: string;
  readonly purposes: PurposeRule;
  readonly graphql: ApolloServer<RequestContext>;
}

/** What serving a contract takes. */
export interface ContractSettings {
  readonly name: ContractName;
  readonly path: string;
  readonly purposes: PurposeRule;
  readonly contract: Contract;
  readonly limits: Limits;
  readonly releases: ReleaseServices;
  readonly style: ErrorStyle;
  readonly log: Log;
}

/** Builds schema, planner, executor and GraphQL server of one contract; contracts share nothing of these. */
export async function startContract(settings: ContractSettings): Promise<ContractServer> {
  const { name, path, purposes, contract, limits, releases, style, log } = settings;
  const sdl = contract.supergraphSdl;
  const schema = publicSchemaOf(sdl);
  const planner = createPlanner(sdl, schema);
  const executor = createExecutor({ name, contract, schema, planner, limits, releases });
  const graphql = await startGraphQLServer({ schema, sdl, executor }, { style, log });
  return { name, path, purposes, graphql };
}
