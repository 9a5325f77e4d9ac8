export { episodesSubgraph } from './app.ts';
export { documentErrands } from './modules/document/document.errands.ts';
export { documentTimers } from './modules/document/document.timers.ts';
export { episodesTimers } from './timers.ts';
