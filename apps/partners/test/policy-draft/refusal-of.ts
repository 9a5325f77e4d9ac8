import { CommandRefused } from '@postern/subgraph-kit';

/** What a guard says: null where it lets, else the code and what it is about. */
export function refusalOf(guard: () => void): readonly [string, ...string[]] | null {
  try {
    guard();
    return null;
  } catch (refused) {
    if (!(refused instanceof CommandRefused)) throw refused;
    return [refused.code, ...(refused.details.about ?? [])];
  }
}
