export { familiesSubgraph } from './app.ts';
