import type { Principal } from '../principal.ts';

/** Whose request is being written, and what for. */
export interface Author {
  readonly principal: Principal;
  readonly purpose: string | null;
}

/** Values that the county has, for arguments to name. */
export interface Words {
  /** Values of a type's field: all there are, of families of others too. */
  all(type: string, field: string): readonly string[];
  /** Those of rows that the author may see. */
  visible(type: string, field: string, author: Author): readonly string[];
  /** Ids of a type's rows. */
  ids(): readonly string[];
  /** Cursors that somebody was given. */
  readonly cursors: readonly string[];
}
