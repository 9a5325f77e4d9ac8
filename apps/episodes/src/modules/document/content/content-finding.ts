/** Why content is not of the type that it claims. */
export type ContentFinding =
  /** It begins, or ends, as something else. */
  | 'OTHER_TYPE'
  /** It is of two types at once, or something hangs on behind its end. */
  | 'MORE_THAN_ITS_TYPE'
  /** Unpacked it would be larger than a document is, or hold what no document holds. */
  | 'ARCHIVE_UNSAFE';
