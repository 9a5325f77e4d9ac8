import type { CellSymbol } from '@postern/disclosure-control';
import { sql } from 'drizzle-orm';
import { check, date, numeric, text, unique } from 'drizzle-orm/pg-core';
import type { Grain } from '../calendar/grain.ts';
import type { Dimension } from '../catalogue/dimension.ts';
import type { IndicatorId } from '../catalogue/indicator.ts';
import { reporting } from '../modules/schema.ts';

/** One protected cell: a number or a symbol, never both and never neither. A trigger holds it to the edition that it comes with. */
export const cell = reporting.table(
  'cell',
  {
    indicator: text().$type<IndicatorId>().notNull(),
    grain: text().$type<Grain>().notNull(),
    periodStart: date('period_start').notNull(),
    measure: text().notNull(),
    /** The dimensions of its cut and its member of each, both null where it is cut by none, or by one. */
    firstDimension: text('first_dimension').$type<Dimension>(),
    firstMember: text('first_member'),
    secondDimension: text('second_dimension').$type<Dimension>(),
    secondMember: text('second_member'),
    value: numeric({ mode: 'number' }),
    symbol: text().$type<CellSymbol>(),
  },
  (t) => [
    unique('cell_once')
      .on(
        t.indicator,
        t.grain,
        t.periodStart,
        t.firstDimension,
        t.secondDimension,
        t.measure,
        t.firstMember,
        t.secondMember,
      )
      .nullsNotDistinct(),
    check('cell_value_or_symbol', sql`(${t.value} is null) <> (${t.symbol} is null)`),
    check('cell_value', sql`${t.value} >= 0`),
    check('cell_symbol', sql`${t.symbol} in ('c', 'z', 'x', 'low')`),
    check(
      'cell_cut',
      sql`(${t.firstDimension} is null) = (${t.firstMember} is null) and (${t.secondDimension} is null) = (${t.secondMember} is null)
        and (${t.secondDimension} is null or ${t.firstDimension} is not null)`,
    ),
  ],
);
