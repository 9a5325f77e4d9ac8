import type { Command } from '@postern/subgraph-kit';
import { acknowledgeInformationRequest } from './commands/acknowledge.ts';
import { answerInformationRequest } from './commands/answer.ts';
import { askForInformation } from './commands/ask.ts';
import { decideEscalation } from './commands/decide-escalation.ts';
import { escalateInformationRequest } from './commands/escalate.ts';

/** How agencies ask each other and answer. */
export const informationRequestCommands: Readonly<Record<string, Command>> = {
  askForInformation,
  acknowledgeInformationRequest,
  answerInformationRequest,
  escalateInformationRequest,
  decideEscalation,
};
