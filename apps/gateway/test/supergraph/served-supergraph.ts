import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { execute, isObjectType, parse } from 'graphql';
import { publicSchemaOf } from '../../src/contract/public-schema.ts';
import type { Gateway } from '../../src/index.ts';
import { createSupergraphGateway } from '../../src/index.ts';
import { SubgraphServer } from './subgraph-server.ts';
import type { Resolved, World } from './world.ts';
import { resolveRepresentation } from './world.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key",
  "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible", "@tag"])\n`;

/** A supergraph in a table of tests: its subgraphs' schemas by name, and what there is. */
export interface SupergraphCase {
  readonly typeDefs: Readonly<Record<string, string>>;
  readonly world: World;
  /** Fields that a subgraph computes from what it was asked by, by subgraph, type and field. */
  readonly computed?: Readonly<
    Record<string, Record<string, Record<string, (entity: Resolved) => unknown>>>
  >;
}

/** A GraphQL answer, read. */
export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Subgraphs over HTTP, a gateway before them, and the one schema that they make together. */
export class ServedSupergraph {
  readonly subgraphs: Readonly<Record<string, SubgraphServer>>;
  readonly schema: GraphQLSchema;
  readonly #url: string;
  readonly #gateway: Gateway;
  readonly #world: World;

  private constructor(parts: {
    subgraphs: Record<string, SubgraphServer>;
    schema: GraphQLSchema;
    url: string;
    gateway: Gateway;
    world: World;
  }) {
    this.subgraphs = parts.subgraphs;
    this.schema = parts.schema;
    this.#url = parts.url;
    this.#gateway = parts.gateway;
    this.#world = parts.world;
  }

  static async start({
    typeDefs,
    world,
    computed = {},
  }: SupergraphCase): Promise<ServedSupergraph> {
    const subgraphs: Record<string, SubgraphServer> = {};
    for (const name of Object.keys(typeDefs)) subgraphs[name] = await SubgraphServer.listen();
    const services = Object.entries(typeDefs).map(([name, text]) => ({
      name,
      typeDefs: parse(LINK + text),
      url: subgraphs[name]?.url ?? '',
    }));
    const { supergraphSdl, errors } = composeServices(services);
    if (supergraphSdl === undefined) {
      throw new Error(errors?.map(({ message }) => message).join('\n'));
    }
    const schema = publicSchemaOf(supergraphSdl);
    for (const { name, typeDefs: document } of services) {
      type Modules = Parameters<typeof buildSubgraphSchema>[0];
      const modules = [{ typeDefs: document, resolvers: computed[name] ?? {} }] as Modules;
      const subgraph = buildSubgraphSchema(modules);
      answerFor(subgraph, world, schema);
      subgraphs[name]?.serve(subgraph);
    }
    const gateway = await createSupergraphGateway({ supergraphSdl, log: () => undefined });
    const { url } = await gateway.listen(0);
    return new ServedSupergraph({ subgraphs, schema, url, gateway, world });
  }

  /** Asks the gateway. */
  async ask(query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLAnswer;
  }

  /** What the merged schema answers over the same world, executed by graphql-js. */
  async expected(
    query: string,
    variableValues: Record<string, unknown> = {},
  ): Promise<GraphQLAnswer> {
    const document = parse(query);
    const isMutation = /^\s*mutation/.test(query);
    const rootValue = this.#world.roots[isMutation ? 'Mutation' : 'Query'];
    const answer = await execute({ schema: this.schema, document, variableValues, rootValue });
    return JSON.parse(JSON.stringify(answer)) as GraphQLAnswer;
  }

  async close(): Promise<void> {
    await this.#gateway.close();
    for (const server of Object.values(this.subgraphs)) await server.close();
  }
}

/** Has a subgraph's root fields and references answered from the world. */
function answerFor(subgraph: GraphQLSchema, world: World, whole: GraphQLSchema): void {
  for (const [root, thing] of Object.entries(world.roots)) {
    const type = subgraph.getType(root);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve ??= (_, args, context, info) => {
        const value = thing[field.name];
        return typeof value === 'function' ? value.call(thing, args, context, info) : value;
      };
    }
  }
  const entities = subgraph.getQueryType()?.getFields()['_entities'];
  if (entities !== undefined) {
    entities.resolve = (_, { representations }: { representations: Record<string, unknown>[] }) =>
      representations.map((each) => resolveRepresentation(world, each, { subgraph, whole }));
  }
}
