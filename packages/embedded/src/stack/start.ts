import { join } from 'node:path';
import type { Clock } from '@postern/database';
import { externalDatabase, startEmbeddedDatabase, systemClock } from '@postern/database';
import type { Log } from '@postern/gateway';
import { faultEntry } from '@postern/gateway';
import { claimPort } from '../home/claim-port.ts';
import { openHome } from '../home/open-home.ts';
import { readPartnership } from '../home/partnership-setting.ts';
import type { Progress } from '../home/progress.ts';
import { noteRunning } from '../home/running.ts';
import { keptSecret } from '../home/secret.ts';
import type { Settings } from '../home/settings.ts';
import { developmentSignIn } from './development-sign-in.ts';
import { prepareDatabase } from './prepare-database.ts';
import { createStack } from './stack.ts';
import { startTimers } from './start-timers.ts';
import { Undo } from './undo.ts';

/** A server that answers requests. */
export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** How a start tells of itself and is called off. */
export interface StartOptions {
  readonly onProgress: Progress;
  readonly log: Log;
  readonly clock?: Clock;
  /** Aborted, the start takes back what it did and throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Starts everything in one process: database, schemas, county, subgraphs, sign-in and gateway. @throws Fault */
export async function start(settings: Settings, options: StartOptions): Promise<Started> {
  const undo = new Undo();
  try {
    const url = await bringUp(settings, options, undo);
    return { url, stop: () => undo.run() };
  } catch (error) {
    // What failed first is what is told.
    await undo.run().catch(() => {});
    throw error;
  }
}

async function bringUp(settings: Settings, options: StartOptions, undo: Undo): Promise<string> {
  const { onProgress, log, clock = systemClock, signal = new AbortController().signal } = options;
  const { home, host, production } = settings;
  const partnership = readPartnership(settings.partnershipFile);
  const scanner = settings.scanner();
  const tools = settings.tools();
  const mail = settings.mail(`http://localhost:${settings.port}`);
  undo.add(openHome(home));
  const port = await claimPort(host, settings.port);
  const address = await openDatabase(settings, onProgress, undo);
  const issuer = `http://localhost:${port}/identity`;
  await unlessAborted(signal, () =>
    prepareDatabase(address, {
      now: clock.now(),
      county: production ? null : 'small',
      issuerUrl: production ? null : issuer,
      partnership,
      onProgress,
    }),
  );
  onProgress('Composing the subgraphs');
  const signIn = production
    ? null
    : await developmentSignIn({
        issuer,
        keysFile: join(home, 'identity-keys.json'),
        onFailure: (error) => log(faultEntry(error)),
      });
  const stack = await createStack({
    address,
    clock,
    production,
    host,
    cursorSecret: keptSecret(join(home, 'cursor-secret')),
    partnership,
    scanner,
    mounts: signIn === null ? [] : [signIn.mount],
    tools,
    log,
    ...(signIn === null ? {} : { keys: signIn.keys }),
  });
  undo.add(() => stack.close());
  signal.throwIfAborted();
  const { url } = await stack.gateway.listen(port);
  const timers = await startTimers({ address, clock, mail, scanner, log });
  undo.add(() => timers.stop());
  undo.add(noteRunning(join(home, 'running.json'), { pid: process.pid, port, issuer }));
  return url;
}

async function openDatabase(
  settings: Settings,
  onProgress: Progress,
  undo: Undo,
): Promise<ReturnType<typeof externalDatabase>> {
  if (settings.databaseUrl !== null) {
    onProgress('Using the database of DATABASE_URL');
    return externalDatabase(settings.databaseUrl, {
      roleSecret: Buffer.from(keptSecret(join(settings.home, 'role-secret'))).toString('base64url'),
    });
  }
  const database = await startEmbeddedDatabase({
    directory: join(settings.home, 'database'),
    onProgress,
  });
  undo.add(() => database.stop());
  return database.address;
}

/** Waits for work no longer than until the signal is aborted; what the work then still does is nobody's concern. */
async function unlessAborted(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    await Promise.race([work(), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
