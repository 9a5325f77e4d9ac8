import type { TimerKind } from '@postern/scheduler';
import { accessReportTimers } from './modules/access-report/access-report.timers.ts';
import { accuracyIssueTimers } from './modules/accuracy-issue/accuracy-issue.timers.ts';
import { informationRequestTimers } from './modules/information-request/information-request.timers.ts';
import { justificationTimers } from './modules/justification/justification.timers.ts';

/** Everything that happens here because a time has come. */
export const partnersTimers: readonly TimerKind[] = [
  ...informationRequestTimers,
  ...accuracyIssueTimers,
  ...justificationTimers,
  ...accessReportTimers,
];
