import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, DatabaseAddress } from '@postern/database';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { prepareDatabase } from '@postern/embedded';
import { loadSampleCounty, registerDevelopmentIssuer } from '@postern/sample-county';
import { ISSUER_URL } from '../caseload/principals/tokens.ts';

/** A county of which nothing is published yet. */
export interface UnpublishedCounty {
  readonly address: DatabaseAddress;
  readonly owner: Connection;
  readonly now: Date;
}

/** Works with such a county in a PostgreSQL of its own that is taken away again. */
export async function withCounty<Result>(
  size: number | 'small',
  onProgress: (line: string) => void,
  work: (county: UnpublishedCounty) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'postern-indicators-'));
  const database = await startEmbeddedDatabase({ directory, onProgress });
  try {
    const now = new Date();
    const { address } = database;
    await prepareDatabase(address, { now, county: null, issuerUrl: null, onProgress });
    const owner = connect(address, 'owner', { max: 4 });
    try {
      await loadSampleCounty(owner, { size, now, onProgress });
      await registerDevelopmentIssuer(owner, { url: ISSUER_URL });
      return await work({ address, owner, now });
    } finally {
      await owner.close();
    }
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
