import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseAddress } from '@postern/database';
import { externalDatabase } from '@postern/database';
import { Fault } from '@postern/errors';
import { keptSecret } from '../home/secret.ts';
import type { Settings } from '../home/settings.ts';

/** Where the running server's database is, for its owner. @throws Fault DATABASE_URL_INVALID, DATABASE_UNREACHABLE */
export async function ownerAddress({ home, databaseUrl }: Settings): Promise<DatabaseAddress> {
  if (databaseUrl !== null) {
    const roleSecret = Buffer.from(keptSecret(join(home, 'role-secret'))).toString('base64url');
    return externalDatabase(databaseUrl, { roleSecret });
  }
  return embeddedAddress(join(home, 'database'));
}

/** The embedded server keeps its owner's password, and in line 4 of postmaster.pid its port, where only this user reads them. */
async function embeddedAddress(directory: string): Promise<DatabaseAddress> {
  try {
    const password = await readFile(join(directory, 'password'), 'utf8');
    const postmaster = await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8');
    const port = Number(postmaster.split('\n')[3]);
    return externalDatabase(`postgres://postern_owner:${password}@127.0.0.1:${port}/postern`);
  } catch (cause) {
    throw new Fault('DATABASE_UNREACHABLE', { cause });
  }
}
