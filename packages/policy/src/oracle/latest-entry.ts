import type { OracleRow } from './row.ts';

/** The entry recorded last; of two recorded at the same instant, the one with the greater id. */
export function latestEntry<Entry extends OracleRow>(entries: readonly Entry[]): Entry | null {
  let latest: Entry | null = null;
  for (const entry of entries) if (latest === null || isLater(entry, latest)) latest = entry;
  return latest;
}

function isLater(entry: OracleRow, than: OracleRow): boolean {
  const [at, before] = [recordedAt(entry), recordedAt(than)];
  return at === before ? idOf(entry) > idOf(than) : at > before;
}

function recordedAt(entry: OracleRow): number {
  const at = entry.attributes.recordedAt;
  if (!(at instanceof Date)) throw new Error(`An entry of ${entry.type} lacks recordedAt.`);
  return at.getTime();
}

function idOf(entry: OracleRow): string {
  const id = entry.attributes.id;
  if (typeof id !== 'string') throw new Error(`An entry of ${entry.type} lacks its id.`);
  return id;
}
