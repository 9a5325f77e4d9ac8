import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ServerTask } from './contestant.ts';
import type { CaseloadIds, RunStatement } from './handwritten/connection.ts';
import { openConnections } from './handwritten/connection.ts';
import type { AnswerGraphQL } from './handwritten/graphql-answer.ts';
import { graphQLByHand } from './handwritten/graphql-answer.ts';
import { caseloadByJson } from './handwritten/json-statement.ts';
import { caseloadByRows } from './handwritten/row-statements.ts';
import type { Serving } from './serve.ts';
import { serve } from './serve.ts';

type Way = (run: RunStatement, request: IncomingMessage) => Promise<string>;

function ways(graphQL: AnswerGraphQL): Readonly<Record<string, Way>> {
  const written = (edges: readonly object[]): string =>
    JSON.stringify({ data: { episodes: { edges } } });
  return {
    json: async (run) => written(await caseloadByJson(run, { sensitive: false })),
    rows: async (run) => written(await caseloadByRows(run)),
    masked: async (run) => written(await caseloadByJson(run, { sensitive: true })),
    graphql: async (run, request) => graphQL(await text(request), run),
  };
}

/** The caseload as one would write it by hand: no access control, fixed ids. `/<way>/<principal's number>`. */
async function start(task: ServerTask): Promise<Serving> {
  const database = openConnections(task.databaseUrl);
  const answers = ways(await graphQLByHand());
  let statements = 0;
  const runFor =
    ({ episodes, persons }: CaseloadIds): RunStatement =>
    (statement) => {
      statements += 1;
      const values = [episodes, persons].map((ids) => `{${ids.join(',')}}`);
      return database.unsafe(statement, values.slice(0, statement.includes('$2') ? 2 : 1), {
        prepare: true,
      }) as never;
    };
  const server = createServer((request, response) => {
    const [, way = '', number = ''] = (request.url ?? '').split('/');
    const answer = answers[way];
    const ids = task.principals[Number(number)];
    if (answer === undefined || ids === undefined) {
      response.writeHead(404).end();
      return;
    }
    answer(runFor(ids), request).then(
      (body) => {
        response
          .writeHead(200, {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(body),
          })
          .end(body);
      },
      () => response.writeHead(500).end(),
    );
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, statements: () => statements };
}

serve(start);
