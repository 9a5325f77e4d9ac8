import { ashdownRestrictions } from './families/ashdown.ts';
import { penhallowRestrictions } from './families/penhallow.ts';
import type { Moment } from './model/moment.ts';
import type { CastProcessingRestriction, CastRestriction } from './model/restriction.ts';
import { processingRestrictionRow, restrictionRow } from './model/restriction.ts';
import type { Row } from './model/row.ts';

const safety: Readonly<Record<string, CastRestriction>> = ashdownRestrictions;
const processing: Readonly<Record<string, CastProcessingRestriction>> = penhallowRestrictions;

/** Safety restrictions and restrictions of processing. */
export function restrictionRows(moment: Moment): readonly Row[] {
  return [
    ...Object.entries(safety).map(([key, of]) => restrictionRow(key, of, moment)),
    ...Object.entries(processing).map(([key, of]) => processingRestrictionRow(key, of, moment)),
  ];
}
