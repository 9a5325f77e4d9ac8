import type { Command } from '@postern/subgraph-kit';
import { approveTransfer } from './commands/approve.ts';
import { consentToOnwardDisclosure, recordOnwardDisclosure } from './commands/onward.ts';
import { proposeTransfer, proposeTransferOutOfCounty } from './commands/propose.ts';
import { receiveTransfer } from './commands/receive.ts';
import { recordSentOutOfCounty, sendTransfer } from './commands/send.ts';
import { recordSocialCareClosed, recordStepDownWish, stepDown } from './commands/step-down.ts';
import { withdrawTransfer } from './commands/withdraw.ts';

/** How something of an episode goes to social care, comes back, or follows a family that moved. What goes is picked where it is kept. */
export const transferCommands: Readonly<Record<string, Command>> = {
  proposeTransfer,
  proposeTransferOutOfCounty,
  approveTransfer,
  withdrawTransfer,
  sendTransfer,
  recordSentOutOfCounty,
  receiveTransfer,
  recordSocialCareClosed,
  recordStepDownWish,
  stepDown,
  consentToOnwardDisclosure,
  recordOnwardDisclosure,
};
