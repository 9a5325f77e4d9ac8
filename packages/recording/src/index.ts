export { amends, amendsOneOf } from './amend.ts';
export { entryVersionTable } from './entry-version.table.ts';
export { records, recordsOneOf } from './record.ts';
export type { Place, Placing, RecordedType } from './recorded-type.ts';
export { episodeOf } from './write.ts';
