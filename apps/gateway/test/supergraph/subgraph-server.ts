import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { GraphQLSchema } from 'graphql';
import { execute, parse, validate } from 'graphql';

/** A request as it came over HTTP. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** What answers in place of the schema, for a subgraph that misbehaves. */
export type Misbehaviour = (request: SubgraphRequest) => { status?: number; body: string } | null;

/** A subgraph over real HTTP; it refuses an operation that its own schema does not allow. */
export class SubgraphServer {
  readonly asked: SubgraphRequest[] = [];
  misbehave: Misbehaviour = () => null;
  readonly #server: Server;
  #schema: GraphQLSchema | null = null;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const sent = (await json(request)) as SubgraphRequest;
      this.asked.push(sent);
      const { status = 200, body } = this.misbehave(sent) ?? { body: await this.#answer(sent) };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  }

  /** Listens; what it serves is decided once every subgraph has an address. */
  static async listen(): Promise<SubgraphServer> {
    const made = new SubgraphServer();
    await new Promise<void>((resolve) => {
      made.#server.listen(0, '127.0.0.1', resolve);
    });
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  serve(schema: GraphQLSchema): void {
    this.#schema = schema;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer({ query, variables }: SubgraphRequest): Promise<string> {
    const schema = this.#schema;
    if (schema === null) throw new Error('The subgraph has no schema yet.');
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return JSON.stringify({ errors });
    return JSON.stringify(await execute({ schema, document, variableValues: variables ?? {} }));
  }
}
