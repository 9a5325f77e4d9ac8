import type { MigrationSource } from '@postern/database';

/** Schema `ledger`; after the roles, in any order with other schemas. */
export const ledgerMigrations: MigrationSource = {
  name: 'ledger',
  folder: new URL('../migrations/', import.meta.url),
};
