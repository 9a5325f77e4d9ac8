import { buildSubgraphSchema } from '@apollo/subgraph';
import type { RequestContext } from '@postern/subgraph-kit';
import { composeServices } from '@theguild/federation-composition';
import { execute, parse } from 'graphql';
import type { Contract, SubgraphExecutor } from '../src/index.ts';

/** A subgraph for tests: schema and resolvers over values in memory. */
export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers?: Record<string, unknown>;
  /** Replaces execution altogether, for subgraphs that misbehave. */
  readonly execute?: SubgraphExecutor<RequestContext>;
}

/** What a subgraph was asked. */
export interface Call {
  readonly subgraph: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Composed subgraphs, with a record of every call they got. */
export interface Federation extends Contract {
  readonly calls: Call[];
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@shareable", "@external", "@requires", "@interfaceObject", "@inaccessible"])\n`;

/** Composes subgraphs and makes each executable. */
export function federate(subgraphs: readonly TestSubgraph[]): Federation {
  const services = subgraphs.map(({ name, typeDefs }) => ({
    name,
    typeDefs: parse(LINK + typeDefs),
  }));
  const composed = composeServices(services);
  if (composed.supergraphSdl === undefined) {
    throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
  }
  const calls: Call[] = [];
  const executors = new Map<string, SubgraphExecutor<RequestContext>>();
  for (const subgraph of subgraphs) {
    const run = subgraph.execute ?? executorOf(subgraph);
    executors.set(subgraph.name, (request) => {
      calls.push({
        subgraph: subgraph.name,
        document: request.document,
        variables: request.variables,
      });
      return run(request);
    });
  }
  return { supergraphSdl: composed.supergraphSdl, subgraphs: executors, calls };
}

function executorOf({ typeDefs, resolvers = {} }: TestSubgraph): SubgraphExecutor<RequestContext> {
  type Modules = Parameters<typeof buildSubgraphSchema>[0];
  const schema = buildSubgraphSchema([{ typeDefs: parse(LINK + typeDefs), resolvers }] as Modules);
  return async ({ document, variables: variableValues, context: contextValue }) => {
    const { data = null, errors = [] } = await execute({
      schema,
      document: parse(document),
      variableValues,
      contextValue,
    });
    const [failure] = errors;
    if (failure?.originalError !== undefined) throw failure.originalError;
    return { data, errors: errors.map((error) => error.toJSON()) };
  };
}
