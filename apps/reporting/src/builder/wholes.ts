import type { Connection } from '@postern/database';
import { Fault } from '@postern/errors';
import type { Period } from '../calendar/period.ts';
import { startOf } from '../calendar/period.ts';
import { definitionOf } from '../catalogue/catalogue.ts';
import type { IndicatorDefinition, Whole } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { inOrder } from '../catalogue/place.ts';
import { cellKey } from '../published/cell-key.ts';
import type { Measured } from './measure.ts';
import { measure } from './measure.ts';

/** A count of which a reader knows the whole. */
export interface Part {
  readonly id: string;
  readonly whole: Whole;
}

/** The parts of an indicator, told by a share or without one. */
export function partsIn({ measures }: IndicatorDefinition): readonly Part[] {
  return measures.flatMap((each): readonly Part[] => {
    if (each.kind === 'PERCENTAGE') return [{ id: each.of, whole: { measure: each.from } }];
    return each.kind === 'COUNT' && each.within !== undefined
      ? [{ id: each.id, whole: each.within }]
      : [];
  });
}

/** What a part is within where another indicator tells it. */
export type WholeElsewhere = Required<Whole>;

/** What the parts of an indicator are within elsewhere. */
export function wholesElsewhere(definition: IndicatorDefinition): readonly WholeElsewhere[] {
  return partsIn(definition).flatMap(({ whole: { measure: name, of } }) =>
    of === undefined ? [] : [{ measure: name, of }],
  );
}

/** The key of another indicator's cell at a place; null where it is not cut so. */
export function keyElsewhere(
  { measure: name, of }: WholeElsewhere,
  period: Period,
  place: Place,
): string | null {
  const cut = place.map(({ dimension }) => dimension).join();
  if (!of.cuts.some((each) => inOrder(each).join() === cut)) return null;
  const { grain } = period;
  return cellKey({
    indicator: of.indicator,
    measure: name,
    grain,
    periodStart: startOf(period),
    place,
  });
}

/** Counts an indicator, and elsewhere what its parts are within, for every period given. */
export async function measureWithWholes(
  connection: Pick<Connection, 'run'>,
  definition: IndicatorDefinition,
  periods: readonly Period[],
): Promise<Measured> {
  const own = await measure(connection, definition, periods);
  const elsewhere = new Map<string, Measured>();
  for (const { measure: name, of } of wholesElsewhere(definition)) {
    const there = definitionOf(of.indicator);
    if (there === null) throw new Fault('INTERNAL', { logged: { indicator: of.indicator } });
    const measures = there.measures.filter(({ id }) => id === name);
    const asked = { ...there, measures, cuts: of.cuts };
    elsewhere.set(`${of.indicator}/${name}`, await measure(connection, asked, periods));
  }
  const measuredAt = (key: string): Measured => elsewhere.get(key.split('/', 2).join('/')) ?? own;
  return {
    at: (key) => measuredAt(key).at(key),
    amountAt: (kind, key) => own.amountAt(kind, key),
  };
}
