import { plainFailure } from './home/plain-failure.ts';
import { printLog } from './home/print-log.ts';
import { printProgress } from './home/progress.ts';
import { serveUntilTold } from './home/serve-until-told.ts';
import type { Settings } from './home/settings.ts';
import { readSettings } from './home/settings.ts';

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
  await serveUntilTold({
    start: (signal) => start(settings, { onProgress: printProgress, log: printLog, signal }),
    announce: ({ url }) => printBanner(url, settings),
    report: (error) => printLog(faultEntry(error)),
    fail,
  });
}

/** Serves a foreign supergraph instead. */
async function serveSupergraph(file: string, settings: Settings): Promise<void> {
  const [{ printSupergraphBanner }, { startSupergraph }, { faultEntry }] = await Promise.all([
    import('./home/supergraph-banner.ts'),
    import('./stack/start-supergraph.ts'),
    import('@postern/gateway'),
  ]);
  await serveUntilTold({
    start: () => startSupergraph(file, settings, printLog),
    announce: ({ url }) => printSupergraphBanner(url),
    report: (error) => printLog(faultEntry(error)),
    fail,
  });
}

function fail(error: unknown): void {
  process.stderr.write(`${plainFailure(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
