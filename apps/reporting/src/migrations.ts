import type { MigrationSource } from '@postern/database';

/** Schema `reporting`; after the access facts and episodes, whose tables its de-identified view reads. */
export const reportingMigrations: MigrationSource = {
  name: 'reporting',
  folder: new URL('../migrations/', import.meta.url),
};
