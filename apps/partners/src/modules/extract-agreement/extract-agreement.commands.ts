import type { Command } from '@postern/subgraph-kit';
import { recordExtractAgreement, recordExtractSignature } from './commands/agreements.ts';
import { recordExtractDestroyed, sendExtract } from './commands/extracts.ts';
import { makeExtract } from './commands/making.ts';

/** On which agreements bodies of government are given data, what they were given, and what became of it (SHR-3.3.4d). */
export const extractAgreementCommands: Readonly<Record<string, Command>> = {
  recordExtractAgreement,
  recordExtractSignature,
  makeExtract,
  sendExtract,
  recordExtractDestroyed,
};
