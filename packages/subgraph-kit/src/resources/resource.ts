import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/** A table's columns by their TypeScript names, under one alias of a statement. */
export type Columns = Readonly<Record<string, PgColumn>>;

/** How rows of a resource are reached through an episode; names are the table's column keys. */
export type LinkDefinition =
  | { readonly kind: 'EPISODE'; readonly episode: string }
  | { readonly kind: 'FAMILY'; readonly family: string }
  | { readonly kind: 'PERSON'; readonly person: string }
  | { readonly kind: 'PERSON_ENTRY'; readonly person: string; readonly episode: string }
  | { readonly kind: 'COLLEAGUE'; readonly account: string }
  | { readonly kind: 'NONE' };

/** Ties child rows to a parent row of the same statement. */
export type Join = (parent: Columns, child: Columns) => SQL;

/** One key of an order: a field of the resource. Rows are ordered by what the reader sees of it, and last by id. */
export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
}

/** Whether the caller reads a field of the row, by its name in the schema. */
export type Shows = (field: string) => SQL;

/** Orders rows of one list. */
export type Order = readonly SortKey[];

/** Where a field's value comes from. The mask is not said here: it follows from class and rules. */
export type FieldDefinition =
  | {
      readonly kind: 'COLUMN';
      readonly column: string;
      /** All that the column holds beside null, where that is a closed list and no enum of the schema says so. */
      readonly values?: readonly string[];
      /** It says whether a record may be shown, and nothing of anybody: rules compare it whatever its class. */
      readonly decidesRelease?: boolean;
      /** It names one record of those that count, though no constraint over all rows says so. */
      readonly identifies?: boolean;
    }
  | {
      readonly kind: 'EXPRESSION';
      /** What is made of other fields leaves out those that the caller does not read; where nobody in particular asks, none. */
      readonly value: (row: Columns, shows: Shows) => SQL;
    }
  | { readonly kind: 'REFERENCE'; readonly type: string; readonly column: string }
  | { readonly kind: 'REFERENCES'; readonly type: string; readonly column: string }
  | { readonly kind: 'ONE'; readonly type: string; readonly join: Join; readonly order?: Order }
  | {
      readonly kind: 'MANY';
      readonly type: string;
      readonly join: Join;
      readonly order?: Order;
      /** Rows of other episodes than the parent's: each is asked about for itself. */
      readonly ofOtherEpisodes?: boolean;
    }
  | { readonly kind: 'ENTRIES'; readonly type: string; readonly join: Join; readonly order?: Order }
  | {
      readonly kind: 'LATEST_ENTRY';
      readonly type: string;
      readonly join: Join;
      readonly column: string;
    };

/** A record type of a subgraph: its table, what the predicates find on a row, and where each field comes from. */
export interface ResourceDefinition {
  readonly type: string;
  readonly table: PgTable;
  readonly link: LinkDefinition;
  /** Column key of the person a row is about; of the agency that recorded it; of the account it belongs to. */
  readonly person?: string;
  readonly agency?: string;
  readonly account?: string;
  /** Column key of everyone an entry of an episode concerns, `uuid[]`; or of the one person it concerns. */
  readonly concerns?: string;
  readonly concernsOne?: string;
  /** Column keys of what the law makes of an entry beyond its type: a stricter class, a purpose it is locked to. */
  readonly rowClass?: string;
  readonly purposeLock?: string;
  /** Column key of the household that a row is or belongs to. */
  readonly household?: string;
  /** Column key of the agency that an exclusion is about. */
  readonly excludedAgency?: string;
  /** Column keys of the agencies between which something was asked. */
  readonly parties?: readonly string[];
  /** Column key of whether a row of no episode is about families all the same. */
  readonly ofUnnamedFamily?: string;
  /** Column key of the day on which a row was taken in. */
  readonly receivedOn?: string;
  /**
   * Column key of the record that a row is a piece of: what hides that, or picks it, does so to the piece. Whoever is handed
   * a piece is on the ledger with that record and whom it concerns, by this question and clause.
   */
  readonly pieceOf?: {
    readonly record: string;
    readonly question: string;
    readonly clause: string;
  };
  /** Column keys, beside its keys and links, of ids by which what belongs to a row is found. */
  readonly leadsTo?: readonly string[];
  /** Which rows of the table are of this type. */
  readonly where?: (row: Columns) => SQL;
  /** What the ledger calls a row of this type: `Person`, `Family` and `Episode` ids are recorded. */
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** The fields that commands record, of which rules say who may; none when absent. */
  readonly recorded?: readonly string[];
  readonly order?: Order;
}

export function column(name: string): FieldDefinition {
  return { kind: 'COLUMN', column: name };
}

/** A column that holds one of a closed list, which the schema gives as text. */
export function oneOfColumn(name: string, values: readonly string[]): FieldDefinition {
  return { kind: 'COLUMN', column: name, values };
}

/** A column by which somebody decided that a record may be shown. */
export function releaseDecision(name: string): FieldDefinition {
  return { kind: 'COLUMN', column: name, decidesRelease: true };
}

/** A column that names one record, be it among those alone that have not ended. */
export function identifier(name: string): FieldDefinition {
  return { kind: 'COLUMN', column: name, identifies: true };
}

export function reference(type: string, name: string): FieldDefinition {
  return { kind: 'REFERENCE', type, column: name };
}

export function ascending(field: string): SortKey {
  return { field, descending: false };
}

export function descending(field: string): SortKey {
  return { field, descending: true };
}
