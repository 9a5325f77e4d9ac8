import { plainFailure } from './home/plain-failure.ts';
import { composeWhole } from './stack/blueprints.ts';

/** `npm run supergraph`: the composed supergraph's SDL on standard output, and nothing else. */
try {
  process.stdout.write(`${composeWhole().trimEnd()}\n`);
} catch (error) {
  process.stderr.write(`${plainFailure(error)}\n`);
  process.exitCode = 1;
}
