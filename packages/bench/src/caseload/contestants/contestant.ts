import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { Principal } from '../principals/caseload-of.ts';

/** What a server under measurement is told when it starts; it answers with its address. */
export interface ServerTask {
  readonly databaseUrl: string;
  readonly principals: readonly Principal[];
  readonly jwks: { readonly keys: readonly object[] };
}

/** A server under measurement, in a process of its own. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Statements sent to PostgreSQL since the start. */
  statements(): Promise<number>;
  stop(): Promise<void>;
}

/** What a server's process says to the one that measures. */
export type ServerMessage =
  | { readonly kind: 'LISTENING'; readonly url: string }
  | { readonly kind: 'STATEMENTS'; readonly count: number };

/** Starts a server's program and waits until it listens. */
export async function startServer(program: URL, task: ServerTask): Promise<Server> {
  const child = fork(program, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.send(task);
  const listening = await next(child, 'LISTENING');
  return {
    url: listening.url,
    pid: child.pid ?? 0,
    statements: async () => {
      child.send('STATEMENTS');
      return (await next(child, 'STATEMENTS')).count;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function next<K extends ServerMessage['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<ServerMessage, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('A server under measurement ended by itself.'));
    const heard = (message: ServerMessage): void => {
      if (message.kind !== kind) return;
      child.off('message', heard);
      child.off('exit', ended);
      resolve(message as Extract<ServerMessage, { kind: K }>);
    };
    child.on('message', heard);
    child.once('exit', ended);
  });
}
