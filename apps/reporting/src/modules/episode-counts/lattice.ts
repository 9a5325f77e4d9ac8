import type { AgencyKind } from '@postern/access-facts';
import { AGENCY_KINDS } from '@postern/access-facts';
import { UNAVAILABLE } from '@postern/disclosure-control';
import type { CellRow } from './cell-row.ts';
import { rowFromCell } from './cell-row.ts';
import type { EpisodeMeasure } from './measure.ts';
import { EPISODE_MEASURES } from './measure.ts';
import type { Month } from './month.ts';
import { monthOf, monthsBetween } from './month.ts';
import type { MonthRange } from './month-range.ts';
import type { PublishedCell } from './published-cells.ts';

/** One cell of an answer. */
export interface LatticeCell extends CellRow {
  readonly month: Month;
  readonly agencyKind: AgencyKind | null;
  readonly measure: EpisodeMeasure;
  readonly isTotal: boolean;
  readonly cellKey: string;
}

/** Every cell of the range in the order of the schema; what is not published is there as unavailable. */
export function latticeOf(
  range: MonthRange,
  kinds: readonly AgencyKind[] | null,
  published: readonly PublishedCell[],
): readonly LatticeCell[] {
  const found = new Map(
    published.map((cell) => [keyOf(monthOf(cell.month), cell.agency_kind, cell.measure), cell]),
  );
  const chosen = AGENCY_KINDS.filter((kind) => kinds === null || kinds.includes(kind));
  return monthsBetween(range.from, range.to).flatMap((month) =>
    [...chosen, null].flatMap((agencyKind) =>
      EPISODE_MEASURES.map((measure) => {
        const cellKey = keyOf(month, agencyKind, measure);
        const { value, symbol } = found.get(cellKey) ?? rowFromCell(UNAVAILABLE);
        return { month, agencyKind, measure, value, symbol, isTotal: agencyKind === null, cellKey };
      }),
    ),
  );
}

function keyOf(month: Month, kind: AgencyKind | null, measure: EpisodeMeasure): string {
  return `${month}/${kind ?? 'ALL'}/${measure}`;
}
