export { familiesSubgraph } from './app.ts';
export { familiesTimers } from './timers.ts';
