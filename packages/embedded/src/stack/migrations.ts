import { accessFactsMigrations } from '@postern/access-facts';
import type { MigrationSource } from '@postern/database';
import { episodesSubgraph } from '@postern/episodes';
import { familiesSubgraph } from '@postern/families';
import { ledgerMigrations } from '@postern/ledger';
import { partnersSubgraph } from '@postern/partners';
import { reportingMigrations } from '@postern/reporting';
import { schedulerMigrations } from '@postern/scheduler';

/** Every schema in the order in which one may build on another. */
export const MIGRATIONS: readonly MigrationSource[] = [
  accessFactsMigrations,
  familiesSubgraph.migrations,
  episodesSubgraph.migrations,
  partnersSubgraph.migrations,
  ledgerMigrations,
  schedulerMigrations,
  reportingMigrations,
];
