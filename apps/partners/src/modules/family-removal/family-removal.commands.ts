import type { Command } from '@postern/subgraph-kit';
import { confirmAgencyTold } from './commands/confirm-agency-told.ts';
import { endFamilyRemoval } from './commands/end-family-removal.ts';
import { removeAtFamilysRequest } from './commands/remove-at-familys-request.ts';

export const familyRemovalCommands: Readonly<Record<string, Command>> = {
  removeAtFamilysRequest,
  endFamilyRemoval,
  confirmAgencyTold,
};
