import type {
  Balance,
  Lattice,
  LatticeCell,
  Measurement,
  ProtectedCell,
} from '@postern/disclosure-control';
import type { Period } from '../calendar/period.ts';
import { addPeriods, partsOf, startOf } from '../calendar/period.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { cellKey } from '../published/cell-key.ts';
import { countsOf, periodOfCount, repeatedKey } from './counts.ts';
import type { Geometry } from './geometry.ts';
import { balanceOf } from './geometry.ts';
import type { Measured } from './measure.ts';

/** What one edition is protected over. */
export interface EditionLattice {
  readonly definition: IndicatorDefinition;
  readonly period: Period;
  /** Periods of the indicator that are out already, of which it tells. */
  readonly earlier: readonly Period[];
  readonly geometry: Geometry;
  readonly measured: Measured;
  /** What is out, by cell key. */
  readonly published: ReadonlyMap<string, ProtectedCell>;
}

/**
 * Every cell that an edition publishes with every sum a reader can make of it: over places, from the periods that it is made of, from
 * one stock to the next by what opened and closed, and what is left of a whole that a part is published of. Where stocks lead from one
 * to the next, a month tells of those before it, which are there, too.
 */
export function latticeOf(edition: EditionLattice): Lattice {
  const { definition, period, earlier } = edition;
  const cells = new Map<string, LatticeCell>();
  const balances: Balance[] = [];
  const told = new Teller(edition, cells, balances);
  for (const each of definition.movement === undefined ? [period] : [...earlier, period]) {
    for (const count of countsOf(definition)) {
      told.table(count.id, periodOfCount(count, each));
      if (count.over === 'FLOW') told.parts(count.id, each);
    }
    if (definition.movement !== undefined) told.movement(definition.movement, each);
  }
  for (const { of, from } of definition.measures.filter((each) => each.kind === 'PERCENTAGE'))
    told.rest(of, from);
  return { cells: [...cells.values()], balances };
}

type Movement = NonNullable<IndicatorDefinition['movement']>;

class Teller {
  readonly #edition: EditionLattice;
  readonly #cells: Map<string, LatticeCell>;
  readonly #balances: Balance[];
  /** The sums that are in the lattice. */
  readonly #told = new Set<string>();

  constructor(edition: EditionLattice, cells: Map<string, LatticeCell>, balances: Balance[]) {
    this.#edition = edition;
    this.#cells = cells;
    this.#balances = balances;
  }

  /** Every place of a measure in a period, with the sums over places. */
  table(measure: string, period: Period): void {
    const { geometry } = this.#edition;
    if (this.#isTold('places', measure, period)) return;
    for (const place of geometry.places) this.cell(measure, period, place);
    for (const sum of geometry.sums)
      this.#balances.push(balanceOf(sum, (place) => this.cell(measure, period, place)));
  }

  /** From one stock to the next by what opened and closed: of the period and of everything that it is made of. */
  movement(of: Movement, period: Period): void {
    const { opened, closed, open } = of;
    if (this.#isTold('movement', open, period)) return;
    const end = { grain: 'MONTH', first: period.last, last: period.last } as const;
    const before = addPeriods({ grain: 'MONTH', first: period.first, last: period.first }, -1);
    for (const stock of [before, end]) this.table(open, stock);
    for (const place of this.#edition.geometry.places)
      this.#balances.push({
        plus: [this.cell(open, before, place), this.cell(opened, period, place)],
        minus: [this.cell(closed, period, place), this.cell(open, end, place)],
      });
    for (const part of partsOf(period)) this.movement(of, part);
  }

  /** The months of a quarter, or the quarters of a year and their months, as the sum that they are. */
  parts(measure: string, period: Period): void {
    const parts = partsOf(period);
    if (parts.length === 0 || this.#isTold('parts', measure, period)) return;
    for (const part of parts) {
      this.table(measure, part);
      this.parts(measure, part);
    }
    for (const place of this.#edition.geometry.places)
      this.#balances.push({
        plus: [this.cell(measure, period, place)],
        minus: parts.map((part) => this.cell(measure, part, place)),
      });
  }

  /** Whether these sums were told before; they are from now on. */
  #isTold(sums: string, measure: string, { grain, first }: Period): boolean {
    const key = [sums, measure, grain, first].join(' ');
    const isTold = this.#told.has(key);
    this.#told.add(key);
    return isTold;
  }

  /** What is left of a whole without its part: published by nobody, and worked out by whoever subtracts. */
  rest(of: string, from: string): void {
    const { definition, period, geometry, measured } = this.#edition;
    const count = countsOf(definition).find(({ id }) => id === of);
    if (count === undefined || periodOfCount(count, period) !== period) return;
    for (const place of geometry.places) {
      const [part, whole] = [of, from].map((measure) => this.cell(measure, period, place));
      if (part === undefined || whole === undefined) continue;
      // Between two that are out already there is nothing left to decide.
      if ([part, whole].every((key) => this.#cells.get(key)?.standing.kind !== 'NEW')) continue;
      const key = restKey(whole, of);
      const counted = (measure: string): number =>
        numberOf(measured.at(keyFor(definition, measure, period, place)));
      const left = counted(from) - counted(of);
      this.#cells.set(key, {
        key,
        measured: { kind: 'COUNT', count: Math.max(0, left) },
        isTotal: geometry.isTotal(place),
        standing: { kind: 'NEW' },
      });
      this.#balances.push({ plus: [whole], minus: [part, key] });
    }
  }

  /** The key of a cell that then is in the lattice. */
  cell(measure: string, period: Period, place: Place): string {
    const { definition, geometry, measured, published } = this.#edition;
    const own = keyFor(definition, measure, period, place);
    const count = countsOf(definition).find(({ id }) => id === measure);
    const repeated = count === undefined ? null : repeatedKey(count, period, place);
    const key = repeated ?? own;
    if (this.#cells.has(key)) return key;
    const out = published.get(key);
    const isNew = repeated === null && isOf(this.#edition.period, period, definition, measure);
    this.#cells.set(key, {
      key,
      measured: measured.at(own),
      isTotal: geometry.isTotal(place),
      standing: isNew
        ? { kind: 'NEW' }
        : out === undefined
          ? { kind: 'NEVER_PUBLISHED' }
          : { kind: 'PUBLISHED', as: out },
      ...(definition.isSensitive === true && place.length > 0 ? { isSensitive: true } : {}),
    });
    return key;
  }
}

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

/** Whether a cell is of the edition itself: its period, and no stock that a month told of already. */
function isOf(
  edition: Period,
  period: Period,
  definition: IndicatorDefinition,
  measure: string,
): boolean {
  if (edition.grain !== period.grain || edition.first !== period.first) return false;
  const count = countsOf(definition).find(({ id }) => id === measure);
  return count !== undefined && periodOfCount(count, edition) === edition;
}

function restKey(whole: string, of: string): string {
  return `${whole} without ${of}`;
}

function numberOf(measurement: Measurement): number {
  return measurement.kind === 'COUNT' ? measurement.count : 0;
}
