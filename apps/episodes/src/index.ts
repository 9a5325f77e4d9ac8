export { episodesSubgraph } from './app.ts';
