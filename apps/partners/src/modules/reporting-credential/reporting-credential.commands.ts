import type { Command } from '@postern/subgraph-kit';
import { withdrawReportingCredential } from './commands/withdraw.ts';

export const reportingCredentialCommands = { withdrawReportingCredential } as Readonly<
  Record<string, Command>
>;
