import type { Command } from '@postern/subgraph-kit';
import { recordReferralOutcome } from './commands/record-outcome.ts';
import { refer } from './commands/refer.ts';

/** How a family comes to early help, and how whoever referred it learns what came of that. */
export const referralCommands: Readonly<Record<string, Command>> = {
  refer,
  recordReferralOutcome,
};
