import { readFile } from 'node:fs/promises';
import type { Connection } from '@postern/database';

/** Runs a file of SQL statements of this package, named by its path below `src`. */
export async function runSqlFile(owner: Connection, path: string): Promise<void> {
  await owner.script(await readFile(new URL(path, import.meta.url), 'utf8'));
}
