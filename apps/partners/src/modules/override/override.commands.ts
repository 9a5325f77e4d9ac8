import type { Command } from '@postern/subgraph-kit';
import { explainOverride } from './commands/explain-override.ts';
import { overrideForSafeguarding } from './commands/override-for-safeguarding.ts';
import { reviewOverride } from './commands/review-override.ts';

export const overrideCommands: Readonly<Record<string, Command>> = {
  overrideForSafeguarding,
  explainOverride,
  reviewOverride,
};
