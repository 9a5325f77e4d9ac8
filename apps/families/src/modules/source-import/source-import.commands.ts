import type { Command } from '@postern/subgraph-kit';
import { decideImportedItem, takeBackImportedItem } from './commands/decide.ts';
import { importItems, importItemsCsv } from './commands/import-items.ts';
import { endImportLink, linkImportedItem } from './commands/link.ts';
import { makeMatchCandidates } from './commands/make-candidates.ts';
import { withdrawImportedItem } from './commands/withdraw.ts';

/** How data of sources comes in, and how a person says whose it is. */
export const sourceImportCommands = {
  importItems,
  importItemsCsv,
  withdrawImportedItem,
  decideImportedItem,
  takeBackImportedItem,
  linkImportedItem,
  endImportLink,
  makeMatchCandidates,
} as Readonly<Record<string, Command>>;
