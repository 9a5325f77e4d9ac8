import type { Command } from '@postern/subgraph-kit';
import {
  challengeJustification,
  strikeJustification,
  upholdJustification,
} from './commands/challenge.ts';
import { approveJustification, refuseJustification } from './commands/decide.ts';
import { justify } from './commands/justify.ts';
import { recordFamilyTold, recordOutcome } from './commands/outcome.ts';
import { renewJustification } from './commands/renew.ts';
import { withdrawJustification } from './commands/withdraw.ts';

/** Every step in the life of a justification that a person takes. */
export const justificationCommands: Readonly<Record<string, Command>> = {
  justify,
  approveJustification,
  refuseJustification,
  renewJustification,
  withdrawJustification,
  challengeJustification,
  upholdJustification,
  strikeJustification,
  recordOutcome,
  recordFamilyTold,
};
