import type { Command } from '@postern/subgraph-kit';
import { confirmAgencyProvider } from './commands/confirm-provider.ts';
import { endAgencyProvider } from './commands/end-provider.ts';
import { proposeAgencyProvider } from './commands/propose-provider.ts';

/** Which registered provider speaks for which agency. */
export const agencyProviderCommands = {
  proposeAgencyProvider,
  confirmAgencyProvider,
  endAgencyProvider,
} as unknown as Readonly<Record<string, Command>>;
