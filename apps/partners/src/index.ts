export { partnersSubgraph } from './app.ts';
