import { constants } from 'node:os';
import { printProgress } from './home/progress.ts';
import { readSettings } from './home/settings.ts';
import { giveTour } from './tour/give-tour.ts';
import { plainLine } from './tour/plain-line.ts';
import { terminalOf } from './tour/terminal.ts';

const interruption = new AbortController();

/** `npm run tour`: what five people get from the same query about the same family, and why not more. */
async function main(): Promise<void> {
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => interruption.abort(name));
  // Who stops reading early (`| head`) has seen enough; that is no failure.
  process.stdout.on('error', () => {});
  await giveTour({
    settings: readSettings(),
    terminal: terminalOf(process.stdout),
    write: (text) => process.stdout.write(text),
    onProgress: printProgress,
    signal: interruption.signal,
  });
}

main().catch((error: unknown) => {
  const { aborted, reason } = interruption.signal;
  process.stderr.write(`${aborted ? 'The tour was interrupted.' : plainLine('The tour', error)}\n`);
  // What was called off may still hold a connection.
  process.exit(aborted ? 128 + constants.signals[reason as 'SIGINT' | 'SIGTERM'] : 1);
});
