import type { EdgeServices } from '@postern/edge';
import { createMetrics, DEFAULT_LIMITS, purposeRule, URGENT_CHANNEL } from '@postern/edge';
import type { ContractServer } from './contract/contract-server.ts';
import { startContract } from './contract/contract-server.ts';
import type { GatewayOptions } from './options.ts';

/** What the routes of a gateway use. */
export interface GatewayServices extends EdgeServices, Pick<GatewayOptions, 'mounts' | 'ready'> {
  readonly urgentChannel: string;
  readonly contracts: readonly ContractServer[];
}

/** Starts both contracts and gathers what routes need. */
export async function startServices(options: GatewayOptions): Promise<GatewayServices> {
  const { contracts, ledger, clock, production, log, purposes } = options;
  const metrics = createMetrics(options);
  const urgentChannel = options.urgentChannel ?? URGENT_CHANNEL;
  const style = { production, urgentChannel };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const releases = { ledger, clock, onLedgerFailure: () => metrics.ledgerFailed() };
  const shared = { limits, releases, style, log };
  return {
    ...options,
    metrics,
    style,
    urgentChannel,
    contracts: [
      await startContract({
        ...shared,
        name: 'records',
        path: '/graphql',
        authenticator: options.authenticator,
        purposes: purposeRule('records', purposes),
        contract: contracts.records,
      }),
      await startContract({
        ...shared,
        name: 'reporting',
        path: '/reporting/graphql',
        authenticator: options.reportingAuthenticator ?? options.authenticator,
        purposes: purposeRule('reporting', purposes),
        contract: contracts.reporting,
      }),
    ],
  };
}
