import { composeWhole } from './stack/blueprints.ts';
import { plainLine } from './tour/plain-line.ts';

// Who stops reading early (`| head`) has seen enough; that is no failure.
process.stdout.on('error', () => {});

/** `npm run supergraph`: the composed supergraph's SDL on standard output, and nothing else. */
try {
  process.stdout.write(`${composeWhole().trimEnd()}\n`);
} catch (error) {
  process.stderr.write(`${plainLine('npm run supergraph', error)}\n`);
  process.exitCode = 1;
}
