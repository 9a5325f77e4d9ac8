import type { Command } from '@postern/subgraph-kit';
import { closePanelCase, recordPanelFeedback, withdrawPanelCase } from './commands/end.ts';
import { askForPanelFeedback, presentPanelCase, recordPanelActions } from './commands/hear.ts';
import { listPanelCase } from './commands/list.ts';
import { referToPanel } from './commands/refer.ts';

/** How a family’s case comes before the consultation panel, and how the family hears of it. */
export const panelCaseCommands: Readonly<Record<string, Command>> = {
  referToPanel: referToPanel as Command,
  listPanelCase: listPanelCase as Command,
  presentPanelCase: presentPanelCase as Command,
  recordPanelActions: recordPanelActions as Command,
  askForPanelFeedback: askForPanelFeedback as Command,
  recordPanelFeedback: recordPanelFeedback as Command,
  closePanelCase: closePanelCase as Command,
  withdrawPanelCase: withdrawPanelCase as Command,
};
