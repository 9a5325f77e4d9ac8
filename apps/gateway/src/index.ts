export { createGateway } from './app.ts';
export type { SubgraphAnswer, SubgraphExecutor, SubgraphRequest } from './execution/subgraph.ts';
export { type Cause, faultEntry, type Log, type LogEntry } from './observation/log.ts';
export type { Contract, ContractName, Gateway, GatewayOptions, Mount } from './options.ts';
export { DEFAULT_LIMITS, type Limits } from './request/limits.ts';
export {
  createSupergraphGateway,
  type SupergraphGatewayOptions,
} from './supergraph/create-supergraph-gateway.ts';
