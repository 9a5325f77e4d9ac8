import type { TimerKind } from '@postern/scheduler';

/** What happens when its time has come, by the service that does it. */
export const PARTNERS_TIMERS: readonly TimerKind[] = [];
