import { sql } from 'drizzle-orm';
import { check, date, integer, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Grain } from '../calendar/grain.ts';
import type { IndicatorId } from '../catalogue/indicator.ts';
import { reporting } from '../modules/schema.ts';

/** One indicator for one closed period, as it went out and under which profile; never changed afterwards. */
export const edition = reporting.table(
  'edition',
  {
    indicator: text().$type<IndicatorId>().notNull(),
    grain: text().$type<Grain>().notNull(),
    /** The first day of the period. */
    periodStart: date('period_start').notNull(),
    profileName: text('profile_name').notNull(),
    profileVersion: integer('profile_version').notNull(),
    /** Which version of the indicator's definition was measured. */
    definitionVersion: integer('definition_version').notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    /** SHA-256 of its cells in the order of their keys, in hexadecimal: whoever cites it can check what they hold. */
    digest: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicator, t.grain, t.periodStart] }),
    check('edition_grain', sql`${t.grain} in ('MONTH', 'QUARTER', 'YEAR')`),
  ],
);
