import { printProgress } from './home/progress.ts';
import { readSettings } from './home/settings.ts';
import { giveTour } from './tour/give-tour.ts';
import { plainLine } from './tour/plain-line.ts';
import { terminalOf } from './tour/terminal.ts';

/** `npm run tour`: what five people get from the same query about the same family, and why not more. */
async function main(): Promise<void> {
  // Who stops reading early (`| head`) has seen enough; that is no failure.
  process.stdout.on('error', () => {});
  await giveTour({
    settings: readSettings(),
    terminal: terminalOf(process.stdout),
    write: (text) => process.stdout.write(text),
    onProgress: printProgress,
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${plainLine('The tour', error)}\n`);
  process.exitCode = 1;
});
