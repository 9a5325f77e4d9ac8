import type { TimerKind } from '@postern/scheduler';
import { episodeTimers } from './modules/episode/episode.timers.ts';

/** Everything that happens here because a time has come. */
export const episodesTimers: readonly TimerKind[] = episodeTimers;
