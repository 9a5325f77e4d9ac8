import { systemClock } from '@postern/database';
import { readPartnership } from '../home/partnership-setting.ts';
import type { Progress } from '../home/progress.ts';
import { prepareDatabase } from '../stack/prepare-database.ts';
import type { ServiceSettings } from './settings.ts';

/**
 * Prepares the database for the services: schemas, roles with the passwords of their addresses, policy, reporting, and
 * in development the sample county and provider. Safe to repeat, also by several at once. @throws Fault
 */
export function migrateDatabase(settings: ServiceSettings, onProgress: Progress): Promise<void> {
  const { address, production, developmentIssuer } = settings;
  return prepareDatabase(address, {
    now: systemClock.now(),
    county: production ? null : 'small',
    issuerUrl: production ? null : developmentIssuer,
    partnership: readPartnership(settings.partnershipFile),
    onProgress,
  });
}
