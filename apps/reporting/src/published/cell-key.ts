import type { Grain } from '../calendar/grain.ts';
import type { IndicatorId } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { placeText } from '../catalogue/place.ts';

/** Where a cell stands among everything that is ever published. */
export interface CellAddress {
  readonly indicator: IndicatorId;
  readonly measure: string;
  readonly grain: Grain;
  /** The first day of the period. */
  readonly periodStart: string;
  readonly place: Place;
}

/** The name of a cell, the same wherever it is told of: `EPISODES/OPENED/MONTH/2026-05-01/LOCALITY=NORTH`. */
export function cellKey({ indicator, measure, grain, periodStart, place }: CellAddress): string {
  return [indicator, measure, grain, periodStart, placeText(place)].join('/');
}
