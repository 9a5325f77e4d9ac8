// Records under each key given, all at once, and says what was acknowledged; for tests that kill it in between.
import { externalDatabase } from '@postern/database';
import { Writers } from './writers.ts';

const [, , url = '', ...keys] = process.argv;
const writers = new Writers(externalDatabase(url));
process.stdout.write('ready\n');
await Promise.all(
  keys.map(async (key) => {
    const answer = await writers.records(key);
    if (answer !== null) process.stdout.write(`${key}\t${answer}\n`);
  }),
);
await writers.close();
