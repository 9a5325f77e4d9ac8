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

/** A county that a run which was stopped finds again: where it is, and as of when it was loaded. */
export interface KeptCounty {
  readonly directory: string;
  readonly now: Date;
  readonly isLoaded: boolean;
  readonly onLoaded: () => void;
}

/** Works with such a county in a PostgreSQL of its own that is taken away again, a kept one once the work is done. */
export async function withCounty<Result>(
  {
    size,
    kept,
    onProgress,
  }: {
    readonly size: number | 'small';
    readonly kept?: KeptCounty;
    readonly onProgress: (line: string) => void;
  },
  work: (county: UnpublishedCounty) => Promise<Result>,
): Promise<Result> {
  const directory = kept?.directory ?? mkdtempSync(join(tmpdir(), 'postern-indicators-'));
  let isDone = kept === undefined;
  const database = await startEmbeddedDatabase({ directory, onProgress });
  try {
    const now = kept?.now ?? new Date();
    const { address } = database;
    // Of a county that is there, it would publish everything.
    if (kept?.isLoaded !== true)
      await prepareDatabase(address, { now, county: null, issuerUrl: null, onProgress });
    const owner = connect(address, 'owner', { max: 4 });
    try {
      await loadSampleCounty(owner, { size, now, onProgress });
      await registerDevelopmentIssuer(owner, { url: ISSUER_URL });
      kept?.onLoaded();
      const result = await work({ address, owner, now });
      isDone = true;
      return result;
    } finally {
      await owner.close();
    }
  } finally {
    await database.stop();
    if (isDone) rmSync(directory, { recursive: true, force: true });
  }
}
