import { constants } from 'node:os';

const STOPPING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Something that serves until it is stopped. */
export interface Serving {
  stop(): Promise<void>;
}

/** How a process starts, tells that it serves, and tells of failures. */
export interface Serves<Served extends Serving> {
  /** Aborted, the start takes back what it did and throws. */
  start(signal: AbortSignal): Promise<Served>;
  announce(served: Served): void;
  /** Takes note of an error that nobody caught; the process then ends. */
  report(error: unknown): void;
  fail(error: unknown): void;
}

/** Starts, serves until a signal asks it to stop, answers what is under way, and ends the process. */
export async function serveUntilTold<Served extends Serving>(
  serves: Serves<Served>,
): Promise<void> {
  const told = toldToStop(serves.report);
  const served = await serves.start(told.signal).catch((error: unknown) => {
    if (told.signal.aborted) endUnready(told.signal.reason, serves.fail);
    throw error;
  });
  serves.announce(served);
  await told.stop;
  process.stdout.write('\nStopping: answering what is under way ...\n');
  await served.stop();
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
function endUnready(reason: unknown, fail: (error: unknown) => void): never {
  const name = STOPPING_SIGNALS.find((each) => each === reason);
  if (name === undefined) fail(reason);
  else process.stdout.write('Stopped before it was ready.\n');
  process.exit(name === undefined ? 1 : 128 + constants.signals[name]);
}
