import type { Filter, RowQuery, Within } from '../statements/query.ts';

/** How a field of Query names the rows it wants. It decides nothing: the kit brings what is permitted. */
export type RootField =
  | {
      readonly kind: 'PAGE';
      readonly type: string;
      readonly newestBy: string;
      readonly filters: Readonly<Record<string, Filter>>;
      readonly within?: Within;
    }
  | { readonly kind: 'BY_FIELD'; readonly type: string; readonly field: string }
  | { readonly kind: 'BY_ID'; readonly type: string }
  | { readonly kind: 'OWN_ACCOUNT'; readonly type: string }
  | Extract<RowQuery, { kind: 'ALL' }>;
