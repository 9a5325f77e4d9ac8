import type { ApolloServer } from '@apollo/server';
import type { Authenticator } from '@postern/authentication';
import type { ErrorStyle, Limits, Log, PurposeRule, ReleaseServices } from '@postern/edge';
import { clientError } from '@postern/edge';
import { checkCalendarDates } from '@postern/subgraph-kit';
import type { Contract, ContractName } from '../options.ts';
import { createPlanner } from '../plan/planner.ts';
import type { RequestContext } from '../request/context.ts';
import { createExecutor } from './executor.ts';
import { startGraphQLServer } from './graphql-server.ts';
import { outcomePlugin } from './outcome-plugin.ts';
import { publicSchemaOf } from './public-schema.ts';

/** Validation compares fields of one name with each other: its time grows with the square of this. */
const MOST_TOKENS = 2_000;

/** One contract, served. */
export interface ContractServer {
  readonly name: ContractName;
  readonly path: string;
  readonly authenticator: Authenticator;
  readonly purposes: PurposeRule;
  readonly graphql: ApolloServer<RequestContext>;
}

/** What serving a contract takes. */
export interface ContractSettings {
  readonly name: ContractName;
  readonly path: string;
  /** Says who calls at this address. */
  readonly authenticator: Authenticator;
  readonly purposes: PurposeRule;
  readonly contract: Contract;
  readonly limits: Limits;
  readonly releases: ReleaseServices;
  readonly style: ErrorStyle;
  readonly log: Log;
}

/** Builds schema, planner, executor and GraphQL server of one contract; contracts share nothing of these. */
export async function startContract(settings: ContractSettings): Promise<ContractServer> {
  const { name, path, authenticator, purposes, contract, limits, releases, style, log } = settings;
  const sdl = contract.supergraphSdl;
  const schema = publicSchemaOf(sdl);
  checkCalendarDates(schema);
  const planner = createPlanner(sdl, schema);
  const executor = createExecutor({ name, contract, schema, planner, limits, releases });
  const graphql = await startGraphQLServer<RequestContext>(
    { schema, sdl, executor },
    {
      production: style.production,
      mostTokens: MOST_TOKENS,
      formatError: (_, error) => clientError(error, style),
      plugins: [outcomePlugin(log)],
      log,
    },
  );
  return { name, path, authenticator, purposes, graphql };
}
