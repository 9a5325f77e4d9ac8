import type { Command } from '@postern/subgraph-kit';
import { recordDecline } from './commands/decline.ts';
import { endExclusion } from './commands/end-exclusion.ts';
import { excludeAgency } from './commands/exclude-agency.ts';
import { explainNotice } from './commands/explain-notice.ts';
import { recordFollowUpPermission } from './commands/follow-up.ts';
import { offerAgreement } from './commands/offer.ts';
import { recordBasisWithoutAgreement } from './commands/record-basis.ts';
import { reviewCompetence } from './commands/review-competence.ts';
import { recordSignature } from './commands/sign.ts';
import { withdrawAgreement } from './commands/withdraw.ts';

/** How a family agrees, says no, withdraws, and keeps an agency out. */
export const agreementCommands: Readonly<Record<string, Command>> = {
  explainNotice,
  offerAgreement,
  recordSignature,
  recordDecline,
  withdrawAgreement,
  recordBasisWithoutAgreement,
  recordFollowUpPermission,
  excludeAgency,
  endExclusion,
  reviewCompetence,
};
