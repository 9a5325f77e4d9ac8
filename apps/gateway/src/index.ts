export { faultEntry, type Log, type LogEntry, type Mount } from '@postern/edge';
export { createGateway } from './app.ts';
export type { SubgraphAnswer, SubgraphExecutor, SubgraphRequest } from './execution/subgraph.ts';
export type { Contract, ContractName, Gateway, GatewayOptions, ToolSettings } from './options.ts';
export type { PublicRegister, Signatory } from './register.ts';
export type { FetchContext } from './request/context.ts';
export type { SubgraphAddress } from './subgraphs/postern-subgraph.ts';
export { createPosternSubgraphs, type PosternSubgraphs } from './subgraphs/postern-subgraphs.ts';
export {
  createSupergraphGateway,
  type SupergraphGatewayOptions,
} from './supergraph/create-supergraph-gateway.ts';
export { modelTablesOf } from './tools/catalogue/model-table.ts';
