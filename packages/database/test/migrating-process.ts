// Migrates the database of the URL given, as any one of several processes would.
import { externalDatabase, migrate } from '../src/index.ts';

const [, , url = '', name = '', folder = ''] = process.argv;
await migrate(externalDatabase(url), [{ name, folder: new URL(folder) }], (line) =>
  process.stdout.write(`${line}\n`),
);
