import type { Period } from '../calendar/period.ts';
import { startOf } from '../calendar/period.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { cellKey } from '../published/cell-key.ts';

/** The key of a cell of a period. */
export function keyFor(
  { id }: IndicatorDefinition,
  measure: string,
  period: Period,
  place: Place,
): string {
  return cellKey({
    indicator: id,
    measure,
    grain: period.grain,
    periodStart: startOf(period),
    place,
  });
}
