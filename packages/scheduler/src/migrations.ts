import type { MigrationSource } from '@postern/database';
import { prepareEngine } from './engine/prepare-engine.ts';

/** Schema `scheduler` and the job library's `graphile_worker`; after the roles, in any order with other schemas. */
export const schedulerMigrations: MigrationSource = {
  name: 'scheduler',
  folder: new URL('../migrations/', import.meta.url),
  before: prepareEngine,
};
