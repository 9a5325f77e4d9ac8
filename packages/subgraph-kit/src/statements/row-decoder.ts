import type { ClassKey, Coordinate, WithheldReason } from '@postern/policy';

/** The values of one row as they come from the database: a compact array, read by position. */
export type RowValues = readonly unknown[];

/** How one field is read from a row. */
export interface FieldDecoder {
  readonly name: string;
  readonly coordinate: Coordinate;
  /** The details whose exclusion hides the field. */
  readonly hiddenWith: readonly Coordinate[];
  readonly class: ClassKey;
  readonly position: number;
  readonly value:
    | { readonly kind: 'VALUE' }
    | { readonly kind: 'REFERENCE'; readonly type: string }
    | { readonly kind: 'REFERENCES'; readonly type: string }
    | { readonly kind: 'ONE'; readonly row: RowDecoder }
    | { readonly kind: 'MANY'; readonly row: RowDecoder };
  /** Where the row says whether the field was released; `AS_ROW` where it always is with the row. */
  readonly released: 'AS_ROW' | 'NEVER' | { readonly bit: number };
}

/** A field whose withholding is told on rows where its bit is false. */
export interface NoticeDecoder {
  readonly coordinate: Coordinate;
  readonly position: number;
  readonly reason: WithheldReason;
  readonly disclosed: 'NEVER' | { readonly bit: number };
  /** Scalars read from an entry are not told as withheld where the reader's own agency's value is shown. */
  readonly unlessShown: boolean;
}

/** A trace of the statement, and where the row has its key there. */
export interface TraceKey {
  readonly trace: number;
  readonly key: number;
}

/** How rows of one resource are read, and what the release manifest learns from them. */
export interface RowDecoder {
  readonly type: string;
  /** The class of the row's own id, and where it is read; null where neither answer nor ledger needs it. */
  readonly id: {
    readonly coordinate: Coordinate;
    readonly class: ClassKey;
    readonly position: number | null;
  };
  /** Where the row lists the coordinates that are hidden from the reader. */
  readonly hiddenDetails: number | null;
  /** What tells the grants behind a row: a trace, or the row itself, where a grant that names persons may not lead to it. */
  readonly grants: TraceKey | { readonly listed: number } | null;
  /** Which trace tells the classes unlocked for a person, each with its justification, and where the row has its person. */
  readonly justifications: TraceKey | null;
  /** Where the row has its episode, and its family where more of them is told than that access came about; null where what leads to the row names them. */
  readonly about: { readonly episode: number; readonly family: number | null } | null;
  /** Of a piece of a record that gives more than that there is one: where the row has the record and whom it concerns, and what of it is given. */
  readonly handed: {
    readonly question: string;
    readonly clause: string;
    readonly record: number;
    readonly persons: number | null;
    readonly content: readonly number[];
  } | null;
  /** Where the row lists the justifications that opened its own stricter class. */
  readonly stricter: number | null;
  readonly fields: readonly FieldDecoder[];
  readonly notices: readonly NoticeDecoder[];
}
