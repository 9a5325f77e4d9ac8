import type { TimerKind } from '@postern/scheduler';
import { accessReportTimers } from './modules/access-report/access-report.timers.ts';
import { accessRequestTimers } from './modules/access-request/access-request.timers.ts';
import { accountTimers } from './modules/account/account.timers.ts';
import { accuracyIssueTimers } from './modules/accuracy-issue/accuracy-issue.timers.ts';
import { agencyTimers } from './modules/agency/agency.timers.ts';
import { agencyMeetingTimers } from './modules/agency-meeting/agency-meeting.timers.ts';
import { coverTimers } from './modules/cover/cover.timers.ts';
import { extractAgreementTimers } from './modules/extract-agreement/extract-agreement.timers.ts';
import { familyRemovalTimers } from './modules/family-removal/family-removal.timers.ts';
import { exclusionTimers } from './modules/grant/exclusion.timers.ts';
import { grantTimers } from './modules/grant/grant.timers.ts';
import { informationRequestTimers } from './modules/information-request/information-request.timers.ts';
import { justificationTimers } from './modules/justification/justification.timers.ts';
import { leadTimers } from './modules/lead/lead.timers.ts';
import { overrideTimers } from './modules/override/override.timers.ts';
import { panelCaseTimers } from './modules/panel-case/panel-case.timers.ts';
import { reviewAccessTimers } from './modules/review-access/review-access.timers.ts';
import { roleHoldingTimers } from './modules/role-holding/role-holding.timers.ts';

/** Everything that happens here because a time has come. */
export const partnersTimers: readonly TimerKind[] = [
  ...informationRequestTimers,
  ...accuracyIssueTimers,
  ...agencyTimers,
  ...accountTimers,
  ...roleHoldingTimers,
  ...grantTimers,
  ...exclusionTimers,
  ...familyRemovalTimers,
  ...accessRequestTimers,
  ...leadTimers,
  ...coverTimers,
  ...overrideTimers,
  ...reviewAccessTimers,
  ...extractAgreementTimers,
  ...agencyMeetingTimers,
  ...panelCaseTimers,
  ...justificationTimers,
  ...accessReportTimers,
];
