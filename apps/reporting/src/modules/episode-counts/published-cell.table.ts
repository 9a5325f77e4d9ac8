import type { AgencyKind } from '@postern/access-facts';
import type { CellSymbol } from '@postern/disclosure-control';
import { sql } from 'drizzle-orm';
import { check, date, integer, text, unique } from 'drizzle-orm/pg-core';
import { reporting } from '../schema.ts';
import type { EpisodeMeasure } from './measure.ts';
import { publishedPeriod } from './published-period.table.ts';

/** One protected count of families: a number or a symbol, never both and never neither. */
export const publishedCell = reporting.table(
  'published_cell',
  {
    month: date()
      .notNull()
      .references(() => publishedPeriod.month),
    /** Null: all agencies together. */
    agencyKind: text('agency_kind').$type<AgencyKind>(),
    measure: text().$type<EpisodeMeasure>().notNull(),
    value: integer(),
    symbol: text().$type<CellSymbol>(),
  },
  (t) => [
    unique('published_cell_once').on(t.month, t.agencyKind, t.measure).nullsNotDistinct(),
    check('published_cell_value_or_symbol', sql`(${t.value} is null) <> (${t.symbol} is null)`),
    check('published_cell_value', sql`${t.value} >= 0`),
    check('published_cell_symbol', sql`${t.symbol} in ('c', 'z', 'x', 'low')`),
    check('published_cell_measure', sql`${t.measure} in ('OPENED', 'CLOSED', 'OPEN_AT_END')`),
  ],
);
