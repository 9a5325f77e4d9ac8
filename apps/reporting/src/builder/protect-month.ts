import type { AgencyKind } from '@postern/access-facts';
import type {
  DisclosureProfile,
  Movement,
  ProtectedCell,
  PublishedMovement,
} from '@postern/disclosure-control';
import { protectMovement } from '@postern/disclosure-control';
import { Fault } from '@postern/errors';
import type { EpisodeMeasure } from '../modules/episode-counts/measure.ts';
import type { MeasuredMonth, MeasuredMovement } from './measured-month.ts';

/** One cell as it is published; agency kind null is all agencies. */
export interface CellToPublish {
  readonly agencyKind: AgencyKind | null;
  readonly measure: EpisodeMeasure;
  readonly cell: ProtectedCell;
}

/** What the month before showed as open at its end, by agency kind; empty when it was never published. */
export type PublishedStock = ReadonlyMap<AgencyKind | null, ProtectedCell>;

/** Protects a month together with the stock it began from, so that neither gives the other away. */
export function protectMonth(
  measured: MeasuredMonth,
  before: PublishedStock,
  profile: DisclosureProfile,
): readonly CellToPublish[] {
  const row = (kind: AgencyKind | null): Movement => ({
    ...movement(measured, kind),
    openAtStartPublished: before.get(kind) ?? null,
  });
  const kinds = [...measured.keys()].filter((kind) => kind !== null);
  const table = protectMovement(
    { categories: new Map(kinds.map((kind) => [kind, row(kind)])), total: row(null) },
    profile,
  );
  return [
    ...kinds.flatMap((kind) => cellsOf(kind, table.categories.get(kind))),
    ...cellsOf(null, table.total),
  ];
}

function movement(measured: MeasuredMonth, kind: AgencyKind | null): MeasuredMovement {
  const found = measured.get(kind);
  if (found === undefined) throw new Fault('INTERNAL', { logged: { expected: 'a whole lattice' } });
  return found;
}

function cellsOf(
  agencyKind: AgencyKind | null,
  row: PublishedMovement<ProtectedCell> | undefined,
): readonly CellToPublish[] {
  if (row === undefined) return [];
  return [
    { agencyKind, measure: 'OPENED', cell: row.opened },
    { agencyKind, measure: 'CLOSED', cell: row.closed },
    { agencyKind, measure: 'OPEN_AT_END', cell: row.openAtEnd },
  ];
}
