import type { ContractServer } from './contract/contract-server.ts';
import { startContract } from './contract/contract-server.ts';
import type { ErrorStyle } from './http/client-error.ts';
import type { Metrics } from './observation/metrics.ts';
import { createMetrics } from './observation/metrics.ts';
import type { GatewayOptions } from './options.ts';
import { DEFAULT_LIMITS } from './request/limits.ts';
import type { Purpose } from './request/purpose.ts';

const URGENT_CHANNEL =
  'If a child is in immediate danger call 999; to reach the early help front door call the number your host team gave you.';

/** The one purpose of the reporting contract; it goes without saying there, and is not one for records. */
const REPORTING_PURPOSE: Purpose = 'PLANNING_AND_REPORTING';

/** What the routes of a gateway use. */
export interface GatewayServices
  extends Pick<GatewayOptions, 'authenticator' | 'mounts' | 'ready' | 'log' | 'production'> {
  readonly metrics: Metrics;
  readonly style: ErrorStyle;
  readonly urgentChannel: string;
  readonly contracts: readonly ContractServer[];
}

/** Starts both contracts and gathers what routes need. */
export async function startServices(options: GatewayOptions): Promise<GatewayServices> {
  const { contracts, ledger, clock, production, log, purposes } = options;
  const metrics = createMetrics();
  const urgentChannel = options.urgentChannel ?? URGENT_CHANNEL;
  const style = { production, urgentChannel };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const releases = { ledger, clock, onLedgerFailure: () => metrics.ledgerFailed() };
  const shared = { limits, releases, style, log };
  const reportingPurposes = [...new Set([...purposes, REPORTING_PURPOSE])];
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
        purposes: { known: purposes, whenAbsent: null },
        contract: contracts.records,
      }),
      await startContract({
        ...shared,
        name: 'reporting',
        path: '/reporting/graphql',
        purposes: { known: reportingPurposes, whenAbsent: REPORTING_PURPOSE },
        contract: contracts.reporting,
      }),
    ],
  };
}
