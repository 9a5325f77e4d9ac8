import type { Command } from '@postern/subgraph-kit';
import { overrideLimit } from './commands/override-limit.ts';
import { setLimit } from './commands/set-limit.ts';

/** What young people keep from their parents. */
export const disclosureLimitCommands: Readonly<Record<string, Command>> = {
  setLimit,
  overrideLimit,
};
