import { writeEvidence } from '../command/evidence.ts';
import type { DeepRun } from '../deep-run.ts';
import { runLargeRecords } from './large-records.ts';

/** How much more a page may cost on a record of 5,000 entries than on one of 10. */
const MOST_RATIO = 1.5;

/** Records as large as any is to be; a page that costs more on the larger of two records is no result. */
export const LARGE_RECORDS_RUN: DeepRun = async (onProgress) => {
  const figures = await runLargeRecords(onProgress);
  const { pages, plan, household, document } = figures;
  const worst = Math.max(pages.largeRatio, pages.deepRatio);
  if (worst > MOST_RATIO)
    throw new Error(`A page costs ${worst} times as much on a record of 5,000 entries.`);
  onProgress(`Written: ${writeEvidence('large-records', figures)}`);
  return [
    `A page of entries: ${pages.small} ms on a record of 10, ${pages.large} ms (× ${pages.largeRatio}) on one of 5,000, ${pages.deep} ms (× ${pages.deepRatio}) at its end`,
    `A plan of ${plan.actions} actions: read in ${plan.read} ms, one more written in ${plan.added} ms`,
    `A household of ${household.members}: read in ${household.read} ms`,
    `A document of ${document.bytes} bytes: sent in ${document.written} ms, read in ${document.read} ms`,
    '',
  ].join('\n');
};
