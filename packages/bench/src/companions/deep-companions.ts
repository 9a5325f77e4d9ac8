import type { ComparedTable } from '@postern/disclosure-attack';
import { compareWithLeast, figuresOfCompared, tablesToCompare } from '@postern/disclosure-attack';
import { protectLattice } from '@postern/disclosure-control';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';

const SETTINGS = { tables: 600, cellsUpTo: 120 } as const;
const SIZES = [40, 80, SETTINGS.cellsUpTo];
const TABLES_PER_TURN = 25;

/** What is hidden beside small counts, against the least that an integer program finds, table by table; what was reached is the evidence, also of a run that is stopped. */
export const COMPANIONS_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<ComparedTable>('companions', SETTINGS);
  const stopped = untilSignal();
  try {
    const counties = tablesToCompare(SETTINGS.tables, SETTINGS.cellsUpTo);
    for (const [number, county] of counties.entries()) {
      if (number < kept.rounds.length) continue;
      kept.keep(await stopped.or(compareWithLeast(county, protectLattice)));
      if (kept.rounds.length % TABLES_PER_TURN !== 0) continue;
      writeEvidence('companions', evidenceOf(kept.rounds));
      onProgress(`${kept.rounds.length} of ${SETTINGS.tables} tables`);
    }
    const { tables, costOverLeast } = figuresOfCompared(kept.rounds);
    kept.clear();
    return `${tables} tables: ${costOverLeast.toFixed(3)} times the least cost.\n`;
  } finally {
    stopped.release();
  }
};

function evidenceOf(compared: readonly ComparedTable[]) {
  const bySize = SIZES.map((upTo, at) => {
    const over = SIZES[at - 1] ?? 0;
    const tables = compared.filter(({ cells }) => cells > over && cells <= upTo);
    return { cellsUpTo: upTo, ...figuresOfCompared(tables) };
  });
  return {
    run: 'companions',
    date: new Date().toISOString(),
    settings: SETTINGS,
    node: process.version,
    ...figuresOfCompared(compared),
    bySize,
  };
}
