import type { ComparedTable } from '@postern/disclosure-attack';
import { compareWithLeast, figuresOfCompared, tablesToCompare } from '@postern/disclosure-attack';
import { protectLattice } from '@postern/disclosure-control';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';

const SETTINGS = { tables: 600, cellsUpTo: 120 } as const;

/** What is hidden beside small counts, against the least that an integer program finds, table by table. */
export const COMPANIONS_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<ComparedTable>('companions', SETTINGS);
  const stopped = untilSignal();
  try {
    const counties = tablesToCompare(SETTINGS.tables, SETTINGS.cellsUpTo);
    for (const [number, county] of counties.entries()) {
      if (number < kept.rounds.length) continue;
      if (number % 50 === 0) onProgress(`Tables ${number + 1} and on, of ${SETTINGS.tables}`);
      kept.keep(await stopped.or(compareWithLeast(county, protectLattice)));
    }
    const bySize = [40, 80, SETTINGS.cellsUpTo].map((upTo, at, all) => {
      const over = all[at - 1] ?? 0;
      const tables = kept.rounds.filter(({ cells }) => cells > over && cells <= upTo);
      return { cellsUpTo: upTo, ...figuresOfCompared(tables) };
    });
    const all = figuresOfCompared(kept.rounds);
    const written = writeEvidence('companions', {
      run: 'companions',
      date: new Date().toISOString(),
      settings: SETTINGS,
      node: process.version,
      ...all,
      bySize,
    });
    onProgress(`Written: ${written}`);
    kept.clear();
    return `${all.tables} tables: ${all.costOverLeast.toFixed(3)} times the least cost.\n`;
  } finally {
    stopped.release();
  }
};
