import { readFile } from 'node:fs/promises';
import type { Connection } from '@postern/database';

/** A file of SQL statements of this package, named by its path below `src` without `.sql`. */
export function readSqlFile(path: string): Promise<string> {
  return readFile(new URL(`${path}.sql`, import.meta.url), 'utf8');
}

/** Runs such files one after the other. */
export async function runSqlFiles(owner: Connection, paths: readonly string[]): Promise<void> {
  for (const path of paths) await owner.script(await readSqlFile(path));
}
