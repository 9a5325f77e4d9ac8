import type { SQL } from 'drizzle-orm';
import type { Columns } from '../resources/resource.ts';

/** A filter argument on a list: compared with the masked value, never with the column (design: arguments see the mask). */
export interface Filter {
  readonly field: string;
  readonly operator: 'IN' | 'FROM' | 'TO';
  /** PostgreSQL type of the argument. */
  readonly as: 'text[]' | 'integer[]' | 'date';
}

/** What somebody is to record of a row. */
export interface Recording {
  readonly fields: readonly string[];
  /** Whether they have to be able to read it first: nobody adds to what they may not read, or changes it. */
  readonly readable: boolean;
}

/** The one thing that a list is of: whoever may not see it finds an empty list, as of one that there is not. */
export interface Within {
  /** The argument that names it, an id. */
  readonly argument: string;
  /** Column key of the rows that belong to it. */
  readonly column: string;
}

/** Which rows a root field or an entity fetch asks for. */
export type RowQuery =
  | {
      readonly kind: 'BY_IDS';
      readonly type: string;
      /** Only those of which the caller may record these fields. */
      readonly recording?: Recording;
    }
  | { readonly kind: 'BY_FIELD'; readonly type: string; readonly field: string }
  | { readonly kind: 'OWN_ACCOUNT'; readonly type: string }
  | {
      readonly kind: 'ALL';
      readonly type: string;
      /** Which rows the list is of, beside those the policy permits. */
      readonly where?: (row: Columns) => SQL;
    }
  | {
      readonly kind: 'PAGE';
      readonly type: string;
      /** The field by which the newest rows come first. */
      readonly newestBy: string;
      readonly filters: Readonly<Record<string, Filter>>;
      readonly within?: Within;
      readonly counted: boolean;
    };
