export { createSubgraphServer } from './app.ts';
export type { SubgraphServer, SubgraphServerOptions } from './options.ts';
