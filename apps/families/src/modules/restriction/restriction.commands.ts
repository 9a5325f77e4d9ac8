import type { Command } from '@postern/subgraph-kit';
import { endRestriction } from './commands/end-restriction.ts';
import { restrictDetail } from './commands/restrict-detail.ts';

/** What is hidden to protect somebody. */
export const restrictionCommands: Readonly<Record<string, Command>> = {
  restrictDetail,
  endRestriction,
};
