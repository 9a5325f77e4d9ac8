import type { Breach, Reader } from '@postern/disclosure-attack';
import { attackAs, isUnavoidable, PROMISED, primaryOnly } from '@postern/disclosure-attack';
import { NHS_7_5, TEN_FIVE } from '@postern/disclosure-control';
import { beforeAll, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/catalogue.ts';
import { START_AND_STOP } from '../database.ts';
import type { Out } from './all-that-is-out.ts';
import { asPublished } from './all-that-is-out.ts';
import type { AnsweredCell } from './analyst.ts';
import type { AttackedCounty } from './attacked-county.ts';
import { askedAboutCounty } from './attacked-county.ts';

let county: AttackedCounty;
beforeAll(async () => {
  county = await askedAboutCounty();
}, START_AND_STOP);

/** What every reader together makes of the counts. */
async function attacked(out: ReadonlyMap<string, Out>, readers: readonly Reader[]) {
  const breaches: Breach[] = [];
  let tried = 0;
  for (const published of asPublished(out, county.wards, county.trueCount))
    for (const reader of readers) {
      const found = await attackAs(reader, published);
      expect({ reader, undecided: found.undecided, contradictions: found.contradictions }).toEqual({
        reader,
        undecided: 0,
        contradictions: 0,
      });
      // A companion that what was out before told already tells of nobody.
      for (const breach of found.breaches)
        if (breach.isPrimary || !(await isUnavoidable(breach, editionsOf(out), published)))
          breaches.push(breach);
      tried += found.tried;
    }
  return { breaches, tried };
}

test('who asks everything that can be asked, two readers together, narrows down no hidden count', async () => {
  const { breaches, tried } = await attacked(county.out, PROMISED);
  expect(breaches).toEqual([]);
  expect(tried).toBeGreaterThan(1000);
});

test('the same attack gives counts away where small ones alone are hidden', async () => {
  const { breaches } = await attacked(shownNaively(county.out), ['BLIND']);
  const givenAway = breaches.filter(({ isPrimary, isExact }) => isPrimary && isExact);
  expect(givenAway.length).toBeGreaterThan(10);
});

test('what was asked by another, in another order or for another range was answered alike', () => {
  const asked = new Map<string, string>();
  let again = 0;
  for (const { cells } of county.late)
    for (const { cellKey, value, symbol } of cells) {
      const before = asked.get(cellKey);
      if (before !== undefined) {
        again += 1;
        expect([cellKey, `${value} ${symbol}`]).toEqual([cellKey, before]);
      }
      asked.set(cellKey, `${value} ${symbol}`);
    }
  expect(again).toBeGreaterThan(10_000);
});

test('a family that came in late changes nothing of what was out', () => {
  const late = new Map(cellsOf(county.late).map((cell) => [cell.cellKey, cell]));
  const out = cellsOf(county.early).filter(({ symbol }) => symbol !== 'x');
  expect(out.length).toBeGreaterThan(1_000);
  for (const cell of out) expect(late.get(cell.cellKey)).toEqual(cell);
});

test('the order of cells tells nothing of their counts: it is the same in every period', () => {
  for (const { cells } of county.late) {
    const orders = new Map<string, string[]>();
    for (const { periodStart, cellKey } of cells) {
      const place = cellKey.replace(periodStart, '');
      orders.set(periodStart, [...(orders.get(periodStart) ?? []), place]);
    }
    expect(new Set([...orders.values()].map((order) => order.join())).size).toBeLessThan(2);
  }
});

test('percentages, rates, medians and means tell of no count that is hidden', () => {
  const cells = new Map(cellsOf(county.late).map((cell) => [cell.cellKey, cell]));
  let told = 0;
  for (const definition of CATALOGUE)
    for (const derived of definition.measures) {
      if (derived.kind === 'COUNT') continue;
      const parts = derived.kind === 'PERCENTAGE' ? [derived.of, derived.from] : [derived.of];
      for (const [key, cell] of cells) {
        if (!key.startsWith(`${definition.id}/${derived.id}/`) || cell.value === null) continue;
        told += 1;
        const of = parts.map((part) =>
          cells.get(key.replace(`${definition.id}/${derived.id}/`, `${definition.id}/${part}/`)),
        );
        expect([key, of.every((part) => typeof part?.value === 'number')]).toEqual([key, true]);
        const [part, whole] = of.map((each) => each?.value ?? 0);
        if (derived.kind === 'PERCENTAGE')
          expect([key, cell.value]).toEqual([
            key,
            Math.round(((part ?? 0) / (whole ?? 1)) * 1_000) / 10,
          ]);
      }
    }
  expect(told).toBeGreaterThan(100);
});

/** Months before the quarter that they make. */
function editionsOf(out: ReadonlyMap<string, Out>) {
  const nameOf = ({ periodEnd, cellKey }: AnsweredCell) =>
    `${periodEnd} ${cellKey.includes('/QUARTER/') ? 1 : 0}`;
  const names = [...new Set([...out.values()].map(({ cell }) => nameOf(cell)))].toSorted();
  const cells = [...out].map(([key, { cell }]) => ({ key, edition: names.indexOf(nameOf(cell)) }));
  return { cells };
}

function cellsOf(answers: AttackedCounty['late']): readonly AnsweredCell[] {
  return answers.flatMap(({ cells }) => cells);
}

/** The same counts with those alone hidden that are small. */
function shownNaively(out: ReadonlyMap<string, Out>): ReadonlyMap<string, Out> {
  const sensitive = new Set<string>(
    CATALOGUE.filter(({ profile }) => profile === TEN_FIVE.name).map(({ id }) => id),
  );
  const naive = [NHS_7_5, TEN_FIVE].map((profile) => {
    const cells = [...out.keys()].map((key) => ({
      key,
      measured: { kind: 'COUNT', count: county.trueCount(key) } as const,
      isTotal: false,
      standing: { kind: 'NEW' } as const,
    }));
    return primaryOnly({ cells, balances: [] }, profile);
  });
  return new Map(
    [...out].map(([key, { cell, shown }]) => {
      const [usual, forSensitive] = naive;
      const own = sensitive.has(key.slice(0, key.indexOf('/'))) ? forSensitive : usual;
      return [key, { cell, shown: own?.get(key) ?? shown }];
    }),
  );
}
