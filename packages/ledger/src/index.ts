export { createLedger, type Ledger, type LedgerLimits } from './ledger.ts';
export { ledgerMigrations } from './migrations.ts';
export type { ReleaseRecord } from './release-record.ts';
