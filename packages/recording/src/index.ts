export { amends, amendsOneOf } from './amend.ts';
export { changesQuestion, RECORD_CHANGES_SCHEMA } from './changes.ts';
export { amendsDetails, type DetailType, newFields } from './details/amends-details.ts';
export {
  changeDetails,
  heldDetails,
  requireShownRevision,
  writingOf,
} from './details/change-details.ts';
export { detailVersionTable } from './details/detail-version.table.ts';
export { shareEpisodes } from './details/share-episodes.ts';
export { insertDetails, noteListWritten, type StandingDetails } from './details/write-details.ts';
export { revisionOf, writingsColumn } from './details/writings.ts';
export { entryVersionTable } from './entry-version.table.ts';
export { requireNothingRevealed } from './free-text.ts';
export type { GivenFields } from './given-fields.ts';
export { reviewed, reviewOf } from './input.ts';
export { notPermitted } from './not-permitted.ts';
export { PICKING_SCHEMA, picks } from './picking/pick.ts';
export type { Pickable } from './picking/pickable.ts';
export { records, recordsOneOf } from './record.ts';
export type { Place, Placing, RecordedType, Splitting } from './recorded-type.ts';
export { insertSplitOff, recordSplitOff, SPLIT_OFF_SCHEMA } from './split-off.ts';
export { episodeOf, insertRecord } from './write.ts';
