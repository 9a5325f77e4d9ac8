export { createLedger, type Ledger, type LedgerLimits } from './ledger.ts';
export { ledgerMigrations } from './migrations.ts';
export type { ExplainedAccess, ReleaseRecord, ToldOf } from './release-record.ts';
