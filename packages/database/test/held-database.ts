// Holds an embedded database until it is killed; says "ready" once it runs.
import { startEmbeddedDatabase } from '../src/index.ts';

const database = await startEmbeddedDatabase({
  directory: process.argv[2] ?? '',
  onProgress: () => {},
});
process.stdout.write(`${`ready ${database.address.urlFor('owner')}`}\n`);
setInterval(() => {}, 60_000);
