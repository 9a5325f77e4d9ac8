import type { Period } from '../calendar/period.ts';
import { startOf } from '../calendar/period.ts';
import { definitionOf } from '../catalogue/catalogue.ts';
import type { IndicatorDefinition, Measure } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { inOrder } from '../catalogue/place.ts';
import { cellKey } from '../published/cell-key.ts';

/** A measure that is counted. */
export type Count = Extract<Measure, { kind: 'COUNT' }>;

/** What is counted of an indicator; everything else is made of it. */
export function countsOf({ measures }: IndicatorDefinition): readonly Count[] {
  return measures.flatMap((each) => (each.kind === 'COUNT' ? [each] : []));
}

/** Of a stock, how a quarter or year ended is how its last month did. */
export function periodOfCount({ over }: Count, period: Period): Period {
  if (over === 'FLOW' || period.grain === 'MONTH') return period;
  return { grain: 'MONTH', first: period.last, last: period.last };
}

/** The key of the cell of an earlier indicator that is the same; null where that is told by no such cut. */
export function repeatedKey({ sameAs }: Count, period: Period, place: Place): string | null {
  if (sameAs === undefined) return null;
  const { indicator, measure, at } = sameAs;
  const there = at === undefined ? place : ordered([...place, at]);
  const cut = there.map(({ dimension }) => dimension).join();
  const earlier = definitionOf(indicator);
  if (earlier === null || !earlier.cuts.some((each) => inOrder(each).join() === cut)) return null;
  const { grain } = period;
  return cellKey({ indicator, measure, grain, periodStart: startOf(period), place: there });
}

function ordered(place: Place): Place {
  return inOrder(place.map(({ dimension }) => dimension)).flatMap((dimension) =>
    place.filter((member) => member.dimension === dimension),
  );
}
