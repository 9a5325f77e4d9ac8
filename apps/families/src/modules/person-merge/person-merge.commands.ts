import type { Command } from '@postern/subgraph-kit';
import { decidePersonMerge } from './commands/decide-merge.ts';
import { proposePersonMerge } from './commands/propose-merge.ts';
import { unmergePersons } from './commands/unmerge.ts';

/** Two records that turn out to be of one person, and to be of two after all. */
export const personMergeCommands = {
  proposePersonMerge,
  decidePersonMerge,
  unmergePersons,
} as unknown as Readonly<Record<string, Command>>;
