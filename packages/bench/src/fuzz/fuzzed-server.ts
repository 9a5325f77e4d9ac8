import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { DatabaseAddress } from '@postern/database';
import { createDatabaseFromTemplate, dropDatabase, startEmbeddedDatabase } from '@postern/database';
import { prepareDatabase } from '@postern/embedded';
import { ISSUER_URL } from '../caseload/principals/tokens.ts';
import { NOW } from './fuzzed-stack.ts';

const HOME = fileURLToPath(new URL('../../../../.postern/deep-fuzz', import.meta.url));

/** A server with the sample county, kept in `.postern/deep-fuzz`; each lane gets a copy of its own. */
export interface FuzzedServer {
  copy(): Promise<DatabaseAddress>;
  close(): Promise<void>;
}

export async function startFuzzedServer(onProgress: (line: string) => void): Promise<FuzzedServer> {
  const server = await startEmbeddedDatabase({ directory: HOME, onProgress });
  const copies: DatabaseAddress[] = [];
  const close = async (): Promise<void> => {
    for (const copy of copies) await dropDatabase(copy);
    await server.stop();
  };
  try {
    await prepareDatabase(server.address, {
      now: NOW,
      county: 'small',
      issuerUrl: ISSUER_URL,
      onProgress,
    });
  } catch (error) {
    await close();
    throw error;
  }
  const copy = async (): Promise<DatabaseAddress> => {
    const name = `fuzz_${randomBytes(6).toString('hex')}`;
    const address = await createDatabaseFromTemplate(server.address, name);
    copies.push(address);
    return address;
  };
  return { copy, close };
}
