import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { prepareDatabase } from '@postern/embedded';
import { loadSampleCounty } from '@postern/sample-county';
import { postgresCpu } from '../caseload/measuring/process-cpu.ts';
import { writeEvidence } from '../command/evidence.ts';
import type { DeepRun } from '../deep-run.ts';

const EPISODES = 1_000_000;

/** A county of a million episodes, generated inside a PostgreSQL of its own that is taken away again. */
export const COUNTY_RUN: DeepRun = async (onProgress) => {
  const directory = mkdtempSync(join(tmpdir(), 'postern-county-'));
  const database = await startEmbeddedDatabase({ directory, onProgress });
  try {
    const now = new Date();
    await prepareDatabase(database.address, { now, county: null, issuerUrl: null, onProgress });
    const owner = connect(database.address, 'owner', { max: 4 });
    try {
      const [server] = await owner.run<{ postmaster: number }>({
        text: `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer AS postmaster`,
        values: [],
      });
      const processorSeconds = (): number =>
        Math.round(postgresCpu(server?.postmaster ?? 0) / 1_000);
      const used = processorSeconds();
      const steps: { step: string; seconds: number }[] = [];
      const started = performance.now();
      await loadSampleCounty(owner, {
        size: EPISODES,
        now,
        onProgress,
        // Steps run side by side, so together they take longer than the whole.
        onStep: ({ step, seconds }) => {
          steps.push({ step, seconds: Math.round(seconds * 10) / 10 });
        },
      });
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
        processors: availableParallelism(),
        processorSeconds: processorSeconds() - used,
        steps,
      };
      onProgress(`Written: ${writeEvidence('county', figures)}`);
      return `${EPISODES} episodes in ${seconds} s (${figures.processorSeconds} s of processor time)\n`;
    } finally {
      await owner.close();
    }
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
};
