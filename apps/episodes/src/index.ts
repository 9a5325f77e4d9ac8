export { episodesSubgraph } from './app.ts';
export { episodesTimers } from './timers.ts';
