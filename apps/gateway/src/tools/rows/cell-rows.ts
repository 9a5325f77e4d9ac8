import type { Row } from '@postern/odata';
import { LRUCache } from 'lru-cache';
import type { Indicator } from '../catalogue/catalogue.ts';
import { dimensionsOf, widestCuts } from '../catalogue/catalogue.ts';
import { ALL } from '../catalogue/cell-table.ts';
import { columnName } from '../catalogue/names.ts';
import type { AskContract } from '../request/contract-question.ts';
import { editionTag, profileText } from './publications.ts';
import type { Stretch } from './stretch.ts';

interface Cell {
  readonly measure: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly members: readonly { readonly dimension: string; readonly code: string }[];
  readonly value: number | null;
  readonly symbol: string | null;
  readonly cellKey: string;
  readonly publishedAt: string | null;
}

const CELLS = `query ReportingCells($id: IndicatorId!, $grain: Grain!, $from: Month!, $to: Month!, $by: [Dimension!]!) {
  indicator(id: $id, grain: $grain, from: $from, to: $to, by: $by) {
    cells {
      measure kind unit periodStart periodEnd members { dimension code } value symbol cellKey publishedAt
    }
  }
}`;

/** Rows that are kept: some hundred megabytes at most. */
const MOST_ROWS = 300_000;

/**
 * Rows of cells that are out, kept by what was out when they were read: nothing of that changes, and everybody who may read them
 * reads the same. Whether somebody may was asked before.
 */
export class CellRows {
  readonly #kept = new LRUCache<string, readonly Row[]>({
    maxSize: MOST_ROWS,
    sizeCalculation: (rows) => Math.max(1, rows.length),
  });

  async read(ask: AskContract, indicator: Indicator, stretch: Stretch): Promise<readonly Row[]> {
    const { grain, publications } = stretch;
    const tag = editionTag(
      publications.map(({ periodStart, digest }) => `${periodStart} ${digest}`),
    );
    const key = `${indicator.id}/${grain}/${tag}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const rows = await readRows(ask, indicator, stretch);
    this.#kept.set(key, rows);
    return rows;
  }
}

async function readRows(
  ask: AskContract,
  indicator: Indicator,
  { grain, publications }: Stretch,
): Promise<readonly Row[]> {
  const [first, last] = [publications[0], publications.at(-1)];
  if (first === undefined || last === undefined) return [];
  const profiles = new Map(
    publications.map(({ periodStart, profile }) => [periodStart, profileText(profile)]),
  );
  const none = Object.fromEntries(dimensionsOf(indicator).map((each) => [columnName(each), ALL]));
  const [from, to] = [first.periodStart.slice(0, 7), last.periodStart.slice(0, 7)];
  const rows = new Map<string, Row>();
  for (const by of widestCuts(indicator)) {
    const variables = { id: indicator.id, grain, from, to, by };
    const answer = await ask<{ readonly indicator: { readonly cells: readonly Cell[] } }>({
      query: CELLS,
      variables,
    });
    // A cell of few dimensions is told of by every cut that has them.
    for (const cell of answer.indicator.cells) {
      const profile = profiles.get(cell.periodStart) ?? null;
      rows.set(cell.cellKey, { ...rowOf(cell, none), grain, profile });
    }
  }
  return [...rows.values()].toSorted((one, other) =>
    String(one['cellKey']) < String(other['cellKey']) ? -1 : 1,
  );
}

function rowOf({ members, ...cell }: Cell, none: Row): Row {
  return {
    ...cell,
    ...none,
    ...Object.fromEntries(members.map(({ dimension, code }) => [columnName(dimension), code])),
    periodStart: startOfDay(cell.periodStart),
    periodEnd: startOfDay(cell.periodEnd),
    isTotal: members.length === 0,
  };
}

/** A day as tools order and fold it. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00Z`;
}
