import type { Command } from '@postern/subgraph-kit';
import { activateAgency } from './commands/activate-agency.ts';
import { beginNegotiation } from './commands/begin-negotiation.ts';
import { decideOnSuspension } from './commands/decide-on-suspension.ts';
import { giveNotice } from './commands/give-notice.ts';
import { inviteAgency } from './commands/invite-agency.ts';
import { inviteAgencyAgain } from './commands/invite-agency-again.ts';
import { nameContactOfficer } from './commands/name-contact-officer.ts';
import { liftSuspension, suspendAgency } from './commands/propose-suspension.ts';
import { recordAgencyDomains } from './commands/record-domains.ts';
import { recordAgencyEvidence } from './commands/record-evidence.ts';
import { recordReview } from './commands/record-review.ts';
import { recordStanding } from './commands/record-standing.ts';
import { signAgreement } from './commands/sign-agreement.ts';

/** Every step that people take in the life of an agency. */
export const agencyCommands = {
  inviteAgency,
  inviteAgencyAgain,
  recordAgencyDomains,
  beginNegotiation,
  recordAgencyEvidence,
  nameContactOfficer,
  recordStanding,
  signAgreement,
  activateAgency,
  recordReview,
  giveNotice,
  suspendAgency,
  liftSuspension,
  decideOnSuspension,
} as unknown as Readonly<Record<string, Command>>;
