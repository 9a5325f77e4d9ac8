import type { CountyDatabase } from '../county-fixture.ts';

/** For a walk of months and years: nobody's training or papers run out meanwhile that the walk is not about. */
export async function nothingRunsOut({ owner }: CountyDatabase): Promise<void> {
  await owner.script(`UPDATE access.training SET expires_on = '2090-01-01';
    UPDATE access.agency_evidence SET valid_until = '2090-01-01'`);
}
