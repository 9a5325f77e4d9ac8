import { writeEvidence } from '../command/evidence.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';
import { CONTESTANT_NAMES } from './contestants/contestants.ts';
import type { Round } from './round.ts';
import type { CaseloadSettings } from './run-caseload.ts';
import { runCaseload } from './run-caseload.ts';
import { caseloadTable } from './table.ts';

const SETTINGS: CaseloadSettings = {
  episodes: 100_000,
  rounds: 21,
  requests: 400,
  connections: 8,
  principals: 16,
  seed: 1,
};

/** The caseload among 100,000 episodes, long enough that its medians stand still. */
export const CASELOAD_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Round>('caseload', { ...SETTINGS, contestants: CONTESTANT_NAMES });
  const figures = await runCaseload(SETTINGS, kept, onProgress);
  onProgress(`Written: ${writeEvidence('caseload', figures)}`);
  kept.clear();
  return caseloadTable(figures);
};
