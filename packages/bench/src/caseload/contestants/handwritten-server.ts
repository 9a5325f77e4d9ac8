import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerTask } from './contestant.ts';
import type { CaseloadIds, RunStatement } from './handwritten/connection.ts';
import { openConnections } from './handwritten/connection.ts';
import { caseloadByJson } from './handwritten/json-statement.ts';
import { caseloadByRows } from './handwritten/row-statements.ts';
import type { Serving } from './serve.ts';
import { serve } from './serve.ts';

const WAYS: Readonly<Record<string, (run: RunStatement) => Promise<readonly object[]>>> = {
  json: (run) => caseloadByJson(run, { sensitive: false }),
  rows: caseloadByRows,
  masked: (run) => caseloadByJson(run, { sensitive: true }),
};

/** The caseload as one would write it by hand: no GraphQL, no access control, fixed ids. `/<way>/<principal's number>`. */
async function start(task: ServerTask): Promise<Serving> {
  const database = openConnections(task.databaseUrl);
  let statements = 0;
  const runFor =
    ({ episodes, persons }: CaseloadIds): RunStatement =>
    (text) => {
      statements += 1;
      const values = [episodes, persons].map((ids) => `{${ids.join(',')}}`);
      return database.unsafe(text, values.slice(0, text.includes('$2') ? 2 : 1), {
        prepare: true,
      }) as never;
    };
  const server = createServer((request, response) => {
    const [, way = '', number = ''] = (request.url ?? '').split('/');
    const caseload = WAYS[way];
    const ids = task.principals[Number(number)];
    if (caseload === undefined || ids === undefined) {
      response.writeHead(404).end();
      return;
    }
    caseload(runFor(ids)).then(
      (edges) => {
        const body = JSON.stringify({ data: { episodes: { edges } } });
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
