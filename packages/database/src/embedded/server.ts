import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@postern/errors';
import type { DataDirectory } from './data-directory.ts';
import { freeLoopbackPort } from './free-port.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import type { ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';
import { settingArguments } from './server-settings.ts';

/** Replaying the log after a crash may take long; a server that is alive gets this many milliseconds. */
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 30_000;
const ATTEMPTS = 5;

/** A running server. */
export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Everything that starts a server. */
export interface ServerRecipe {
  readonly directory: DataDirectory;
  readonly binaries: ServerBinaries;
  readonly account: ServerAccount;
  readonly settings: Readonly<Record<string, string>>;
}

/** Starts the server on a free loopback port; another program may take the port in between, so it tries again. */
export async function startServer(recipe: ServerRecipe): Promise<RunningServer> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const port = await freeLoopbackPort();
    const server = await launch(recipe, port);
    if (await becomesReady(recipe.directory, server)) return running(server, port);
    server.kill('SIGQUIT');
  }
  throw new Fault('EMBEDDED_DATABASE_FAILED', {
    logged: { step: 'start', folder: recipe.directory.root },
  });
}

async function launch(recipe: ServerRecipe, port: number): Promise<ChildProcess> {
  const { directory, binaries, account, settings } = recipe;
  const command = account.command(binaries.postgres, [
    '-D',
    directory.cluster,
    ...settingArguments(port, settings),
  ]);
  const log = await open(directory.log, 'a', 0o600);
  try {
    // Its own process group (detached): Ctrl-C in a terminal must not stop it before requests have ended.
    const server = spawn(command.program, [...command.programArguments], {
      ...command.options,
      stdio: ['ignore', log.fd, log.fd],
    });
    server.on('error', () => {});
    server.unref();
    return server;
  } finally {
    await log.close();
  }
}

async function becomesReady(directory: DataDirectory, server: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < READY_WITHIN && !hasEnded(server); waited += 15) {
    const file = await readPostmasterFile(directory.cluster);
    if (file?.pid === server.pid && file?.status === 'ready') return true;
    await pause(15);
  }
  return false;
}

function running(server: ChildProcess, port: number): RunningServer {
  // A process that ends without stop() takes its server along; only a kill -9 leaves one behind.
  const stopAtExit = (): void => {
    server.kill('SIGINT');
  };
  process.once('exit', stopAtExit);
  return {
    port,
    stop: () => shutDown(server).finally(() => process.off('exit', stopAtExit)),
  };
}

async function shutDown(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.ref();
  server.kill('SIGINT');
  const impatient = setTimeout(() => server.kill('SIGQUIT'), STOPPED_WITHIN);
  await ended;
  clearTimeout(impatient);
}

function hasEnded(server: ChildProcess): boolean {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
}
