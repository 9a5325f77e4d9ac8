import type { Command } from '@postern/subgraph-kit';
import { confirmSourceTold } from './commands/confirm-source-told.ts';
import { correctAccuracyIssue } from './commands/correct.ts';
import { disputeAccuracyIssue } from './commands/dispute.ts';
import { passAccuracyIssueToHost } from './commands/pass-to-host.ts';
import { raiseAccuracyIssue } from './commands/raise.ts';

/** How what is wrong in a record is put right. */
export const accuracyIssueCommands: Readonly<Record<string, Command>> = {
  raiseAccuracyIssue,
  passAccuracyIssueToHost,
  correctAccuracyIssue,
  disputeAccuracyIssue,
  confirmSourceTold,
};
