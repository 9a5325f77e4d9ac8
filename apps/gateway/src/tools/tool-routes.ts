import type { RouteOptions } from 'fastify';
import type { ContractServer } from '../contract/contract-server.ts';
import type { ToolSettings } from '../options.ts';
import type { GatewayServices } from '../services.ts';
import { csvRoutes } from './csv-route.ts';
import { odataRoutes } from './odata-route.ts';
import { CellRows } from './rows/cell-rows.ts';

/** The addresses of reporting tools, over one contract: whatever they ask, they ask its GraphQL. */
export function toolRoutes(
  contract: ContractServer,
  { style, log }: Pick<GatewayServices, 'log' | 'style'>,
  settings: ToolSettings = {},
): readonly RouteOptions[] {
  const services = { contract, style, log, settings, cells: new CellRows() };
  return [...odataRoutes(services), ...csvRoutes(services)];
}
