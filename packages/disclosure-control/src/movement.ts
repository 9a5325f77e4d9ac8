import { Fault } from '@postern/errors';
import type { Balance, LatticeCell } from './lattice.ts';
import type { Measurement } from './measurement.ts';
import type { DisclosureProfile } from './profile.ts';
import { protectLattice } from './protect-lattice.ts';
import type { ProtectedCell } from './protected-cell.ts';
import type { Standing } from './standing.ts';

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
  const rows = [...table.categories, [null, table.total] as const];
  const cells = rows.flatMap(([category, row]) => cellsOf(category, row));
  const balances = [
    ...rows.map(([category]) => lineOf(category)),
    ...MEASURES.map((measure) => ({
      plus: [...table.categories.keys()].map((category) => keyOf(category, measure)),
      minus: [keyOf(null, measure)],
    })),
  ];
  const found = protectLattice({ cells, balances }, profile);
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

const MEASURES = ['openAtStart', 'opened', 'closed', 'openAtEnd'] as const;
type Measure = (typeof MEASURES)[number];

function cellsOf(category: string | null, row: Movement): readonly LatticeCell[] {
  const before: Standing =
    row.openAtStartPublished === null
      ? { kind: 'NEVER_PUBLISHED' }
      : { kind: 'PUBLISHED', as: row.openAtStartPublished };
  return MEASURES.map((measure) => ({
    key: keyOf(category, measure),
    measured: row[measure],
    isTotal: category === null,
    standing: measure === 'openAtStart' ? before : { kind: 'NEW' },
  }));
}

function lineOf(category: string | null): Balance {
  return {
    plus: [keyOf(category, 'openAtStart'), keyOf(category, 'opened')],
    minus: [keyOf(category, 'closed'), keyOf(category, 'openAtEnd')],
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
