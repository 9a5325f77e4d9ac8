import type { MatrixRow } from './cell.ts';
import { ENTRY_ROWS } from './rows/entry-rows.ts';
import { EPISODE_ROWS } from './rows/episode-rows.ts';
import { OFFICE_ROWS } from './rows/office-rows.ts';
import { PERSON_ROWS } from './rows/person-rows.ts';

/**
 * Who sees which category of data, and how much of it. The rules are written apart from it, and held against it.
 */
export const MATRIX: readonly MatrixRow[] = [
  ...EPISODE_ROWS,
  ...PERSON_ROWS,
  ...ENTRY_ROWS,
  ...OFFICE_ROWS,
];
