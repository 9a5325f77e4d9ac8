import type { Command } from '@postern/subgraph-kit';
import { assignRole } from './commands/assign-role.ts';
import { confirmRole, endRole } from './commands/review-role.ts';

/** Who holds which role. */
export const roleHoldingCommands = { assignRole, confirmRole, endRole } as unknown as Readonly<
  Record<string, Command>
>;
