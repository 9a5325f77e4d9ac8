import type { Balance, Lattice, LatticeCell, Measurement } from '@postern/disclosure-control';
import type { Month } from '../calendar/month.ts';
import type { Period } from '../calendar/period.ts';
import { addPeriods, partsOf, periodsWithin } from '../calendar/period.ts';
import type { IndicatorDefinition, Movement, Whole } from '../catalogue/indicator.ts';
import type { Place } from '../catalogue/place.ts';
import { countsOf, periodOfCount, repeatedKey } from './counts.ts';
import type { EditionLattice } from './edition-lattice.ts';
import { balanceOf } from './geometry.ts';
import { keyFor } from './key-for.ts';
import { chainOf, monthTelling } from './told-stock.ts';
import type { Part } from './wholes.ts';
import { keyElsewhere, partsIn } from './wholes.ts';

/**
 * Every cell that an edition publishes with every sum a reader can make of it: over places, from the periods that it is made of, from
 * one stock to the next by what opened and closed, and what is left of a whole that a part is published of.
 */
export function latticeOf(edition: EditionLattice): Lattice {
  const { definition, period } = edition;
  const cells = new Map<string, LatticeCell>();
  const balances: Balance[] = [];
  const told = new Teller(edition, cells, balances);
  for (const count of countsOf(definition)) {
    const own = periodOfCount(count, period);
    told.table(count.id, own);
    if (count.over === 'FLOW') told.parts(count.id, period);
  }
  for (const part of partsIn(definition)) told.rest(part);
  if (definition.movement !== undefined) told.chain(definition.movement);
  return { cells: [...cells.values()], balances };
}

class Teller {
  readonly #edition: EditionLattice;
  readonly #cells: Map<string, LatticeCell>;
  readonly #balances: Balance[];
  readonly #told = new Set<string>();

  constructor(edition: EditionLattice, cells: Map<string, LatticeCell>, balances: Balance[]) {
    this.#edition = edition;
    this.#cells = cells;
    this.#balances = balances;
  }

  /** Every place of a measure in a period, with the sums over places. */
  table(measure: string, period: Period): void {
    const { geometry } = this.#edition;
    if (!this.#isFirst('table', measure, period)) return;
    for (const place of geometry.places) this.cell(measure, period, place);
    for (const sum of geometry.sums)
      this.#balance(balanceOf(sum, (place) => this.cell(measure, period, place)));
  }

  /** The months of a quarter, or the quarters of a year and their months, as the sum that they are. */
  parts(measure: string, period: Period): void {
    const parts = partsOf(period);
    if (parts.length === 0 || !this.#isFirst('parts', measure, period)) return;
    for (const part of parts) {
      this.table(measure, part);
      this.parts(measure, part);
    }
    for (const place of this.#edition.geometry.places)
      this.#balance({
        plus: [this.cell(measure, period, place)],
        minus: parts.map((part) => this.cell(measure, part, place)),
      });
  }

  /**
   * Each stock of the last months from the one before by what came and went, with every sum of what came and went: what one month tells
   * of a stock tells of what led to it. What led to the first of these months is left out.
   */
  chain({ opened, closed, open }: Movement): void {
    const { period, geometry } = this.#edition;
    const months = chainOf(period).filter((month) => this.#isTold(open, month));
    const [first] = months;
    if (first === undefined) return;
    for (const month of months) {
      for (const measure of [opened, closed, open]) this.table(measure, month);
      const before = addPeriods(month, -1);
      if (month === first && this.#isTold(open, before)) continue;
      for (const place of geometry.places) {
        const [start, end] = [before, month].map((at) => this.cell(open, at, place));
        if (start === undefined || end === undefined) continue;
        const came = this.cell(opened, month, place);
        const went = this.cell(closed, month, place);
        // Told as one, the stock still says that as many came as went.
        this.#balance(
          start === end
            ? { plus: [came], minus: [went] }
            : { plus: [start, came], minus: [went, end] },
        );
      }
    }
    for (const whole of wholesWithin(first.first, period))
      if (this.#isTold(opened, whole))
        for (const measure of [opened, closed]) {
          this.table(measure, whole);
          this.parts(measure, whole);
        }
  }

  /** The same sum is told once, however many months say it. */
  #balance(balance: Balance): void {
    const name = JSON.stringify(balance);
    if (this.#told.has(name)) return;
    this.#told.add(name);
    this.#balances.push(balance);
  }

  #isFirst(what: string, measure: string, { grain, first }: Period): boolean {
    const name = [what, measure, grain, first].join(' ');
    if (this.#told.has(name)) return false;
    this.#told.add(name);
    return true;
  }

  /** Whether a period is out, or goes out now. */
  #isTold(measure: string, period: Period): boolean {
    const { definition, period: own, published } = this.#edition;
    return (
      (own.grain === period.grain && own.first === period.first) ||
      published.has(keyFor(definition, measure, period, []))
    );
  }

  /** What is left of a whole without its part: published by nobody, and worked out by whoever subtracts. */
  rest({ id, whole }: Part): void {
    const { definition, period, geometry } = this.#edition;
    const count = countsOf(definition).find((each) => each.id === id);
    if (count === undefined || periodOfCount(count, period) !== period) return;
    for (const place of geometry.places) {
      const part = this.#cells.get(this.cell(id, period, place));
      const all = this.#cells.get(this.#whole(whole, place) ?? '');
      if (part === undefined || all === undefined) continue;
      // Between two that are out already there is nothing left to decide.
      if ([part, all].every(({ standing }) => standing.kind !== 'NEW')) continue;
      const key = restKey(all.key, id);
      const left = numberOf(all.measured) - numberOf(part.measured);
      this.#cells.set(key, {
        key,
        measured: { kind: 'COUNT', count: Math.max(0, left) },
        isTotal: geometry.isTotal(place),
        isWorkedOut: true,
        standing: { kind: 'NEW' },
      });
      this.#balance({ plus: [all.key], minus: [part.key, key] });
    }
    if (whole.of === undefined) return;
    for (const sum of geometry.sums) {
      const keys = [sum.whole, ...sum.parts].map((place) => this.#whole(whole, place));
      if (!keys.includes(null))
        this.#balance(balanceOf(sum, (place) => this.#whole(whole, place) ?? ''));
    }
  }

  /** The key of the whole at a place, its cell then in the lattice; null where another indicator does not tell it so. */
  #whole({ measure, of }: Whole, place: Place): string | null {
    const { period, geometry, measured, published } = this.#edition;
    if (of === undefined) return this.cell(measure, period, place);
    const key = keyElsewhere({ measure, of }, period, place);
    if (key === null || this.#cells.has(key)) return key;
    const out = published.get(key);
    this.#cells.set(key, {
      key,
      measured: measured.at(key),
      isTotal: geometry.isTotal(place),
      standing: out === undefined ? { kind: 'NEVER_PUBLISHED' } : { kind: 'PUBLISHED', as: out },
    });
    return key;
  }

  /** The key of a cell that then is in the lattice. */
  cell(measure: string, asked: Period, place: Place): string {
    const { definition, geometry, measured, published } = this.#edition;
    const period = periodTelling(this.#edition, measure, asked, place);
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

/** The period whose cell tells of a count at a place. */
export function periodTelling(
  edition: EditionLattice,
  measure: string,
  period: Period,
  place: Place,
): Period {
  const isStock = edition.definition.movement?.open === measure;
  return isStock && period.grain === 'MONTH' ? monthTelling(edition, period, place) : period;
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

/** The quarters and the year within the months from one on. */
function wholesWithin(from: Month, { last }: Period): readonly Period[] {
  return (['QUARTER', 'YEAR'] as const).flatMap((grain) => periodsWithin(grain, from, last));
}

function restKey(whole: string, of: string): string {
  return `${whole} without ${of}`;
}

function numberOf(measurement: Measurement): number {
  return measurement.kind === 'COUNT' ? measurement.count : 0;
}
