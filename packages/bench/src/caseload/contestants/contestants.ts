import type { Call } from '../measuring/load.ts';
import { CASELOAD, MASKED_CASELOAD } from '../operations.ts';
import type { TokenSigner } from '../principals/tokens.ts';
import type { Server, ServerTask } from './contestant.ts';
import { startServer } from './contestant.ts';

/** Who runs, and what each is; the order is that of the first round. */
export const CONTESTANTS = {
  'L json': 'hand-written, one statement that builds JSON',
  'L rows': 'hand-written, batched statements that bring rows',
  'L graphql': 'hand-written behind Apollo Server, one resolver over those batched statements',
  P0: 'the gate with an allow-all policy over a fixed list of ids',
  P: 'the gate',
  LM: 'hand-written, with the sensitive fields, none masked',
  P0M: 'the gate with the allow-all policy, with the sensitive fields',
  PM: 'the gate, with the sensitive fields',
} as const;
export type ContestantName = keyof typeof CONTESTANTS;
export const CONTESTANT_NAMES = Object.keys(CONTESTANTS) as ContestantName[];

/** One way of answering the caseload: the server that answers, and one call for each principal. */
export interface Contestant {
  readonly server: Server;
  readonly calls: readonly Call[];
}

export interface RunningContestants {
  readonly by: Readonly<Record<ContestantName, Contestant>>;
  stop(): Promise<void>;
}

/** Starts every contestant's server, each in a process of its own. */
export async function startContestants(
  task: ServerTask,
  signer: TokenSigner,
): Promise<RunningContestants> {
  const start = (program: string): Promise<Server> =>
    startServer(new URL(program, import.meta.url), task);
  const handwritten = await start('./handwritten-server.ts');
  const open = await start('./open-gate-server.ts');
  const gate = await start('./gate-server.ts');
  const tokens = await Promise.all(task.principals.map(({ subject }) => signer.sign(subject)));
  const byHand = (way: string): Contestant => ({
    server: handwritten,
    calls: task.principals.map((_, number) => ({
      url: `${handwritten.url}/${way}/${number}`,
      method: 'GET',
      headers: {},
    })),
  });
  const graphQLByHand: Contestant = {
    server: handwritten,
    calls: task.principals.map((_, number) =>
      graphQLCall(`${handwritten.url}/graphql/${number}`, {}, CASELOAD),
    ),
  };
  const throughGate = (server: Server, query: string): Contestant => ({
    server,
    calls: tokens.map((token) =>
      graphQLCall(
        `${server.url}/graphql`,
        { authorization: `Bearer ${token}`, 'purpose-of-use': 'COORDINATE_SUPPORT' },
        query,
      ),
    ),
  });
  return {
    by: {
      'L json': byHand('json'),
      'L rows': byHand('rows'),
      'L graphql': graphQLByHand,
      P0: throughGate(open, CASELOAD),
      P: throughGate(gate, CASELOAD),
      LM: byHand('masked'),
      P0M: throughGate(open, MASKED_CASELOAD),
      PM: throughGate(gate, MASKED_CASELOAD),
    },
    stop: async () => {
      await Promise.all([handwritten, open, gate].map((server) => server.stop()));
    },
  };
}

function graphQLCall(url: string, headers: Readonly<Record<string, string>>, query: string): Call {
  const body = JSON.stringify({ query });
  return {
    url,
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
    body,
  };
}
