import type { Connection } from '@postern/database';
import type { RawCounty } from '@postern/fuzz';
import { readCounty as readTables } from '@postern/fuzz';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';

export type { RawCounty, RawRow } from '@postern/fuzz';

/** Every table that the subgraphs' resources or the facts of access are in, read by the owner in one snapshot. */
export function readCounty(owner: Connection, now: Date): Promise<RawCounty> {
  return readTables(owner, now, {
    resources: RECORD_BLUEPRINTS.flatMap(({ resources }) => resources),
    dictionary: wholeDictionary(),
  });
}
