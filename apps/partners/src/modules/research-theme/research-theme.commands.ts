import type { Command } from '@postern/subgraph-kit';
import { approveResearchTheme, withdrawResearchTheme } from './commands/decide.ts';
import { proposeResearchTheme } from './commands/propose.ts';

/** What the partnership wants to learn, and who agreed that it is learnt from whose data (SOM-6.16.3–5). */
export const researchThemeCommands: Readonly<Record<string, Command>> = {
  proposeResearchTheme,
  approveResearchTheme,
  withdrawResearchTheme,
};
