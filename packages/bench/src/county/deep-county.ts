import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { prepareDatabase } from '@postern/embedded';
import { loadSampleCounty } from '@postern/sample-county';
import { writeEvidence } from '../command/evidence.ts';
import type { DeepRun } from '../deep-run.ts';

const EPISODES = 1_000_000;

/** How long a step of the loading took, by the line that announces it. */
interface Step {
  readonly step: string;
  readonly seconds: number;
}

/** A county of a million episodes, generated inside a PostgreSQL of its own that is taken away again. */
export const COUNTY_RUN: DeepRun = async (onProgress) => {
  const directory = mkdtempSync(join(tmpdir(), 'postern-county-'));
  const database = await startEmbeddedDatabase({ directory, onProgress });
  try {
    const now = new Date();
    await prepareDatabase(database.address, { now, county: null, issuerUrl: null, onProgress });
    const owner = connect(database.address, 'owner', { max: 1 });
    try {
      const steps: Step[] = [];
      const started = performance.now();
      let stepStarted = started;
      let step = 'start';
      const next = (line: string): void => {
        const moment = performance.now();
        steps.push({ step, seconds: Math.round((moment - stepStarted) / 100) / 10 });
        [step, stepStarted] = [line, moment];
        onProgress(line);
      };
      await loadSampleCounty(owner, { size: EPISODES, now, onProgress: next });
      next('end');
      const seconds = Math.round((performance.now() - started) / 1_000);
      const [size] = await owner.run<{ gigabytes: number; persons: number }>({
        text: `SELECT round(pg_database_size(current_database()) / 1e9, 1)::double precision AS gigabytes,
          (SELECT count(*) FROM families.person)::double precision AS persons`,
        values: [],
      });
      const figures = {
        run: 'county',
        date: now.toISOString(),
        episodes: EPISODES,
        ...size,
        seconds,
        steps,
      };
      onProgress(`Written: ${writeEvidence('county', figures)}`);
      return `${EPISODES} episodes in ${seconds} s\n`;
    } finally {
      await owner.close();
    }
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
};
