import type { Command } from '@postern/subgraph-kit';
import { endDeputy, nameDeputy } from './commands/deputies.ts';
import { handOverLead } from './commands/hand-over-lead.ts';

export const leadCommands: Readonly<Record<string, Command>> = {
  handOverLead,
  nameDeputy,
  endDeputy,
};
