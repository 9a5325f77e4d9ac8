import { Fault } from '@postern/errors';
import type { Measurement } from './measurement.ts';
import type { NetworkCell, Standing } from './network.ts';
import type { DisclosureProfile } from './profile.ts';
import { protectNetwork } from './protect-network.ts';
import type { ProtectedCell } from './protected-cell.ts';

/** The three numbers published for one period and category: two flows and the stock at its end. */
export interface PublishedMovement<Cell> {
  readonly opened: Cell;
  readonly closed: Cell;
  readonly openAtEnd: Cell;
}

/** One category's movement, with the stock it began from: as published for the period before, or null if it never was. */
export interface Movement extends PublishedMovement<Measurement> {
  readonly openAtStart: Measurement;
  readonly openAtStartPublished: ProtectedCell | null;
}

/** The movements of one period, by category, with those of all categories together. */
export interface MovementTable<Row> {
  readonly categories: ReadonlyMap<string, Row>;
  readonly total: Row;
}

/**
 * Protects one period's stock and flows against differencing, between categories and total and month on month: what
 * was open at the start and what opened equals what closed and what is open at the end. A stock already published
 * cannot change, and what is published now must keep it protected.
 */
export function protectMovement(
  table: MovementTable<Movement>,
  profile: DisclosureProfile,
): MovementTable<PublishedMovement<ProtectedCell>> {
  const found = protectNetwork(
    [
      ...[...table.categories].flatMap(([category, row]) => cellsOf(category, row)),
      ...cellsOf(null, table.total),
    ],
    profile,
  );
  const row = (category: string | null): PublishedMovement<ProtectedCell> => ({
    opened: at(found, category, 'opened'),
    closed: at(found, category, 'closed'),
    openAtEnd: at(found, category, 'openAtEnd'),
  });
  return {
    categories: new Map([...table.categories.keys()].map((category) => [category, row(category)])),
    total: row(null),
  };
}

/** Lines run all → start or opened → category → closed or end → all; a total crosses between its measure and all. */
function cellsOf(category: string | null, row: Movement): readonly NetworkCell[] {
  const before: Standing =
    row.openAtStartPublished === null
      ? { kind: 'NEVER_PUBLISHED' }
      : { kind: 'PUBLISHED', as: row.openAtStartPublished };
  return [
    cellOf(category, 'openAtStart', row.openAtStart, before),
    cellOf(category, 'opened', row.opened, { kind: 'NEW' }),
    cellOf(category, 'closed', row.closed, { kind: 'NEW' }),
    cellOf(category, 'openAtEnd', row.openAtEnd, { kind: 'NEW' }),
  ];
}

type Measure = 'openAtStart' | 'opened' | 'closed' | 'openAtEnd';

function cellOf(
  category: string | null,
  measure: Measure,
  measured: Measurement,
  standing: Standing,
): NetworkCell {
  const line = category === null ? 'all' : `category ${category}`;
  const isInflow = measure === 'openAtStart' || measure === 'opened';
  const entersLine = isInflow === (category !== null);
  return {
    key: keyOf(category, measure),
    measured,
    from: entersLine ? `measure ${measure}` : line,
    to: entersLine ? line : `measure ${measure}`,
    isTotal: category === null,
    standing,
  };
}

function keyOf(category: string | null, measure: Measure): string {
  return JSON.stringify([category, measure]);
}

function at(
  found: ReadonlyMap<string, ProtectedCell>,
  category: string | null,
  measure: Measure,
): ProtectedCell {
  const cell = found.get(keyOf(category, measure));
  if (cell === undefined) throw new Fault('INTERNAL', { logged: { expected: measure } });
  return cell;
}
