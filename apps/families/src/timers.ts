import type { TimerKind } from '@postern/scheduler';
import { agreementTimers } from './modules/agreement/agreement.timers.ts';
import { disclosureLimitTimers } from './modules/disclosure-limit/disclosure-limit.timers.ts';
import { sourceImportTimers } from './modules/source-import/source-import.timers.ts';

/** Everything that happens here because a time has come. */
export const familiesTimers: readonly TimerKind[] = [
  ...agreementTimers,
  ...disclosureLimitTimers,
  ...sourceImportTimers,
];
