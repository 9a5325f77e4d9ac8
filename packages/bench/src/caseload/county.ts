import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmbeddedDatabase } from '@postern/database';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { prepareDatabase } from '@postern/embedded';
import { ISSUER_URL } from './principals/tokens.ts';

const HOME = fileURLToPath(new URL('../../../../.postern', import.meta.url));

/** Starts the database with a county of so many episodes, made the first time and kept in `.postern/bench-<episodes>`. */
export async function openCounty(
  episodes: number,
  onProgress: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const directory = join(HOME, `bench-${episodes}`);
  const database = await startEmbeddedDatabase({ directory, onProgress });
  try {
    await prepareDatabase(database.address, {
      now: new Date(),
      county: episodes,
      issuerUrl: ISSUER_URL,
      onProgress,
    });
    await settle(database);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Does what PostgreSQL would do on its own soon after a load, so that it does not do it while it is measured. */
async function settle({ address }: EmbeddedDatabase): Promise<void> {
  const owner = connect(address, 'owner', { max: 1 });
  try {
    await owner.script('VACUUM');
  } finally {
    await owner.close();
  }
}
