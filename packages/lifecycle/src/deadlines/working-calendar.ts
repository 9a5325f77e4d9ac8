/** Where a partnership's working days differ from those of England and Wales; days as `2026-12-24`. */
export interface WorkingCalendar {
  /** Days on which it does not work, although others do. */
  readonly extra: readonly string[];
  /** Bank holidays that are none here. */
  readonly not: readonly string[];
}

/** England and Wales as they are. */
export const ORDINARY: WorkingCalendar = { extra: [], not: [] };
