import type { TimerKind } from '@postern/scheduler';
import { accountTimers } from './modules/account/account.timers.ts';
import { accuracyIssueTimers } from './modules/accuracy-issue/accuracy-issue.timers.ts';
import { agencyTimers } from './modules/agency/agency.timers.ts';
import { informationRequestTimers } from './modules/information-request/information-request.timers.ts';
import { roleHoldingTimers } from './modules/role-holding/role-holding.timers.ts';

/** Everything that happens here because a time has come. */
export const partnersTimers: readonly TimerKind[] = [
  ...informationRequestTimers,
  ...accuracyIssueTimers,
  ...agencyTimers,
  ...accountTimers,
  ...roleHoldingTimers,
];
