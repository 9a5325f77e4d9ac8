export { amends, amendsOneOf } from './amend.ts';
export { changesQuestion, RECORD_CHANGES_SCHEMA } from './changes.ts';
export { entryVersionTable } from './entry-version.table.ts';
export { records, recordsOneOf } from './record.ts';
export type { Place, Placing, RecordedType, Splitting } from './recorded-type.ts';
export { SPLIT_OFF_SCHEMA } from './split-off.ts';
export { episodeOf } from './write.ts';
