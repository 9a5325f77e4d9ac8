export { partnersSubgraph } from './app.ts';
export { partnersTimers } from './timers.ts';
