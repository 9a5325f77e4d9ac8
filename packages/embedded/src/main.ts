import { constants } from 'node:os';
import { plainFailure } from './home/plain-failure.ts';
import { printLog } from './home/print-log.ts';
import { printProgress } from './home/progress.ts';
import type { Settings } from './home/settings.ts';
import { readSettings } from './home/settings.ts';
import type { Started } from './stack/start.ts';

const STOPPING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `npm start`: brings everything up, says where it is, and serves until it is told to stop. */
async function main(): Promise<void> {
  const settings = readSettings();
  process.stdout.write('Postern is starting\n');
  if (settings.supergraph !== null) return serveSupergraph(settings.supergraph, settings);
  // Loading the rest takes a second or two: a person sees first that something happens, or what setting is wrong.
  const [{ printBanner }, { start }, { faultEntry }] = await Promise.all([
    import('./home/banner.ts'),
    import('./stack/start.ts'),
    import('@postern/gateway'),
  ]);
  const told = toldToStop((error) => printLog(faultEntry(error)));
  const started = await start(settings, {
    onProgress: printProgress,
    log: printLog,
    signal: told.signal,
  }).catch((error: unknown) => {
    if (told.signal.aborted) endUnready(told.signal.reason);
    throw error;
  });
  printBanner(started.url, settings);
  await serveUntil(told.stop, started);
}

/** Serves a foreign supergraph instead. */
async function serveSupergraph(file: string, settings: Settings): Promise<void> {
  const [{ printSupergraphBanner }, { startSupergraph }, { faultEntry }] = await Promise.all([
    import('./home/supergraph-banner.ts'),
    import('./stack/start-supergraph.ts'),
    import('@postern/gateway'),
  ]);
  const told = toldToStop((error) => printLog(faultEntry(error)));
  const started = await startSupergraph(file, settings, printLog);
  printSupergraphBanner(started.url);
  await serveUntil(told.stop, started);
}

async function serveUntil(stop: Promise<void>, started: Started): Promise<never> {
  await stop;
  process.stdout.write('\nStopping: answering what is under way ...\n');
  await started.stop();
  process.stdout.write('Stopped.\n');
  // A connection attempt under way to a database that went away must not hold the process.
  process.exit();
}

/** Takes note of the first thing that asks this process to stop; what comes after asks for nothing more. */
function toldToStop(report: (error: unknown) => void): {
  readonly signal: AbortSignal;
  readonly stop: Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of STOPPING_SIGNALS) process.on(name, () => stopping.abort(name));
  process.on('uncaughtException', (error) => {
    // Work that was called off loses its database under it: that is no news.
    if (signal.aborted) return;
    report(error);
    process.exitCode = 1;
    stopping.abort(error);
  });
  // A terminal that was closed, or `npm start | head`, is no reason to stop serving.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const stop = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
  return { signal, stop };
}

/** Ends at once: everything was taken back, and what was called off may still hold a connection. */
function endUnready(reason: unknown): never {
  const name = STOPPING_SIGNALS.find((each) => each === reason);
  if (name === undefined) fail(reason);
  else process.stdout.write('Stopped before it was ready.\n');
  process.exit(name === undefined ? 1 : 128 + constants.signals[name]);
}

function fail(error: unknown): void {
  process.stderr.write(`${plainFailure(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
