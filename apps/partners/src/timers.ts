import type { TimerKind } from '@postern/scheduler';
import { informationRequestTimers } from './modules/information-request/information-request.timers.ts';

/** Everything that happens here because a time has come. */
export const partnersTimers: readonly TimerKind[] = [...informationRequestTimers];
