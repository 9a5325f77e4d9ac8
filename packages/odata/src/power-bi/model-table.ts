import type { EntitySet } from '../model/entity-set.ts';

/** A column whose values are keys of another table. */
export interface Reference {
  readonly column: string;
  /** The table that has the member, and by which of its columns. */
  readonly table: string;
  readonly key: string;
}

/** A table of cells: which of its rows is one number, and which period it is of. */
export interface CellColumns {
  readonly value: string;
  readonly symbol: string;
  /** The moment that its period begins, by which a refresh reads anew what may be new. */
  readonly period: string;
  /** By what it is cut; where nothing is chosen of one, the row of everything together is meant. */
  readonly cuts: readonly Reference[];
  /** What a column says of everything together. */
  readonly whole: string;
}

/** A table of the service, as a Power BI model reads it. */
export interface ModelTable {
  readonly set: EntitySet;
  /** Null where its rows are no cells. */
  readonly cells: CellColumns | null;
}
