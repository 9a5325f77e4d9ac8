import type { Connection } from '@postern/database';
import type { DisclosureProfile } from '@postern/disclosure-control';
import { UNAVAILABLE } from '@postern/disclosure-control';
import { Refusal } from '@postern/errors';
import type { Grain } from '../../calendar/grain.ts';
import { monthOf } from '../../calendar/month.ts';
import type { Period } from '../../calendar/period.ts';
import { endOf, periodOf, startOf } from '../../calendar/period.ts';
import { definitionOf } from '../../catalogue/catalogue.ts';
import type { Dimension } from '../../catalogue/dimension.ts';
import type { IndicatorDefinition, IndicatorId, Measure, Unit } from '../../catalogue/indicator.ts';
import type { Place } from '../../catalogue/place.ts';
import { placesOf } from '../../catalogue/place.ts';
import { cellKey } from '../../published/cell-key.ts';
import type { CellRow } from '../../published/cell-row.ts';
import { rowFromCell } from '../../published/cell-row.ts';
import type { Edition } from '../../published/editions.ts';
import { readEditions, readSpan } from '../../published/editions.ts';
import { readMembers } from '../../published/members-of-county.ts';
import { profileNamed } from '../../published/profiles.ts';
import { readCells } from '../../published/read-cells.ts';
import { cutArgument, cutsAround } from './cut-argument.ts';
import { monthArgument, periodsOf } from './period-range.ts';

/** Arguments of `Query.indicator` as the executor hands them over; a scalar's text is not yet checked. */
export interface IndicatorArguments {
  readonly id: IndicatorId;
  readonly grain: Grain;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly by: readonly Dimension[];
}

/** One cell of an answer. */
export interface AnsweredCell extends CellRow {
  readonly measure: string;
  readonly kind: Measure['kind'];
  readonly unit: Unit | null;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly members: Place;
  readonly isTotal: boolean;
  readonly cellKey: string;
  readonly publishedAt: string | null;
}

/** Answer of `Query.indicator`. */
export interface IndicatorTable {
  readonly indicator: IndicatorId;
  readonly grain: Grain;
  readonly profile: DisclosureProfile;
  readonly publishedThrough: string | null;
  readonly cells: readonly AnsweredCell[];
}

/** Reads protected cells only; the same question has the same answer for everyone. @throws Refusal ARGUMENT_INVALID */
export async function indicatorTable(
  connection: Connection,
  { id, grain, from, to, by }: IndicatorArguments,
): Promise<IndicatorTable> {
  const definition = definitionOf(id);
  if (definition === null) throw new Refusal('ARGUMENT_INVALID', { argument: 'id' });
  const cut = cutArgument(definition, by);
  const asked = { from: monthArgument('from', from), to: monthArgument('to', to) };
  const span = await readSpan(connection, id, grain);
  const published = span && {
    first: periodOf(grain, monthOf(span.first)),
    last: periodOf(grain, monthOf(span.last)),
  };
  const periods = periodsOf(grain, asked, published);
  const range = { indicator: id, grain, ...ends(periods) };
  const cuts = cutsAround(cut);
  const [editions, cells, members] = await Promise.all([
    readEditions(connection, range),
    readCells(connection, { ...range, cuts }),
    readMembers(connection),
  ]);
  const last = editions.at(-1);
  const places = cuts.flatMap((each) => placesOf(each, members));
  return {
    indicator: id,
    grain,
    profile: profileNamed(last?.profileName ?? definition.profile, last?.profileVersion),
    publishedThrough: published && endOf(published.last),
    cells: answered({ definition, cut, periods, places, editions, cells }),
  };
}

interface Answering {
  readonly definition: IndicatorDefinition;
  readonly cut: readonly Dimension[];
  readonly periods: readonly Period[];
  readonly places: readonly Place[];
  readonly editions: readonly Edition[];
  readonly cells: ReadonlyMap<string, CellRow>;
}

/** Every cell of the question in the order of the schema; what is not published is there as unavailable. */
function answered(given: Answering): readonly AnsweredCell[] {
  const { definition, cut, periods, places, editions, cells } = given;
  const outAt = new Map(
    editions.map(({ periodStart, publishedAt }) => [periodStart, publishedAt.toISOString()]),
  );
  return periods.flatMap((period) => {
    const periodStart = startOf(period);
    const periodEnd = endOf(period);
    const publishedAt = outAt.get(periodStart) ?? null;
    return places.flatMap((place) =>
      definition.measures.map((measure) => {
        const { grain } = period;
        const key = cellKey({
          indicator: definition.id,
          measure: measure.id,
          grain,
          periodStart,
          place,
        });
        return {
          measure: measure.id,
          kind: measure.kind,
          unit: measure.kind === 'COUNT' ? measure.unit : null,
          periodStart,
          periodEnd,
          members: place,
          ...(cells.get(key) ?? rowFromCell(UNAVAILABLE)),
          isTotal: place.length < cut.length || place.length === 0,
          cellKey: key,
          publishedAt,
        };
      }),
    );
  });
}

function ends(periods: readonly Period[]): { readonly from: string; readonly to: string } {
  const [first, last] = [periods[0], periods.at(-1)];
  // A range of no period: nothing lies in it.
  if (first === undefined || last === undefined) return { from: '0001-01-02', to: '0001-01-01' };
  return { from: startOf(first), to: startOf(last) };
}
