import type { Command } from '@postern/subgraph-kit';
import { declareConflict, declareConflictFor } from './commands/declare-conflict.ts';
import { endConflict } from './commands/end-conflict.ts';

/** Relationships with families that bar access. */
export const conflictCommands = {
  declareConflict,
  declareConflictFor,
  endConflict,
} as unknown as Readonly<Record<string, Command>>;
