import type { Condition } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import type { Columns, Order, ResourceDefinition } from '../resources/resource.ts';
import type { Selection } from '../selection/look-ahead.ts';
import type { RowDecoder } from './row-decoder.ts';

/** A select over permitted rows of one resource: what to read, from where, which rows, and how to decode them. */
export interface CompiledRows {
  readonly columns: Columns;
  readonly row: SQL;
  readonly from: SQL;
  readonly where: SQL;
  readonly order: readonly SQL[];
  readonly decoder: RowDecoder;
  /** The released value of a field, masked as it is in the row; filters and orders use this, never the column. */
  masked(field: string): SQL;
  /** Whether a field is released on every row that is read, so that its column may order them. */
  isPlain(field: string): boolean;
}

/** What a parent asks of the rows below it. */
export interface RowsRequest {
  readonly resource: ResourceDefinition;
  readonly selection: Selection;
  /** Which rows, beside those the policy permits; it is told whether these are all reached by an episode. */
  readonly restrict: (row: Columns, leadsThroughReach: boolean) => SQL;
  readonly order?: Order | undefined;
  /** Whether the order only chooses one row: then the record's own order decides, and it tells no rank. */
  readonly choosesOne?: boolean;
  /** What each row must meet as well, each by itself: a condition of the parent's field, say. */
  readonly alsoWhere?: readonly Condition[];
  /** When a row is visible, for entries that have no type of their own; otherwise where its `id` is released. */
  readonly visibleWhere?: Condition;
  /** The row above, where one is: what was asked of its episode need not be asked again of the same one. */
  readonly parent?: ParentRow;
  /** Whether who asked finds the rows by their id. */
  readonly keyed?: boolean;
  /** Whether the grants behind each row are read for the ledger. */
  readonly traced: boolean;
}

/** A parent row, as its children see it. */
export interface ParentRow {
  readonly resource: ResourceDefinition;
  readonly columns: Columns;
  readonly visibleWhere: Condition;
}
