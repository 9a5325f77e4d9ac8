import { printBanner } from './home/banner.ts';
import { plainFailure } from './home/plain-failure.ts';
import { printLog } from './home/print-log.ts';
import { printProgress } from './home/progress.ts';
import { readSettings } from './home/settings.ts';
import { start } from './stack/start.ts';

/** `npm start`: brings everything up, says where it is, and serves until it is told to stop. */
async function main(): Promise<void> {
  const settings = readSettings();
  process.stdout.write('Postern is starting\n');
  const started = await start(settings, { onProgress: printProgress, log: printLog });
  printBanner(started.url, settings);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    process.stdout.write('\nStopping: answering what is under way ...\n');
    started.stop().then(
      () => process.stdout.write('Stopped.\n'),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function fail(error: unknown): void {
  process.stderr.write(`${plainFailure(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
