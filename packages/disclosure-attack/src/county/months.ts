import type { Balance } from '@postern/disclosure-control';
import type { CountedTable } from './count.ts';
import { countFamilies } from './count.ts';
import type { Dataset } from './dataset.ts';
import type { Cut } from './dimension.ts';
import { keyOf, placesOf } from './dimension.ts';
import type { CountyEpisode } from './episodes.ts';
import { balancesOf } from './linked-tables.ts';
import type { Truth } from './truth.ts';

const MEASURES = ['OPENED', 'CLOSED', 'OPEN_AT_END'] as const;
type Measure = (typeof MEASURES)[number];

/**
 * A county month by month: what opened, what closed, what was open at the end. One edition for each month; three months
 * make a quarter, which goes out with its last.
 */
export function monthsOf(county: Omit<Truth, 'months'>, length: number): Dataset {
  const months = Array.from({ length }, (_, month) => month);
  const periods = [
    ...months.map((month) => ({ name: `MONTH/${month}`, from: month, to: month })),
    ...months
      .filter((month) => month % 3 === 2)
      .map((month) => ({ name: `QUARTER/${month}`, from: month - 2, to: month })),
  ];
  const tables = periods.flatMap(({ name, from, to }) =>
    MEASURES.map((measure) => {
      const counted: CountedTable = {
        table: `${measure}/${name}`,
        edition: to,
        cuts: county.cuts,
        countsAgencies: county.countsAgencies,
      };
      return {
        cells: countFamilies(counted, county.episodes.filter(isIn(measure, from, to))),
        balances: balancesOf(counted.table, county.cuts),
      };
    }),
  );
  return {
    cells: tables.flatMap(({ cells }) => cells),
    balances: [
      ...tables.flatMap(({ balances }) => balances),
      ...places(county.cuts).flatMap((place) => [
        ...months.slice(1).map((month) => stockAndFlow(place, month)),
        ...months.filter((month) => month % 3 === 2).flatMap((month) => quarter(place, month)),
      ]),
    ],
  };
}

function isIn(measure: Measure, from: number, to: number): (episode: CountyEpisode) => boolean {
  return ({ opened, closed }) => {
    if (measure === 'OPENED') return opened >= from && opened <= to;
    if (measure === 'CLOSED') return closed !== null && closed >= from && closed <= to;
    return opened <= to && (closed === null || closed > to);
  };
}

function places(cuts: readonly Cut[]): readonly string[] {
  return cuts.flatMap((cut) => placesOf(cut).map((place) => keyOf('', place)));
}

function stockAndFlow(place: string, month: number): Balance {
  return {
    plus: [`OPEN_AT_END/MONTH/${month - 1}${place}`, `OPENED/MONTH/${month}${place}`],
    minus: [`CLOSED/MONTH/${month}${place}`, `OPEN_AT_END/MONTH/${month}${place}`],
  };
}

function quarter(place: string, last: number): readonly Balance[] {
  return [
    ...(['OPENED', 'CLOSED'] as const).map((measure) => ({
      plus: [last - 2, last - 1, last].map((month) => `${measure}/MONTH/${month}${place}`),
      minus: [`${measure}/QUARTER/${last}${place}`],
    })),
    {
      plus: [`OPEN_AT_END/MONTH/${last}${place}`],
      minus: [`OPEN_AT_END/QUARTER/${last}${place}`],
    },
  ];
}
