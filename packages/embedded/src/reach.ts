import { answerTo } from './reach/answer-to.ts';
import { CannotAnswer } from './reach/cannot-answer.ts';
import { wholeDictionary } from './stack/blueprints.ts';
import { plainLine } from './tour/plain-line.ts';

// Who stops reading early (`| head`) has seen enough; that is no failure.
process.stdout.on('error', () => {});

/** `npm run reach`: every combination of role, purpose, state and justification under which anyone can read a field. */
try {
  process.stdout.write(answerTo(process.argv.slice(2), wholeDictionary()));
} catch (error) {
  const line = error instanceof CannotAnswer ? error.message : plainLine('npm run reach', error);
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
